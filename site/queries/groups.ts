/** Groups of deputies, and whom they count. */
import type { Group } from '../../db/domain/group.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { groupBy } from '../../db/domain/records.ts';
import { oncePer, type County } from './county.ts';
import { mandatesOf, type MandateFacts } from './mandates.ts';

export type Membership = { facts: MandateFacts; role: 'leader' | 'viceLeader' | 'member' };

/** Members, leaders first. */
export function membersOf(county: County, group: Group): Membership[] {
  const refs = [...new Set([...(group.leader ? [group.leader] : []), ...group.viceLeaders, ...group.members])];
  return mandatesOf(county, refs).map((facts) => ({ facts, role: roleIn(group, facts.ref) }));
}

const roleIn = (group: Group, ref: string): Membership['role'] =>
  group.leader === ref ? 'leader' : group.viceLeaders.includes(ref) ? 'viceLeader' : 'member';

/** Groups by id of the person, with their role. */
export const groupsByPerson = oncePer(({ records }) => {
  const pairs = [...records.groups.values()].flatMap((group) =>
    [...new Set([...(group.leader ? [group.leader] : []), ...group.viceLeaders, ...group.members])].map((ref) => ({
      group,
      person: splitRef(ref).id,
      role: roleIn(group, ref),
    })),
  );
  return groupBy(pairs, ({ person }) => person);
});

/** Groups by kind, in the order of the records. */
export const groupsByKind = oncePer(({ records }) => groupBy(records.groups.values(), ({ kind }) => kind));
