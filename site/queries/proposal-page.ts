/** Everything that the page of one proposal says. */
import type { Activity } from '../../db/domain/activity.ts';
import type { Decision } from '../../db/domain/decision.ts';
import type { HANDLING_ROLES, Proposal, ProposalEvent } from '../../db/domain/proposal.ts';
import { publicationOf, type Publication } from '../../db/domain/publication.ts';
import { isKnown, known } from '../../db/domain/record-fields.ts';
import { find, groupBy } from '../../db/domain/records.ts';
import type { Reply } from '../../db/domain/reply.ts';
import { isReplyInTime } from '../../db/domain/rounds.ts';
import type { Site } from '../../db/domain/site.ts';
import type { Unit } from '../../db/domain/unit.ts';
import { activities } from './activities.ts';
import { oncePer, type County } from './county.ts';
import { promises, type PromiseEntry } from './promises.ts';
import { proposals, type ProposalEntry } from './proposals.ts';

export type ResultMeaning = Site['resultClasses'][number];
export type ReplyFacts = {
  reply: Reply;
  unit: Unit | undefined;
  /** What the class of the letter means here; undefined where none is recorded. */
  result: ResultMeaning | undefined;
  upgrades: { on: string; reason: string; from: ResultMeaning | undefined; to: ResultMeaning | undefined }[];
  publication: Publication | undefined;
  inTime: boolean | undefined;
  promises: PromiseEntry[];
};

/** The local meaning of a result: by letter and class or, where no letter is given, by class. */
export function meaningOf(site: Site, result: { class: string; letter?: string | undefined } | undefined): ResultMeaning | undefined {
  if (!result) return undefined;
  const ofClass = site.resultClasses.filter((entry) => entry.class === result.class);
  return ofClass.find(({ letter }) => letter === result.letter) ?? ofClass[0];
}

const promisesByReply = oncePer((county) => groupBy(promises(county), ({ reply }) => reply.id));

/** Every reply with its facts: by round, the answering units before those that only help, interim notes in their place. */
export function repliesOf(county: County, { replies, facts }: ProposalEntry): ReplyFacts[] {
  const { site, days, today, records } = county;
  return replies
    .toSorted(
      (a, b) =>
        a.round - b.round || Number(a.role === 'co') - Number(b.role === 'co') || (known(a.repliedOn) ?? '').localeCompare(known(b.repliedOn) ?? ''),
    )
    .map((reply) => {
      const upgrades = reply.upgrades.filter(({ on }) => on <= today);
      const before = [reply.result, ...upgrades];
      return {
        reply,
        unit: isKnown(reply.unit) ? find(records, 'units', reply.unit) : undefined,
        result: meaningOf(site, upgrades.at(-1) ?? reply.result),
        upgrades: upgrades.map((upgrade, index) => ({
          on: upgrade.on,
          reason: upgrade.reason,
          from: meaningOf(site, before[index]),
          to: meaningOf(site, upgrade),
        })),
        // A helper's opinion goes to the leading unit and is published with that unit's reply.
        publication: reply.interim || reply.role === 'co' ? undefined : publicationOf(reply, site.deadlines, days, today),
        inTime: reply.interim || reply.role === 'co' ? undefined : isReplyInTime(reply, facts.rounds),
        promises: promisesByReply(county).get(reply.id) ?? [],
      };
    });
}

export type Handler = { unit: Unit; role: (typeof HANDLING_ROLES)[number] | undefined };

/** The units of the assignment in force with their roles; of old records, the units that replied. */
export function handlersOf({ facts, units }: ProposalEntry): Handler[] {
  return units.map((unit) => ({ unit, role: facts.assignees.find((assignee) => assignee.unit === `units:${unit.id}`)?.role }));
}

/** The event that ended the handling without a reply; undefined while a reply may come. */
export function endingOf(county: County, { facts, proposal }: ProposalEntry): { event: ProposalEvent; into: Proposal | undefined } | undefined {
  const event = proposal.events.find(({ kind, on }) => kind === facts.state && ENDINGS.has(kind) && on <= county.today);
  return event && { event, into: event.kind === 'merged' ? find(county.records, 'proposals', event.into) : undefined };
}

const ENDINGS: ReadonlySet<string> = new Set(['notAccepted', 'withdrawn', 'merged', 'passedUp']);

const activitiesByProposal = oncePer((county) =>
  byRef(
    activities(county).filter(({ state }) => state === 'confirmed'),
    ({ proposals }) => proposals,
  ),
);
const decisionsByProposal = oncePer(({ records, today }) =>
  byRef(
    [...records.decisions.values()].filter(({ date }) => date <= today),
    ({ proposals }) => proposals,
  ),
);
const decisionsByUnit = oncePer(({ records, today }) =>
  byRef(
    [...records.decisions.values()].filter(({ date }) => date <= today),
    ({ units }) => units,
  ),
);

function byRef<T>(list: readonly T[], refs: (entry: T) => readonly string[]): Map<string, T[]> {
  const pairs = list.flatMap((entry) => [...new Set(refs(entry))].map((ref) => ({ entry, ref })));
  return new Map([...groupBy(pairs, ({ ref }) => ref)].map(([ref, found]) => [ref, found.map(({ entry }) => entry)]));
}

/** Activities from which the proposal came. */
export const activitiesOfProposal = (county: County, { proposal }: ProposalEntry): Activity[] =>
  activitiesByProposal(county).get(`proposals:${proposal.id}`) ?? [];
export const decisionsOfProposal = (county: County, { proposal }: ProposalEntry): Decision[] =>
  decisionsByProposal(county).get(`proposals:${proposal.id}`) ?? [];
export const decisionsOfUnit = (county: County, unit: Unit): Decision[] => decisionsByUnit(county).get(`units:${unit.id}`) ?? [];

const titles = oncePer((county) => Map.groupBy(proposals(county).values(), ({ proposal }) => proposal.title));

/** The title of its page: where others have the same title, with its number, and where even that is the same, with its id. */
export function titleOf(county: County, { proposal: { id, title, number } }: ProposalEntry): string {
  const same = titles(county).get(title) ?? [];
  if (same.length < 2) return title;
  const alike = same.filter(({ proposal }) => proposal.number === number).length;
  return `${title}（${number}${alike > 1 ? `，${id}` : ''}）`;
}
