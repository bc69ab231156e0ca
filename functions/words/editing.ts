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
