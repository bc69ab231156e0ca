/** Units that handle proposals: in an order that ranks nobody, and what the records say about each. */
import { isReplied, leadUnit, verdictOf } from '../../db/domain/case-result.ts';
import { PROPOSAL_STATES, type ProposalState } from '../../db/domain/proposal-state.ts';
import { groupBy } from '../../db/domain/records.ts';
import { GRADES, RESULT_CLASSES, type Grade, type ResultClass } from '../../db/domain/result-class.ts';
import { shareOf, type Share } from '../../db/domain/share.ts';
import type { Unit } from '../../db/domain/unit.ts';
import { unitShape } from '../../db/domain/unit.ts';
import { oncePer, type County } from './county.ts';
import { proposalsByUnit } from './proposals.ts';

const KINDS: readonly Unit['kind'][] = unitShape.shape.kind.options;

/** By kind, then in the order of the records: never by performance. */
export const unitsInOrder = oncePer(({ records }): Unit[] =>
  [...records.units.values()].toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
);

/** The same, in groups by kind. */
export const unitsByKind = oncePer((county) => groupBy(unitsInOrder(county), ({ kind }) => kind));

export type UnitNumbers = {
  /** Proposals that are counted at it, and how many others it helps with or answers for in part. */
  n: number;
  besides: number;
  running: number;
  overdue: Share;
  byState: { state: ProposalState; share: Share }[];
  byResult: { result: ResultClass; share: Share }[];
  feedback: { n: number; grades: { grade: Grade; share: Share }[] };
};

/** What can be counted of the proposals of which it is the leading unit, each once; a percentage only from the site's minimum on. */
export function unitNumbers(county: County, unit: Unit): UnitNumbers {
  const minimum = county.site.minimumForPercentages;
  const all = proposalsByUnit(county).get(unit.id) ?? [];
  const counted = all.filter((entry) => leadUnit(entry, county.today) === `units:${unit.id}`);
  const running = counted.filter(({ facts }) => facts.state === 'assigned' || facts.state === 'rehandling');
  const results = counted.flatMap((entry) => (isReplied(entry) && entry.facts.result?.class) || []);
  const grades = counted.flatMap((entry) => verdictOf(entry, county.today) ?? []);
  const count = <T>(list: readonly T[], value: T): Share => shareOf(list.filter((entry) => entry === value).length, list.length, minimum);
  return {
    n: counted.length,
    besides: all.length - counted.length,
    running: running.length,
    overdue: shareOf(running.filter(({ facts }) => facts.flags.includes('overdue')).length, running.length, minimum),
    byState: PROPOSAL_STATES.map((state) => ({
      state,
      share: count(
        counted.map(({ facts }) => facts.state),
        state,
      ),
    })).filter((row) => row.share.count > 0),
    byResult: RESULT_CLASSES.map((result) => ({ result, share: count(results, result) })).filter((row) => row.share.count > 0),
    feedback: { n: grades.length, grades: GRADES.map((grade) => ({ grade, share: count(grades, grade) })) },
  };
}
