/** The sheet that a deputy without an account receives, to print in large type; and what the command says. */
import { renderSVG } from 'uqr';
import type { ReplySheet } from '../acts/issue-reply-keys.ts';

export const replyKeyWords = {
  usage: [
    '用法：',
    '  npm run reply-keys -- issue --deputies 代表标识,代表标识 --html 文件 [--days 有效天数] [--codes-until 2026-11-22]',
    '  npm run reply-keys -- code --deputies 代表标识      为已有答复卡的代表换一个今天的口令，可在电话里告诉本人',
    '  npm run reply-keys -- revoke --deputies 代表标识,代表标识',
  ].join('\n'),
  issued: (count: number, file: string) => `已制作 ${count} 张答复卡：${file}。这是唯一的一份，打印后请妥善交给本人，并删除文件。`,
  code: (name: string, number: number, code: string, until: string) => `${name}　编号 ${number}　口令 ${code}　${until} 当天有效，只能用一次`,
  revoked: (name: string) => `已收回：${name}`,
};

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const day = (date: string): string => {
  const [year, month, of] = date.split('-').map(Number);
  return `${year}年${month}月${of}日`;
};

const sheet = ({ name, number, token, until, dayCode, dayCodeUntil }: ReplySheet, office: Office): string => `<section>
<h1>${escape(office.site)}<br>代表答复卡</h1>
<p class="name">${escape(name)} 代表</p>
<div class="way">
<div>
<h2>用手机扫这里</h2>
<p>打开后就能看选民来信，直接答复。</p>
<p>有效期到 <strong>${day(until)}</strong>，可以反复使用。</p>
</div>
${renderSVG(`${office.url}/reply/#${token}`, { ecc: 'M', border: 2 })}
</div>
<h2>没有扫码，就输入</h2>
<p>网址：<strong class="code">${escape(office.url.replace(/^https?:\/\//, ''))}/reply/</strong></p>
<p>您的编号：<strong class="code">${number}</strong>　口令：<strong class="code">${escape(dayCode)}</strong></p>
<p>口令 ${day(dayCodeUntil)} 当天有效，只能用一次。过了这天，请打电话要一个新的。</p>
<p class="foot">这张卡只给您本人用，请不要拍照转发。丢了请马上打电话：${escape(office.operator)}　<strong>${escape(office.phone)}</strong></p>
<p class="foot">不习惯用手机也没关系：请打电话或者到办公室，由工作人员代您填写。</p>
</section>`;

export type Office = { site: string; operator: string; phone: string; url: string };

/** One sheet a page, A5, or large on A4. */
export const replySheetsPage = (sheets: readonly ReplySheet[], office: Office): string => `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<title>代表答复卡</title>
<style>
  @page { size: A5; margin: 9mm; }
  body { margin: 0; font: 15pt/1.45 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #000; }
  section { break-after: page; break-inside: avoid; max-width: 130mm; margin: 0 auto; }
  h1 { font-size: 16pt; line-height: 1.35; margin: 0; text-align: center; }
  h2 { font-size: 16pt; margin: 4mm 0 1mm; }
  p { margin: 1mm 0; }
  .name { font-size: 24pt; font-weight: 700; text-align: center; margin: 2mm 0; }
  .way { display: flex; gap: 5mm; align-items: center; border: 1px solid #000; padding: 2mm 4mm; }
  .way h2 { margin-top: 0; }
  .way svg { flex: none; width: 44mm; height: 44mm; }
  .code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 17pt; overflow-wrap: anywhere; }
  .foot { font-size: 12pt; border-top: 1px solid #999; padding-top: 2mm; margin-top: 3mm; }
  @media screen { section { border: 1px solid #999; padding: 9mm; margin: 6mm auto; } }
</style>
</head>
<body>
${sheets.map((one) => sheet(one, office)).join('\n')}
</body>
</html>
`;
