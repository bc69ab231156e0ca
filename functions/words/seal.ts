/** What the people who seal records read in their terminal. */
export const sealWords = {
  sealed: (seal: number, date: string, count: number, root: string) => `第 ${seal} 次封存（${date}）：${count} 份记录。\n默克尔树根 ${root}`,
  differences: (added: number, changed: number, removed: number) => `与上一次相比：新增 ${added} 份，有变化 ${changed} 份，撤下 ${removed} 份。`,
  sameAsLast: '今天已经封存过，记录没有变化，不必再封存。',
  unsaved: '请把 log.jsonl 和 seals 文件夹随记录一起存入版本库，再运行 npm run publish。',
  changed: (name: string) => `${name}：已封存的内容有改动，或补记了封存以前的事，但没有更正说明。`,
  removed: (name: string) => `${name}：已封存的记录不见了，但没有更正说明。`,
  refused: (count: number) =>
    `没有封存：${count} 份记录缺少更正说明。请运行 npm run new -- corrections，在 records 中写上这些记录，说明改了什么、为什么、谁决定的；如果是误改，请改回原样。`,
  ratingsLost: '没有封存：已发布的测评日志里找不到上一次封存时的末行，日志可能被改动或换掉过。请用备份核对数据库，不要封存。',
  beforeLast: (date: string) => `没有封存：上一次封存是 ${date}，今天不能早于那一天。请检查电脑的日期。`,
  broken: {
    notALine: (seal: number) => `封存记录第 ${seal} 次：格式不对，可能被手工改动过。`,
    brokenChain: (seal: number) => `封存记录第 ${seal} 次：与前一次接不上，log.jsonl 可能被改动过。`,
    missingFile: (seal: number) => `封存记录第 ${seal} 次：缺少 seals 文件夹中的文件。`,
    wrongLeaf: (seal: number) => `封存记录第 ${seal} 次：内容与哈希不符，seals 文件夹可能被改动过。`,
    wrongRoot: (seal: number) => `封存记录第 ${seal} 次：算出的树根与 log.jsonl 不符。`,
  },
  restore: '请从版本库恢复 log.jsonl 和 seals 文件夹。',
} as const;
