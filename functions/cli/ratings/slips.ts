import { encode } from 'uqr';
import type { Issued } from '../../acts/issue-codes.ts';
import { ratingWords as words } from '../../words/ratings.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A slip has room for two QR codes; a code for more reports names the addresses of the others. */
const MOST_QR = 2;

/** A4 sheets of slips to print and cut, ten a sheet (six for two reports); the only place where codes stand in clear. */
export const slipsPage = ({ codes, reports }: Issued, siteUrl: string): string => `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<title>${words.slipTitle}</title>
<style>
  @page { size: A4; margin: 8mm; }
  body { margin: 0; font-family: "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; color: #000; }
  main { display: grid; grid-template-columns: 1fr 1fr; }
  section { box-sizing: border-box; min-height: 56mm; border: 1px dashed #888; padding: 4mm 5mm; break-inside: avoid; display: grid; grid-template-columns: 1fr auto; gap: 1mm 4mm; align-content: start; }
  h1 { font-size: 12pt; margin: 0; grid-column: 1 / -1; }
  code { font: bold 13pt/1.3 ui-monospace, "DejaVu Sans Mono", monospace; grid-column: 1 / -1; white-space: nowrap; }
  p, li { font-size: 8.5pt; line-height: 1.4; margin: 0 0 1mm; overflow-wrap: anywhere; }
  ul { margin: 0; padding: 0; list-style: none; }
  svg { width: 25mm; height: 25mm; display: block; margin-bottom: 1mm; }
  .note { grid-column: 1 / -1; font-size: 7.5pt; }
</style>
</head>
<body>
<main>
${codes.map((code) => slip(code, reports, siteUrl)).join('\n')}
</main>
</body>
</html>
`;

const slip = (code: string, reports: Issued['reports'], siteUrl: string): string => {
  const address = (id: string): string => `${siteUrl}/reports/${id}/rate/`;
  const lines = reports.map(
    ({ id, title, closesAt }) => `<li><b>${escape(title)}</b>${closesAt ? `，${words.closes(closesAt)}` : ''}<br>${escape(address(id))}</li>`,
  );
  return `<section>
<h1>${words.slipTitle}</h1>
<code>${escape(code)}</code>
<div><p>${words.slipLead}</p><ul>${lines.join('')}</ul></div>
<div>${reports
    .slice(0, MOST_QR)
    .map(({ id }) => qr(`${address(id)}#${code}`))
    .join('')}</div>
<p class="note">${words.slipNote}</p>
</section>`;
};

/** The code travels in the fragment, which a browser sends to no server. */
const qr = (address: string): string => {
  const { data, size } = encode(address, { border: 2, ecc: 'M' });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escape(address)}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
};
