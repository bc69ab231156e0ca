/** Plans and what became of their items. */
import type { Plan } from '../../db/domain/plan.ts';
import type { Activity } from '../../db/domain/activity.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { find, groupBy } from '../../db/domain/records.ts';
import { oncePer, type County } from './county.ts';

export type PlanItem = { plan: Plan; item: Plan['items'][number] };

/** Plans, newest year first. */
export const plans = oncePer(({ records }): Plan[] =>
  [...records.plans.values()].toSorted((a, b) => b.year - a.year || b.issuedOn.localeCompare(a.issuedOn)),
);

/** Items still ahead, soonest first. */
export const comingPlanItems = (county: County): PlanItem[] =>
  plans(county)
    .flatMap((plan) => plan.items.map((item) => ({ plan, item })))
    .filter(({ item }) => item.due >= county.today && !item.activity && !item.notHeld)
    .toSorted((a, b) => a.item.due.localeCompare(b.item.due));

/** What became of an item: held, not held with a reason, still ahead, or past its date without a word. */
export type ItemOutcome = { item: Plan['items'][number]; outcome: 'held' | 'notHeld' | 'ahead' | 'missed'; activity: Activity | undefined };

export const itemOutcomes = ({ records, today }: County, plan: Plan): ItemOutcome[] =>
  plan.items.map((item) => ({
    item,
    outcome: item.activity ? 'held' : item.notHeld ? 'notHeld' : item.due >= today ? 'ahead' : 'missed',
    activity: item.activity ? find(records, 'activities', item.activity) : undefined,
  }));

const itemsByActivity = oncePer((county) =>
  groupBy(
    plans(county).flatMap((plan) => plan.items.map((item) => ({ plan, item }))),
    ({ item }) => item.activity && splitRef(item.activity).id,
  ),
);

/** Items of plans that an activity carried out. */
export const planItemsOf = (county: County, activity: string): PlanItem[] => itemsByActivity(county).get(activity) ?? [];

/** How many items are known to be held. */
export const progressOf = (plan: Plan): { held: number } => ({ held: plan.items.filter(({ activity }) => activity).length });
