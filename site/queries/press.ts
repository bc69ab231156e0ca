/** What the press page tells: the week that ends today, and what falls due in the next one. */
import type { NewsKind } from '../../db/domain/news.ts';
import { addDays } from '../../db/domain/civil-date.ts';
import type { County } from './county.ts';
import { newsSince, type NewsEntry } from './news.ts';
import { promises, type PromiseEntry } from './promises.ts';
import { proposals, type ProposalEntry } from './proposals.ts';

export const PRESS_GROUPS = ['replies', 'overdue', 'promises', 'reports', 'announcements', 'proposals'] as const;
export type PressGroup = (typeof PRESS_GROUPS)[number];

const GROUP_OF: Partial<Record<NewsKind, PressGroup>> = {
  reply: 'replies',
  replyLate: 'replies',
  overdue: 'overdue',
  promiseKept: 'promises',
  promiseKeptLate: 'promises',
  promiseBroken: 'promises',
  promiseChanged: 'promises',
  promiseOverdue: 'promises',
  report: 'reports',
  announcement: 'announcements',
  decision: 'announcements',
  submitted: 'proposals',
  keySupervision: 'proposals',
  rehandling: 'proposals',
};

/** The week's changes in groups, all of them, also the empty ones. */
export function weekOf(county: County): { group: PressGroup; entries: NewsEntry[] }[] {
  const week = newsSince(county, 7);
  return PRESS_GROUPS.map((group) => ({ group, entries: week.filter(({ kind }) => GROUP_OF[kind] === group) }));
}

/** Replies and promises that fall due within seven days after today, soonest first. */
export function dueNextWeek(county: County): { replies: ProposalEntry[]; promises: PromiseEntry[] } {
  const isNext = (due: string | undefined): boolean => due !== undefined && due >= county.today && due <= addDays(county.today, 7);
  return {
    replies: [...proposals(county).values()]
      .filter(({ facts }) => isNext(facts.due?.due))
      .toSorted((a, b) => (a.facts.due?.due ?? '').localeCompare(b.facts.due?.due ?? '')),
    promises: promises(county).filter(({ standing, due }) => (standing === 'open' || standing === 'changed') && isNext(due)),
  };
}
