/** Units that handle proposals: in an order that ranks nobody, and what the records say about each. */
import { formalReplies } from '../../db/domain/proposal-facts.ts';
import { PROPOSAL_STATES, type ProposalState } from '../../db/domain/proposal-state.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { groupBy } from '../../db/domain/records.ts';
import { resultOf, type Reply } from '../../db/domain/reply.ts';
import { GRADES, RESULT_CLASSES, type Grade, type ResultClass } from '../../db/domain/result-class.ts';
import { isReplyInTime } from '../../db/domain/rounds.ts';
import { shareOf, type Share } from '../../db/domain/share.ts';
import type { Unit } from '../../db/domain/unit.ts';
import { unitShape } from '../../db/domain/unit.ts';
import { oncePer, type County } from './county.ts';
import { promisesByUnit } from './promises.ts';
import { proposals, proposalsByUnit, type ProposalEntry } from './proposals.ts';

const KINDS: readonly Unit['kind'][] = unitShape.shape.kind.options;

/** By kind, then in the order of the records: never by performance. */
export const unitsInOrder = oncePer(({ records }): Unit[] =>
  [...records.units.values()].toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
);

/** The same, in groups by kind. */
export const unitsByKind = oncePer((county) => groupBy(unitsInOrder(county), ({ kind }) => kind));

type Given = { entry: ProposalEntry; reply: Reply };

/** Every reply up to today by id of the unit that gave it. */
const repliesByUnit = oncePer((county) => {
  const all = [...proposals(county).values()].flatMap((entry) => entry.replies.map((reply): Given => ({ entry, reply })));
  return groupBy(all, ({ reply }) => (typeof reply.unit === 'string' ? splitRef(reply.unit).id : undefined));
});

export type UnitNumbers = {
  /** Proposals that it answers for, and those in which it only helps. */
  handled: ProposalEntry[];
  coHandled: ProposalEntry[];
  running: number;
  overdue: Share;
  byState: { state: ProposalState; share: Share }[];
  /** Of the replies that were due by today, how many came in time. */
  inTime: Share;
  byResult: { result: ResultClass; share: Share }[];
  feedback: { n: number; grades: { grade: Grade; share: Share }[] };
  promisesKept: Share;
};

/** What can be counted of a unit; a percentage only from the site's minimum on. */
export function unitNumbers(county: County, unit: Unit): UnitNumbers {
  const minimum = county.site.minimumForPercentages;
  const share = (count: number, n: number): Share => shareOf(count, n, minimum);
  const all = proposalsByUnit(county).get(unit.id) ?? [];
  const coHandled = all.filter((entry) => roleOf(entry, unit) === 'co');
  const handled = all.filter((entry) => roleOf(entry, unit) !== 'co');
  const running = handled.filter(({ facts }) => facts.state === 'assigned' || facts.state === 'rehandling');
  const formal = (repliesByUnit(county).get(unit.id) ?? []).filter(({ reply }) => formalReplies([reply], county.today).length > 0);
  const timed = formal.map(({ reply, entry }) => isReplyInTime(reply, entry.facts.rounds)).filter((inTime) => inTime !== undefined);
  const overdue = running.filter(({ facts }) => facts.flags.includes('overdue')).length;
  const results = formal.flatMap(({ reply }) => resultOf(reply, county.today)?.class ?? []);
  const grades = formal.flatMap(({ reply }) => (reply.feedback?.given && reply.feedback.on <= county.today ? reply.feedback.result : []));
  const promises = promisesByUnit(county).get(unit.id) ?? [];
  const count = <T>(list: readonly T[], value: T): Share => share(list.filter((entry) => entry === value).length, list.length);
  return {
    handled,
    coHandled,
    running: running.length,
    overdue: share(overdue, running.length),
    byState: PROPOSAL_STATES.map((state) => ({ state, share: count(handled.map(({ facts }) => facts.state), state) })).filter((row) => row.share.count > 0),
    inTime: share(timed.filter(Boolean).length, timed.length + overdue),
    byResult: RESULT_CLASSES.map((result) => ({ result, share: count(results, result) })).filter((row) => row.share.count > 0),
    feedback: { n: grades.length, grades: GRADES.map((grade) => ({ grade, share: count(grades, grade) })) },
    promisesKept: share(promises.filter(({ standing }) => standing === 'kept' || standing === 'keptLate').length, promises.length),
  };
}

const roleOf = ({ facts }: ProposalEntry, unit: Unit): string | undefined => facts.assignees.find((assignee) => splitRef(assignee.unit).id === unit.id)?.role;
