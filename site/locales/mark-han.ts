/** Chinese inside an English page. */

/** From a Chinese character, or the figure or quotation mark before it, to the last one of the same run, with what stands between them and a full stop after it. */
const RUN = /[\p{N}《“‘「『]*\p{Script=Han}(?:[\p{Script=Han}\p{N}\s·—…、，。；：？！（）《》“”‘’「」『』]*[\p{Script=Han}。？！）》”’」』])?/gu;
/** What templates put between two pieces of text, as an English reader writes it. */
const GLUE: Readonly<Record<string, string>> = { '，': ', ', '、': ', ', '；': '; ', '：': ': ', '（': ' (', '）': ') ', '。': '. ' };

/** @param text what stands between two tags @returns the same with `<span lang>` around Chinese, and English punctuation around that */
export function markHan(text: string, language: string): string {
  if (!/[\p{Script=Han}，、；：（）。]/u.test(text)) return text;
  let result = '';
  let end = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    result += `${plain(text.slice(end, index))}<span lang="${language}">${run}</span>`;
    end = index + run.length;
  }
  return result + plain(text.slice(end));
}

const plain = (text: string): string => text.replaceAll(/ ?[，、；：（）。] ?/g, (mark) => GLUE[mark.trim()] ?? mark);
