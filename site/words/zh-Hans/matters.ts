/** What the office enters of what came by another way than the site: its sources and outcomes. */
import type { MatterOutcome, MatterSource } from '../../../db/domain/matter.ts';

export const matterSources: Record<MatterSource, string> = {
  walkIn: '来访',
  call: '来电',
  letter: '纸质来信',
  superior: '上级交办',
  inspection: '视察、检查发现',
  other: '其他',
};
export const matterOutcomes: Record<MatterOutcome, string> = {
  open: '办理中',
  solved: '已解决',
  explained: '已说明情况',
  passedOn: '已转有关单位',
  proposal: '已转为代表建议',
  notCompetent: '不属职责，已告知去处',
};
