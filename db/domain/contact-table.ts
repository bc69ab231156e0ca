/** Contacts with voters by community and month (联系选民一览): where a deputy has been, and where not. */
import type { Activity } from './activity.ts';
import type { ActivityType } from './activity-type.ts';
import { areasOf, type Constituency } from './constituency.ts';
import { isCounted, type DutyPart } from './duty-log.ts';
import { splitRef, type CivilDate } from './record-fields.ts';
import type { Records } from './records.ts';

/** What counts as contact with voters: receptions, visits, forums. */
export const CONTACT_TYPES: readonly ActivityType[] = ['reception', 'visit', 'voterForum'];

/** `months` holds a count for January to December; undefined for months that are still ahead. */
export type ContactRow = { months: (number | undefined)[]; total: number };
export type CommunityRow = ContactRow & { area: string; part: string | undefined };
export type ContactTable = {
  communities: CommunityRow[];
  /** In the constituency, or in a town around it, but no community is named. */
  unplaced: ContactRow;
  /** Everywhere else. */
  outside: ContactRow;
  /** Contacts in the year, each once, however many communities it touched. */
  contacts: number;
  /** Communities with at least one contact. */
  reached: number;
};

/** Counts one contact once in each community that it touched, in the month of its first day. */
export function contactTable(
  records: Records,
  constituency: Constituency,
  parts: readonly DutyPart[],
  { year, today }: { year: number; today: CivilDate },
): ContactTable {
  const open = (): ContactRow => ({ months: monthsOf(year, today), total: 0 });
  const communities = communitiesOf(records, constituency).map((place): CommunityRow => ({ ...place, ...open() }));
  const [unplaced, outside] = [open(), open()];
  const above = new Set(communities.flatMap(({ area }) => wayOf(records, area).slice(1)));
  const contacts = contactsOf(parts).filter(({ from }) => from.startsWith(`${year}-`));
  for (const activity of contacts) for (const row of rowsOf(activity)) add(row, activity.from);
  return { communities, unplaced, outside, contacts: contacts.length, reached: communities.filter(({ total }) => total > 0).length };

  function rowsOf({ areas }: Activity): Set<ContactRow> {
    if (areas.length === 0) return new Set([unplaced]);
    return new Set(
      areas.flatMap((ref) => {
        const way = wayOf(records, splitRef(ref).id);
        const named = communities.filter(({ area }) => way.includes(area));
        return named.length > 0 ? named : [above.has(way[0] ?? '') ? unplaced : outside];
      }),
    );
  }
}

/** The villages and communities of a constituency; one that is drawn as a whole town has those of the town. */
function communitiesOf(records: Records, constituency: Constituency): { area: string; part: string | undefined }[] {
  return areasOf(constituency).flatMap(({ area, part }) => {
    const inside = [...records.areas.values()].filter(({ parent, kind }) => parent === area && (kind === 'community' || kind === 'village'));
    return part === undefined && inside.length > 0 ? inside.map(({ id }) => ({ area: id, part })) : [{ area: splitRef(area).id, part }];
  });
}

/** The entries of a log that are contacts and count, in the order of the log. */
export const contactsOf = (parts: readonly DutyPart[]): Activity[] =>
  parts.filter((part) => isCounted(part) && CONTACT_TYPES.includes(part.activity.type)).map(({ activity }) => activity);

function add(row: ContactRow, on: CivilDate): void {
  const month = Number(on.slice(5, 7)) - 1;
  row.months[month] = (row.months[month] ?? 0) + 1;
  row.total += 1;
}

const monthsOf = (year: number, today: CivilDate): (number | undefined)[] =>
  Array.from({ length: 12 }, (_, index) => (`${year}-${String(index + 1).padStart(2, '0')}-01` <= today ? 0 : undefined));

/** The area itself and all around it, ids, innermost first; a circle ends it. */
function wayOf(records: Records, area: string): string[] {
  const way: string[] = [];
  for (let id: string | undefined = area; id !== undefined && !way.includes(id);) {
    way.push(id);
    const parent: string | undefined = records.areas.get(id)?.parent;
    id = parent && splitRef(parent).id;
  }
  return way;
}
