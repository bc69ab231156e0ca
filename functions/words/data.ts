/** Where each licence can be read. */
const licencePages = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/legalcode.zh-hans',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/legalcode.zh-hans',
  'PDDL-1.0': 'https://opendatacommons.org/licenses/pddl/1-0/',
} as const;
type Licence = keyof typeof licencePages;

/** What the people who download the open data read. */
export const dataWords = {
  licencePages,
  readme: (site: string, operator: string, licence: string) => `# ${site}：开放数据

由${operator}公布，许可证 ${licence}（见 LICENCE.txt）。

- 每一类记录各有一个 JSON 文件和一个 CSV 文件，内容相同。JSON 的 \`date\` 是文件中最新的记录日期。
- promises 是从答复中逐项摘出的承诺，ratings 是述职报告网上测评的票数，report-coverage 是每年有多少代表述过职，duty-progress 是各项履职指标的进度。
- popolo.json 按 Popolo 规范（popoloproject.com）给出代表、机构、职务、选区和区域，供同类工具直接读取。
- 引用写作“类别:编号”，例如 \`people:zhang-san\`；代表职务写作 \`people:编号/职务\`。
- 日期都是北京时间的日历日期。\`{"unknown": "原因"}\` 表示原始记录没有写明。
- CSV 采用 UTF-8（带字节顺序标记），Excel 可以直接打开。开头是 = + - @ 的单元格前加了一个撇号，以免被当作公式运行。
- dictionary.json 和 dictionary.csv 说明每个字段，schemas/ 是各类记录的 JSON Schema，datapackage.json 供数据工具读取。
- ratings-log.jsonl 是测评日志，tallies.json 是每次测评的计票和全部回执的哈希；\`node verify-ratings.mjs .\` 重新计票。
- 核对：\`node verify.mjs .\` 重新计算每条记录的哈希、默克尔树根和封存链，改动过的记录会逐条列出（需要 Node 18 以上，不用安装别的）。
`,
  licence: (licence: Licence) => `${licence}\n${licencePages[licence]}\n`,
  popolo: {
    deputy: '人大代表',
    seatOf: (constituency: string) => `${constituency}代表`,
    groupLeader: '组长',
    groupViceLeader: '副组长',
    groupMember: '成员',
    page: '本站页面',
    formerName: '曾用名',
  },
} as const;
