/** Sentences of the commands for those who run a site, and the printed slips that voters receive. */
export const commandWords = {
  migrated: '数据库已是最新结构。',
  sampleAdded: '已加入示范数据：已结束的测评、公开的留言，以及两份长期开放测评的述职报告。',
  sampleThere: '示范数据已在，没有重复加入。',
  demoCodes: (addresses: string[]) =>
    `可以用下面的测评码试一试，每个码对每份报告只能用一次：\n${addresses.map((address) => `  ${address}`).join('\n')}`,
  windowOpened: '测评时间已设定。',
  codeColumn: '测评码',
  codesUsage: [
    '用法：',
    '  npm run codes -- issue --reports 报告标识,报告标识 --count 份数 [--csv 文件 | --html 文件]',
    '  npm run codes -- open --reports 报告标识 --opens 2026-12-01T08:00:00+08:00 --closes 2026-12-15T18:00:00+08:00',
  ].join('\n'),
};

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page of slips to print and cut, two columns; the only place where codes stand in clear. */
export const slipsPage = (codes: string[], addresses: string[]): string => `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<title>述职报告测评码</title>
<style>
  body { margin: 0; font-family: serif; }
  main { display: grid; grid-template-columns: 1fr 1fr; }
  section { border: 1px dashed #666; padding: 6mm; break-inside: avoid; }
  h1 { font-size: 12pt; margin: 0 0 3mm; }
  code { display: block; font-size: 13pt; letter-spacing: 0.05em; margin: 3mm 0; }
  p { font-size: 9pt; margin: 1mm 0; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
${codes
  .map(
    (code) => `<section>
<h1>述职报告测评码</h1>
<code>${escape(code)}</code>
<p>请打开下面的网址，填入上面的码，对代表的述职作出测评：</p>
${addresses.map((address) => `<p>${escape(address)}</p>`).join('\n')}
<p>每个码对每份报告只能使用一次，不记录您是谁。字母不分大小写。请勿转给他人。</p>
</section>`,
  )
  .join('\n')}
</main>
</body>
</html>
`;
