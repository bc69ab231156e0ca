/** Plans and what became of their items. */
import type { Plan } from '../../db/domain/plan.ts';
import { oncePer, type County } from './county.ts';

export type PlanItem = { plan: Plan; item: Plan['items'][number] };

/** Plans, newest year first. */
export const plans = oncePer(({ records }): Plan[] => [...records.plans.values()].toSorted((a, b) => b.year - a.year || b.issuedOn.localeCompare(a.issuedOn)));

/** Items still ahead, soonest first. */
export const comingPlanItems = (county: County): PlanItem[] =>
  plans(county)
    .flatMap((plan) => plan.items.map((item) => ({ plan, item })))
    .filter(({ item }) => item.due >= county.today && !item.activity && !item.notHeld)
    .toSorted((a, b) => a.item.due.localeCompare(b.item.due));
