/** What the people who publish read in their terminal and in the log of the service. */
export const releaseWords = {
  tooManyFiles: (count: number, limit: number) =>
    `文件数 ${count} 超过上限 ${limit}（content/site 中的 fileLimit）。请归档旧记录，或在主机允许时提高上限。`,
  noNotFoundPage: '缺少 404.html：找不到页面时没有可以显示的内容。',
  brokenPage: (path: string) => `${path}：不是完整的网页（应以 <!doctype html> 开头、以 </html> 结尾）。渲染这一页时出了错。`,
  badLink: (address: string) => `地址“${address}”写法有误。`,
  deadLink: (address: string) => `链接“${address}”指向不存在的页面。`,
  foreignOrigin: (address: string) => `会从别的网站加载“${address}”。本站只允许加载自己的文件。`,
  linkFault: (first: string, fault: string, times: number) => `${first}：${fault}${times > 1 ? `（共 ${times} 处）` : ''}`,
  leak: (path: string) => `${path}：含有不得公开的内容（预先埋设的标记）。`,
  faults: (count: number) => `检查发现 ${count} 处问题，没有发布，网站仍显示原来的内容。`,
  more: (count: number) => `……另有 ${count} 处`,
  published: (id: string) => `已发布 ${id}。`,
  notPublished: '没有发布新版本（原因见上）。如有以前的版本，网站继续显示它。',
  listening: (host: string, port: number) => `网站已经打开：http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`,
  noRelease: '还没有发布过任何版本。请先运行 npm start 或 npm run publish。',
  rolledBack: (id: string, from: string) => `已从 ${from} 退回 ${id}。`,
  nothingToRollBack: '没有更早的版本可以退回。',
  unknownRelease: (id: string) => `没有名为 ${id} 的版本。`,
  notBundled: '页面程序没有生成（原因见上），没有发布，网站仍显示原来的内容。',
  publishRunning: (pid: number) => `另一个发布正在进行（进程 ${pid}）。请等它结束后再试。`,
  snapshotFromBefore: (id: string, reason: string) => `数据库没有应答（${reason}），测评和留言的数字沿用版本 ${id}。`,
  snapshotEmpty: (reason: string) => `数据库没有应答（${reason}），也没有更早的版本：这次发布不含测评和留言的数字。`,
  ratingsDisagree: (reports: string) =>
    `警告：这些报告的测评记录与校验数或日志不符：${reports}。网页注明“核对不符”。用 npm run codes -- status 查看，请立即查明谁改动了数据库。`,
  ratingsLogChanged: (release: string, entry: number) =>
    `警告：数据库里的测评日志与已公布的不一致（第 ${entry} 条起）。测评仍按版本 ${release} 公布，并标明核对不符。请立即查明谁改动了数据库，用备份核对。`,
  indexNotLoaded: (reason: string) => `数据库没有应答（${reason}）：建议列表的查询暂不可用，静态列表不受影响。`,
} as const;

/** A term in words, where a proposal has no known year: 第17届. */
export const termTitle = (ordinal: number): string => `第${ordinal}届`;

/** A mandate in words, for example 云溪县人民代表大会第17届代表. */
export const mandateTitle = (congress: string, ordinal: number): string => `${congress}第${ordinal}届代表`;
