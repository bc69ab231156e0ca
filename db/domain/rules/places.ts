/** Rules for areas, congresses, terms, calendars, constituencies, groups and stations. */
import { weekday } from '../civil-date.ts';
import { LEVELS } from '../congress.ts';
import { AREA_KINDS } from '../area.ts';
import { areasOf } from '../constituency.ts';
import { nextReceptionDays } from '../reception.ts';
import { splitRef } from '../record-fields.ts';
import { find } from '../records.ts';
import { fault, isAfter, isCyclic, repeated, type Rule } from './rule.ts';
import { liaisonFaults } from './liaison.ts';
import { unrepresentedFaults } from './unrepresented.ts';

const idOf = (reference: string | undefined): string | undefined => (reference ? splitRef(reference).id : undefined);

export const areaRule: Rule<'areas'> = function* (area, { records, covered }) {
  if (isCyclic(area.id, (id) => idOf(records.areas.get(id)?.parent))) return yield fault(['parent'], 'cyclicArea');
  const parent = area.parent && find(records, 'areas', area.parent);
  if (parent && AREA_KINDS.indexOf(parent.kind) >= AREA_KINDS.indexOf(area.kind) && !(parent.kind === 'community' || parent.kind === 'village'))
    yield fault(['parent'], 'areaAboveParent', { parent: parent.name });
  yield* unrepresentedFaults(area, { records, covered });
};

export const congressRule: Rule<'congresses'> = function* (congress, { records }) {
  if ((congress.between === 'presidium') !== (congress.level === 'township')) yield fault(['between'], 'betweenOfLevel');
  const parent = congress.parent && find(records, 'congresses', congress.parent);
  if (parent && LEVELS.indexOf(parent.level) >= LEVELS.indexOf(congress.level))
    yield fault(['parent'], 'congressAboveParent', { parent: parent.name });
};

export const termRule: Rule<'terms'> = function* (term, { records }) {
  yield* liaisonFaults(term, records);
  if (isAfter(term.start, term.end)) yield fault(['end'], 'endBeforeStart');
  for (const { index } of repeated(term.sessions, ({ ordinal }) => String(ordinal))) yield fault(['sessions', index, 'ordinal'], 'repeatedInList');
  for (const [index, session] of term.sessions.entries()) {
    if (isAfter(session.start, session.end)) yield fault(['sessions', index, 'end'], 'endBeforeStart');
    if (isAfter(term.start, session.start) || isAfter(session.start, term.end)) yield fault(['sessions', index, 'start'], 'outsideTerm');
  }
  for (const other of records.terms.values())
    if (other.id !== term.id && other.congress === term.congress) {
      if (other.ordinal === term.ordinal) yield fault(['ordinal'], 'sameTerm', { other: other.id });
      else if (other.ordinal > term.ordinal && (!term.end || isAfter(term.end, other.start)))
        yield fault(['end'], 'termsOverlap', { other: other.id });
    }
};

export const calendarRule: Rule<'calendars'> = function* (calendar, { records }) {
  for (const other of records.calendars.values())
    if (other.id < calendar.id && other.year === calendar.year) yield fault(['year'], 'sameYear', { other: other.id });
  for (const [index, holiday] of calendar.holidays.entries()) {
    if (holiday.from > holiday.to) yield fault(['holidays', index, 'to'], 'endBeforeStart');
    if (!holiday.from.startsWith(String(calendar.year)) && !holiday.to.startsWith(String(calendar.year)))
      yield fault(['holidays', index, 'from'], 'otherYear');
  }
  for (const [index, day] of calendar.makeUpWorkdays.entries()) if (weekday(day) < 6) yield fault(['makeUpWorkdays', index], 'notWeekend');
};

export const constituencyRule: Rule<'constituencies'> = function* (constituency, { records }) {
  const { maximumSeats } = records.site;
  if (constituency.seats > maximumSeats) yield fault(['seats'], 'tooManySeats', { maximum: maximumSeats });
  if (constituency.kind !== 'workplace' && constituency.areas.length === 0) yield fault(['areas'], 'constituencyWithoutArea');
  if (constituency.kind !== 'residence' && constituency.employers.length === 0) yield fault(['employers'], 'constituencyWithoutEmployer');
  for (const { index } of repeated(areasOf(constituency), ({ area, part }) => `${area} ${part ?? ''}`))
    yield fault(['areas', index], 'repeatedInList');
  for (const [index, predecessor] of constituency.predecessors.entries())
    if (find(records, 'constituencies', predecessor)?.term === constituency.term) yield fault(['predecessors', index], 'predecessorOfSameTerm');
};

export const groupRule: Rule<'groups'> = function* (group) {
  for (const { index } of repeated(group.members, (member) => member)) yield fault(['members', index], 'repeatedInList');
  if (group.leader && !group.members.includes(group.leader)) yield fault(['leader'], 'leaderNotMember');
  for (const [index, leader] of group.viceLeaders.entries())
    if (!group.members.includes(leader)) yield fault(['viceLeaders', index], 'leaderNotMember');
};

export const stationRule: Rule<'stations'> = function* (station, { records, days, today }) {
  if (isCyclic(station.id, (id) => idOf(records.stations.get(id)?.parent))) yield fault(['parent'], 'cyclicStation');
  for (const [index, rule] of station.reception.entries()) {
    if (rule.from >= rule.to) yield fault(['reception', index, 'to'], 'endBeforeStart');
    if (nextReceptionDays([rule], days, today, 1).length === 0) yield fault(['reception', index], 'ruleWithoutDate');
  }
};

export const rosterRule: Rule<'rosters'> = function* (roster) {
  if (roster.from >= roster.to) yield fault(['to'], 'endBeforeStart');
  if (roster.held === false && !roster.reason) yield fault(['held'], 'notHeldWithoutReason');
  for (const { index } of repeated(roster.deputies, (deputy) => deputy)) yield fault(['deputies', index], 'repeatedInList');
};
