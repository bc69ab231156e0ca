/** The numbers of handling: of the whole county, by session, year and topic, of a unit, and of the unit in the middle. */
import { isCounted, leadUnit } from '../../db/domain/case-result.ts';
import { daysToCompletion, daysToReply, durationsOf, medianOf, sinceCutOff, waitingNow, type Durations } from '../../db/domain/durations.ts';
import type { Promised } from '../../db/domain/promise.ts';
import { RATES, ratesOf, type RateName, type Rates } from '../../db/domain/rates.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { groupBy } from '../../db/domain/records.ts';
import type { Unit } from '../../db/domain/unit.ts';
import { oncePer, type County } from './county.ts';
import { promisesByUnit } from './promises.ts';
import { listings, type ListAxis, type Listing } from './proposal-lists.ts';
import { proposals, proposalsByLead, type ProposalEntry } from './proposals.ts';
import { unitsInOrder } from './units.ts';

export type HandlingNumbers = {
  /** Proposals that are counted: assigned or answered, each once. */
  n: number;
  rates: Rates;
  reply: Durations;
  completion: Durations;
  waiting: { n: number; oldest: number | undefined };
};

/** Numbers over proposals and promises; what was assigned before the site's cut-off is left out. */
function numbersOf(county: County, list: readonly ProposalEntry[], promised: readonly Promised[]): HandlingNumbers {
  const { today, site } = county;
  const minimum = site.minimumForPercentages;
  const counted = sinceCutOff(list.filter(isCounted), site.numbersFrom);
  return {
    n: counted.length,
    rates: ratesOf(counted, promised, { today, minimum }),
    reply: durationsOf(
      counted.flatMap((entry) => daysToReply(entry, today) ?? []),
      minimum,
    ),
    completion: durationsOf(
      counted.flatMap((entry) => daysToCompletion(entry, today) ?? []),
      minimum,
    ),
    waiting: waitingNow(counted, today),
  };
}

const promisesIn = (county: County, list: readonly ProposalEntry[]): Promised[] =>
  sinceCutOff(list, county.site.numbersFrom).flatMap(({ replies }) => replies.flatMap((reply) => reply.promises));

export const countyNumbers = oncePer((county): HandlingNumbers => {
  const all = [...proposals(county).values()];
  return numbersOf(county, all, promisesIn(county, all));
});

/** The same per session, year or topic, in the order of the lists; groups in which nothing was assigned are left out. */
export const numbersBy = (county: County, axis: Exclude<ListAxis, 'unit' | 'state'>): { list: Listing; numbers: HandlingNumbers }[] =>
  listings(county)
    [axis].map((list) => ({ list, numbers: numbersOf(county, list.entries, promisesIn(county, list.entries)) }))
    .filter(({ numbers }) => numbers.n > 0);

/** Of the proposals that a person led; never set beside another person's. */
export function numbersOfDeputy(county: County, personId: string): HandlingNumbers {
  const led = proposalsByLead(county).get(personId) ?? [];
  return numbersOf(county, led, promisesIn(county, led));
}

/** Proposals by id of the unit at which they are counted. */
export const proposalsByLeadUnit = oncePer((county) =>
  groupBy(proposals(county).values(), (entry) => {
    const unit = leadUnit(entry, county.today);
    return unit && splitRef(unit).id;
  }),
);

const byUnit = oncePer(
  (county) =>
    new Map(unitsInOrder(county).map(({ id }) => [id, numbersOf(county, proposalsByLeadUnit(county).get(id) ?? [], promisesOfUnit(county, id))])),
);

function promisesOfUnit(county: County, id: string): Promised[] {
  const kept = new Set(sinceCutOff([...proposals(county).values()], county.site.numbersFrom));
  return (promisesByUnit(county).get(id) ?? []).filter(({ entry }) => kept.has(entry)).map(({ promise }) => promise);
}

/** Its proposals where it leads or handles alone, and all promises that it made. Throws for a unit that is not on record. */
export function numbersOfUnit(county: County, { id }: Unit): HandlingNumbers {
  const found = byUnit(county).get(id);
  if (!found) throw new Error(`no such unit: ${id}`);
  return found;
}

/** The unit in the middle: the median over the units that count enough cases; undefined where fewer than this many do. */
export const UNITS_FOR_A_MIDDLE = 3;
export type Middle = { value: number; units: number } | undefined;
export type MiddleUnit = { rates: Record<RateName, Middle>; reply: Middle; completion: Middle; any: boolean };

export const middleUnit = oncePer((county): MiddleUnit => {
  const all = [...byUnit(county).values()];
  const middle = (values: readonly (number | undefined)[]): Middle => {
    const shown = values.filter((value) => value !== undefined);
    return shown.length < UNITS_FOR_A_MIDDLE ? undefined : { value: Math.round(medianOf(shown) * 10) / 10, units: shown.length };
  };
  const rates = Object.fromEntries(RATES.map((name) => [name, middle(all.map((numbers) => numbers.rates[name].percent))])) as Record<
    RateName,
    Middle
  >;
  const [reply, completion] = [
    middle(all.map((numbers) => numbers.reply.shown?.median)),
    middle(all.map((numbers) => numbers.completion.shown?.median)),
  ];
  return { rates, reply, completion, any: [reply, completion, ...Object.values(rates)].some((value) => value !== undefined) };
});
