/** Rules for the duty log: nobody is recorded where they could not have been, and whatever a quota counts has its number. */
import type { Activity } from '../activity.ts';
import { isQuotaOf } from '../quota.ts';
import { known, splitRef } from '../record-fields.ts';
import { find, findMandate, type Records } from '../records.ts';
import { serviceSpans, servedOn, startOfService } from '../service.ts';
import { fault, isAfter, repeated, type Rule, type RuleFault } from './rule.ts';

export const activityRule: Rule<'activities'> = function* (activity, { records, today }) {
  if (isAfter(activity.from, activity.to)) yield fault(['to'], 'endBeforeStart');
  if (activity.state !== 'draft' && activity.from > today) yield fault(['from'], 'activityAhead');
  if ((activity.type === 'inspection') !== (activity.inspectionForm !== undefined)) yield fault(['inspectionForm'], 'inspectionForm');
  for (const { index } of repeated(activity.deputies, ({ mandate }) => mandate)) yield fault(['deputies', index], 'repeatedInList');
  yield* stateFaults(activity);
  if (activity.state === 'void') return;
  yield* attendanceFaults(activity, records);
  yield* sessionFaults(activity, records);
  yield* countFaults(activity, records);
};

function* stateFaults({ state, dispute, settlement, voidReason }: Activity): Generator<RuleFault> {
  if (state === 'disputed' && dispute === undefined) yield fault(['dispute'], 'disputeText');
  if (state === 'disputed' && settlement !== undefined) yield fault(['settlement'], 'settledDispute');
  if (state !== 'disputed' && (dispute === undefined) !== (settlement === undefined)) yield fault(['settlement'], 'disputeAndSettlement');
  if ((state === 'void') !== (voidReason !== undefined)) yield fault(['voidReason'], 'voidReason');
}

/** Nobody took part before the mandate began, while it was suspended, or after it ended (Deputies Law 61-63). */
function* attendanceFaults({ deputies, from }: Activity, records: Records): Generator<RuleFault> {
  for (const [index, { mandate }] of deputies.entries()) {
    const held = findMandate(records, mandate);
    const term = held && find(records, 'terms', held.mandate.term);
    if (!held || !term || startOfService(held.mandate, term) === undefined) continue;
    if (!servedOn(serviceSpans(held.mandate, term, from), from))
      yield fault(['deputies', index, 'mandate'], 'notInOffice', { name: held.person.name, on: from });
  }
}

/** Attendance at a session is counted session by session, so the entry must say which one. */
function* sessionFaults({ type, session, from, to, deputies }: Activity, records: Records): Generator<RuleFault> {
  if (type === 'session' && !session) yield fault(['session'], 'sessionMissing');
  const term = session && find(records, 'terms', session);
  const met = term && term.sessions.find(({ ordinal }) => String(ordinal) === splitRef(session).inner);
  if (!session || !term || !met) return;
  if (isAfter(met.start, from) || isAfter(to ?? from, met.end))
    yield fault(['session'], 'notInSession', { start: known(met.start) ?? '', end: met.end ?? '' });
  for (const [index, { mandate }] of deputies.entries())
    if (findMandate(records, mandate)?.mandate.term !== `terms:${term.id}`) yield fault(['deputies', index, 'mandate'], 'attendeeOfOtherTerm');
}

/** What a quota counts in people or households needs that number, or the entry would silently count as none. */
function* countFaults(activity: Activity, records: Records): Generator<RuleFault> {
  if (activity.state === 'draft') return;
  const congresses = activity.deputies.flatMap(({ mandate }) => {
    const held = findMandate(records, mandate);
    return (held && find(records, 'terms', held.mandate.term)?.congress) ?? [];
  });
  for (const unit of ['people', 'households'] as const) {
    const counting = records.site.quotaSets.find(
      (set) =>
        activity.from >= set.from &&
        congresses.some((congress) => isQuotaOf(set, congress, records.site.congress)) &&
        set.items.some((item) => item.unit === unit && item.activityTypes.includes(activity.type)),
    );
    if (counting && activity[unit] === undefined) yield fault([unit], 'countMissing', { set: counting.label });
  }
}

export const planRule: Rule<'plans'> = function* (plan, { records, today }) {
  for (const { index } of repeated(plan.items, ({ id }) => id)) yield fault(['items', index, 'id'], 'repeatedInList');
  for (const [index, item] of plan.items.entries()) {
    if (item.activity && item.notHeld) yield fault(['items', index, 'notHeld'], 'heldAndNotHeld');
    if (item.due.slice(0, 4) !== String(plan.year)) yield fault(['items', index, 'due'], 'itemOfOtherYear', { year: plan.year });
    const held = item.activity && find(records, 'activities', item.activity);
    if (held && (held.state === 'draft' || held.state === 'void' || held.from > today)) yield fault(['items', index, 'activity'], 'itemNotHeld');
  }
};
