/** What an editor is told about a fault in a record: what is wrong, and what to do. `{name}` stands for a parameter. */
const SENTENCES: Record<string, string> = {
  // Files
  unknownKind: '不认识的文件或文件夹。记录要放在以下文件夹之一：{kinds}；请移动或删除它。',
  wrongEnding: '文件的扩展名应为 {ending}；请改名。',
  id: '编号（文件名）只能用小写字母、数字和连字符，2 到 60 个字符；请改名。',
  innerId: '编号只能用小写字母、数字和连字符，最多 40 个字符。',
  duplicateId: '同类记录中已有这个编号，见 {other}；请另取一个编号。',
  fileTooLarge: '文件超过 {kib} KiB；请把长材料做成附件。',
  notUtf8: '文件不是 UTF-8 编码；请用 UTF-8 另存。',
  noFrontMatter: '文件应以一行 --- 开头，写完各项后再用一行 --- 隔开正文。',
  notYaml: '这一行不符合 YAML 格式（{reason}）；请检查缩进、冒号后的空格和引号。',
  noFields: '文件里没有任何字段；可用 npm run new 生成一份样例对照。',
  noSite: '缺少 site/site.md（本站设置）；可从 npm run new-county 生成的文件夹中复制一份。',
  severalSites: 'site 文件夹中只能有一个文件；请删去多余的。',
  keyOfReader: '不要填写这一项：编号取自文件名，正文写在第二行 --- 之后。',
  fileNotNamed: '没有任何记录用到这个文件；请在记录中写上它，或删除它。',
  fileMissing: '在 {folder} 文件夹中找不到这个文件；请补上文件或改正文件名。',
  namedFileTooLarge: '文件超过 {mib} MiB；请压缩后再放进来。',
  notThatFormat: '文件内容不是 {ending} 格式；请另存为该格式，不要只改扩展名。',
  // Single fields
  missing: '缺少这一项；请补上。',
  unknownKey: '没有“{key}”这一项；请检查拼写，或删去这一行。',
  wrongType: '类型不对，这里应填 {expected}。',
  wrongValue: '这里只能填：{values}。',
  unknownOption: '填写的内容不在可选范围内；请对照说明文件。',
  wrongFormat: '格式不对（应为 {format}）。',
  tooLong: '太长，最多 {maximum} 个字符。',
  tooShort: '不能为空，至少 {minimum} 个。',
  tooBig: '数值太大，最大 {maximum}。',
  tooSmall: '数值太小，最小 {minimum}。',
  brokenCharacter: '含有看不见的控制符、私用字或乱码（�）；请重新输入这段文字。',
  date: '日期应写成 2026-03-05 的样子，而且当天确实存在。',
  dateOrUnknown: '日期应写成 2026-03-05 的样子；确实不知道时写 unknown: 加原因。',
  clockTime: '时间应写成 09:30 的样子（24 小时制）。',
  months: '月份填 all、odd（单月）、even（双月）或 1 到 12 的列表。',
  week: '第几周填 1 到 4、last（最后一周）或 each（每周）。',
  personName: '姓名中有不能使用的字符；少数民族姓名的间隔号请用“·”。',
  divisionCode: '行政区划代码为 6、9 或 12 位数字。',
  photoFile: '照片文件名用小写字母、数字和连字符，扩展名 jpg、png 或 webp。',
  attachmentFile: '附件文件名用小写字母、数字和连字符，扩展名 pdf 或 jpg。',
  disclosure: '公开属性填 full；只公开摘要、标题或不公开时，写 show、reason、decidedBy、decidedOn。',
  constituencyOrUnknown: '填选区的引用，例如 constituencies:yunxi-17-03；旧记录确实不知道时写 unknown: 加原因。',
  unitOrUnknown: '填承办单位的引用，例如 units:jiaotong；旧记录确实不知道时写 unknown: 加原因。',
  areaOrPart: '填区域的引用，例如 areas:xinqiao；只有一部分时写 area 和 part。',
  ref: '引用应写成“{kind}:编号”的样子。',
  // Links
  noSuchRecord: '引用的 {reference} 不存在；请检查拼写，或先添加那份记录。',
  cyclicArea: '上级区域绕成了圈；请检查 parent。',
  cyclicStation: '上级站点绕成了圈；请检查 parent。',
  areaAboveParent: '级别不低于上级区域“{parent}”；请检查 kind 或 parent。',
  congressAboveParent: '级别不低于上一级“{parent}”；请检查 level 或 parent。',
  betweenOfLevel: '乡镇人大闭会期间的机构是主席团（presidium），县级以上是常委会（standingCommittee）。',
  repeatedInList: '与列表中前面的一项重复；请删去或改正。',
  // Terms, calendars, constituencies
  endBeforeStart: '结束早于开始；请检查两个日期或时间。',
  outsideTerm: '日期不在这一届的任期之内；请检查日期或届次。',
  sameTerm: '同一届已有记录 {other}；请删去一份。',
  termsOverlap: '与下一届 {other} 的任期重叠；请填上本届的结束日期（下一届第一次会议的日期）。',
  sameYear: '这一年已有工作日历 {other}；请删去一份。',
  otherYear: '假期不在这一年；请检查日期。',
  notWeekend: '调休上班的日子应是星期六或星期日；请检查日期。',
  tooManySeats: '名额超过每个选区 {maximum} 名的上限（选举法第二十五条）；请检查。',
  constituencyWithoutArea: '按居住地划分的选区要写明包括哪些区域。',
  constituencyWithoutEmployer: '按单位划分的选区要写明包括哪些单位。',
  predecessorOfSameTerm: '前身应是上一届的选区。',
  leaderNotMember: '组长、副组长也要列在成员中。',
  ruleWithoutDate: '按这条规则两年内没有一个接待日；请检查月份、日期和节假日处理。',
  notHeldWithoutReason: '没有举行时请写明原因（reason）。',
  // People
  twoMandatesInTerm: '同一届只能有一份代表职务；请合并。',
  constituencyOrElectoralUnit: '选区（constituency）和选举单位（electoralUnit）必须填一个，也只能填一个。',
  electionOfLevel: '{congress}：县乡两级代表填选区，市级以上代表填选举单位。',
  constituencyOfOtherTerm: '这个选区（选举单位）属于另一届；请改用本届的。',
  mandateOutsideTerm: '日期不在任期之内（{start} 至 {end}）；换届选举可早于任期开始至多一年，补选必须在任期内。',
  eventsOutOfOrder: '职务变动要按日期先后排列。',
  eventAfterEnd: '职务已经终止，之后不能再有变动；请检查顺序。',
  restoredWithoutSuspension: '没有暂停过，不能恢复；请检查。',
  moreMandatesThanSeats: '选区“{constituency}”只有 {seats} 个名额，已经选满；请检查选区，或补上前任的终止日期。',
  // Proposals and replies
  textNotDisclosed: '公开属性不允许公开正文；请删去正文，或改公开属性。',
  textMissing: '公开属性要求有正文；请补上正文，或改公开属性并写明理由。',
  unknownTopic: '本站设置中没有“{topic}”这个分类；请改用已有的分类，或先在 site.md 中添加。',
  leadIsCoSigner: '领衔代表不必再列为附议代表；请删去。',
  signerOfOtherTerm: '这份代表职务属于另一届；请改用本届的职务。',
  sessionOfOtherTerm: '会议不属于这一届；请检查 session 和 term。',
  outsideSession: '提出日期不在会议期间；闭会期间提出的请不要填 session。',
  beforeSubmission: '早于建议的提出日期 {submitted}；请检查日期。',
  mergedIntoItself: '不能并入自己；请写并入的那件建议。',
  impossibleEvent: '“{move}”（{on}）不能发生在状态“{from}”之后；请检查办理过程的顺序，或补上缺少的一步。',
  impossibleReply: '答复 {reply}（{on}）不能发生在状态“{from}”之后；请补上交办或重新办理的记录，或检查日期。',
  replyBeforeProposal: '答复早于建议的提出日期 {submitted}；请检查日期。',
  beforeReply: '早于答复日期 {replied}；请检查日期。',
  unitNotAssigned: '这个单位没有承办这件建议；请检查单位，或在建议的办理过程中补上交办。',
  roleNotAssigned: '交办时的角色是 {role}；请与建议的办理过程保持一致。',
  letterOfOtherClass: '本站设置中，字母“{letter}”不是这个类别；请检查 result。',
  promiseMissing: '类别为正在解决或计划解决的答复，至少要写一项承诺（promises）：做什么、期限。',
  sameReply: '同一单位同一轮已有答复 {other}；第二次办理请把 round 写成 2。',
  // Reports, activities, plans, announcements
  audienceOfMandate: '直接选举的代表向选民（voters）述职，间接选举的向选举单位（electoralUnit）述职。',
  notYetPublished: '状态不是 published 时不填公开日期。',
  dateMissing: '已公开的报告要写公开日期。',
  publishedBeforeReported: '公开日期早于述职日期；请检查。',
  unknownHeading: '小标题“{heading}”不在规定之列；请对照 content/README.md 中的六个小标题。',
  sectionMissing: '正文应有且只有一个“## {heading}”部分，并写上内容。',
  ballotIssued: '发出的票多于到会人数；请核对。',
  ballotReturned: '收回的票多于发出的票；请核对。',
  ballotValid: '有效票与无效票之和应等于收回的票；请核对。',
  ballotGrades: '各等次票数之和应等于有效票；请核对。',
  inspectionForm: '视察（inspection）要写明形式，其他活动不写。',
  disputeText: '状态为 disputed 时要写代表的不同意见，其他状态不写。',
  heldAndNotHeld: '已举行和未举行只能填一个。',
  quotaSum: '实有 {seatsFilled} 名与出缺 {vacancies} 名（加上预留名额）不等于名额 {quota} 名；请核对。',
};

/** Names of types as an editor would say them. */
const TYPES: Record<string, string> = { string: '文字', number: '数字', int: '整数', boolean: 'true 或 false', array: '列表（每项以 - 开头）', object: '一组字段' };

/** The sentence for a fault. Throws for a code without one, which a test rules out. */
export function contentFaultSentence(code: string, params: Record<string, string | number>): string {
  const sentence = SENTENCES[code];
  if (sentence === undefined) throw new Error(`no sentence for fault code ${code}`);
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    return name === 'expected' ? (TYPES[value] ?? value) : value;
  });
}

/** All codes that have a sentence. */
export const contentFaultCodes = (): string[] => Object.keys(SENTENCES);
