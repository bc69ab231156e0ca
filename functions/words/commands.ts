/** Sentences of the commands for those who run a site, and the printed slips that voters receive. */
export const commandWords = {
  migrated: '数据库已是最新结构。',
  sampleAdded: '已加入示范数据：已结束的测评、公开的留言，以及两份长期开放测评的述职报告。',
  sampleThere: '示范数据已在，没有重复加入。',
  demoCodes: (addresses: string[]) =>
    `可以用下面的测评码试一试，每个码对每份报告只能用一次：\n${addresses.map((address) => `  ${address}`).join('\n')}`,
};
