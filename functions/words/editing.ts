import type { NextTerm } from '../../db/domain/next-term.ts';

/** What editors read on the command line when they start a record or a county. */
export const newRecordWords = {
  whichKind: (kinds: readonly string[]): string => `请写明种类，例如 npm run new -- people wang-xiulan。可用的种类：${kinds.join(' ')}`,
  badId: (id: string): string => `编号“${id}”不能用：只能用小写字母、数字和连字符，2 到 60 个字符。`,
  taken: (id: string): string => `编号“${id}”已有记录；请换一个编号。`,
  started: (path: string): string => `已生成 ${path}\n这是一份样例，请逐项改成真实内容，然后运行 npm run check:content。`,
};

export const newCountyWords = {
  whichFolder: '请写明文件夹，例如 npm run new-county -- ../our-county',
  notEmpty: (dir: string): string => `${dir} 不是空文件夹；为免覆盖，请换一个。`,
  started: (dir: string): string =>
    `已生成 ${dir}\n先改 site/site.md（本站设置），再把每类样例换成真实记录；README.md 有说明。\n检查：CONTENT_DIR=${dir} npm run check:content\n启动：CONTENT_DIR=${dir} npm start`,
};

const REFUSALS: Record<string, string> = {
  noTerm: '这一级人大还没有任何一届的记录；请先用 npm run new -- terms 写上本届。',
  alreadyThere: '下一届 {id} 已经生成，还没有开始；请直接修改它的文件。',
  startTooEarly: '新一届第一次会议要晚于本届最后一次会议（{last}）；请检查日期。',
  idTaken: '{kind} 中已有编号 {id}；请先把那份记录改成别的编号（未公开过的），或检查届次。',
};

export const newTermWords = {
  whichCongress: (congresses: readonly string[]): string =>
    `请写明哪一级人大，例如 npm run new-term -- yunxi --start 2027-01-12。可用的有：${congresses.join(' ')}`,
  whichStart: '请用 --start 写明新一届第一次会议的日期，例如 --start 2027-01-12；日期定下以前可以先写预计的，以后再改。',
  faultsFirst: (n: number): string => `现有记录有 ${n} 处问题；请先运行 npm run check:content 逐一改正。`,
  refused: (code: string, params: Record<string, string | number>): string =>
    (REFUSALS[code] ?? code).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')),
  started: (congress: string, { before, term, constituencies, electoralUnits, stations, groups }: NextTerm): string =>
    [
      `已生成${congress}的下一届：terms/${term.id}.yaml，选区 ${constituencies.length} 个，选举单位 ${electoralUnits.length} 个；`,
      `本届 terms/${before.id}.yaml 已写上 end（新一届第一次会议的日期）。日期有变时，两处一起改。`,
      '',
      '接下来（每一步之后都运行 npm run check:content）：',
      `1. 名额有变：改 terms/${term.id}.yaml 的 quota。选区重新划分：改 constituencies/ 中新一届的 name、seats、areas，`,
      '   predecessors 写上它由哪些选区而来；多出来的选区删去，增加的用 npm run new -- constituencies 添加。',
      '2. 选举公告：npm run new -- announcements，kind 写 electionNotice，写上 constituencies 和 electionDay。',
      '3. 候选人：kind 写 candidates，逐人写 candidates（姓名、选区、介绍；不写出生日期和住址）。',
      '4. 选举结果：kind 写 election，写上 mandates、seatsFilled、vacancies，candidates 可写得票数。',
      `   当选的每个人：新人用 npm run new -- people；连任的在原来的文件里再加一份职务（term: terms:${term.id}），旧的不删。`,
      '5. 第一次会议以后：代表小组和联系名单（term 里的 liaison）按新一届重写；联络站的 deputies 换成新的职务。',
      ...(stations.length > 0 ? [`   要换代表的联络站：${stations.join('、')}`] : []),
      ...(groups.length > 0 ? [`   本届的小组（保留，另建新的）：${groups.join('、')}`] : []),
      '旧一届的代表、建议、报告、联系卡和二维码都保留原来的网址；第一次会议那天起，页面会自动写明任期届满、现在由谁代表。',
    ].join('\n'),
};
