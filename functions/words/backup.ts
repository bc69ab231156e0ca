import type { Merged } from '../../db/queries/later.ts';

const NAMES: Record<string, string> = {
  messages: '留言',
  answers: '回复',
  rating_claims: '测评',
  codes: '测评码',
  audit: '操作记录',
  user: '工作人员',
};

const counted = (rows: Record<string, number>): string =>
  Object.entries(NAMES)
    .filter(([table]) => rows[table] !== undefined)
    .map(([table, name]) => `${name} ${rows[table]} 条`)
    .join('，');

/** Sentences of `backup`, `restore` and `secrets`. */
export const backupWords = {
  backupUsage: '用法：npm run backup -- 文件\n      npm run backup -- 目录 [--keep-days 30]   （按时间起名，并删去目录里不再需要的备份）',
  restoreUsage: '用法：npm run restore -- 备份文件 [--later 同一数据库较新的备份]',
  exists: (file: string) => `${file} 已经存在。备份不会覆盖别的文件，请换一个名字。`,
  keepDays: '--keep-days 应为不小于 1 的天数，并且要给出目录而不是文件。',
  copied: (rows: number) => `已复制 ${rows} 条 …`,
  backedUp: (file: string, bytes: number, rows: Record<string, number>) =>
    `已备份到 ${file}（${Math.ceil(bytes / 1024)} KiB，已检查完整）：${counted(rows)}。\n密钥不在备份里，请另外用 npm run secrets -- export 文件 保存一次。`,
  forgotten: (count: number) => `已删去 ${count} 份不再需要的备份（最近两小时的全留，一天内每小时留一份，更早的每天留一份）。`,
  noFile: (file: string) => `找不到 ${file}。`,
  notOurs: (file: string) => `${file} 不是回音的数据库。`,
  damaged: (file: string, damage: string[]) => `${file} 已损坏，不能使用：\n${damage.slice(0, 5).join('\n')}`,
  newer: (file: string) => `${file} 出自更新版本的回音。请先升级程序，再恢复。`,
  stopFirst: '网站正在运行。请先停止它（systemctl stop huiyin），再恢复备份。',
  otherKeys:
    '这份备份用的是另一组密钥。请先用 npm run secrets -- import 文件 放回当时的密钥；如果密钥已经遗失，加上 --other-keys 恢复：已发出的测评码和回执码将不能再用，留言人的联系方式将无法读出。',
  notEmpty: '远程数据库里已经有数据。请先建一个空的数据库，把 DATABASE_URL 指向它，再恢复。',
  restored: (file: string, rows: Record<string, number>, erasedAgain: number) =>
    `已从 ${file} 恢复：${counted(rows)}。${erasedAgain > 0 ? `备份之后删除过的 ${erasedAgain} 份联系方式已再次删除。` : ''}工作人员需要重新登录。`,
  merged: (file: string, found: Merged | undefined) => {
    if (found === undefined) return `${file} 读不出来，备份之后的测评没有找回，那些测评码可以再用一次。`;
    if (found.ratings === undefined) return `${file} 里缺少备份中已有的测评，没有采用它的测评。`;
    return `从 ${file} 找回备份之后的测评 ${found.ratings} 份，删除记录 ${found.erased} 条。`;
  },
  keptAside: (file: string) => `原来的数据库留在 ${file}。确认无误后请删去它。`,
  secretsUsage: '用法：npm run secrets -- export 文件\n      npm run secrets -- import 文件',
  passphrase: '口令（输入时不显示）：',
  again: '请再输入一遍：',
  tooShort: (characters: number) => `口令至少要有 ${characters} 个字。`,
  differ: '两次输入的口令不一样。',
  secretsExported: (file: string) => `密钥已用口令加密，保存在 ${file}。请把它和口令分开存放，也不要和备份放在一处。`,
  secretsClosed: '打不开：口令不对，或文件已被改动。',
  secretsImported: (file: string) => `密钥已放入 ${file}；原来的密钥（如果有）留在它旁边。请重新启动网站。`,
};
