const LICENCE_PAGES: Record<string, string> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/legalcode.zh-hans',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/legalcode.zh-hans',
  'PDDL-1.0': 'https://opendatacommons.org/licenses/pddl/1-0/',
};

/** What the people who download the open data read. */
export const dataWords = {
  readme: (site: string, operator: string, licence: string) => `# ${site}：开放数据

由${operator}公布，许可证 ${licence}（见 LICENCE.txt）。

- 每一类记录各有一个 JSON 文件和一个 CSV 文件，内容相同。JSON 的 \`date\` 是文件中最新的记录日期。
- 引用写作“类别:编号”，例如 \`people:zhang-san\`；代表职务写作 \`people:编号/职务\`。
- 日期都是北京时间的日历日期。\`{"unknown": "原因"}\` 表示原始记录没有写明。
- CSV 采用 UTF-8（带字节顺序标记），Excel 可以直接打开。开头是 = + - @ 的单元格前加了一个撇号，以免被当作公式运行。
- dictionary.csv 说明每个字段，schemas/ 是各类记录的 JSON Schema，datapackage.json 供数据工具读取。
- /data/index.json 列出每个文件的大小和 sha256，可以用来核对下载是否完整。
`,
  licence: (licence: string) => `${licence}\n${LICENCE_PAGES[licence] ?? ''}\n`,
} as const;
