/** All kinds of official records: their shapes, and whether a file holds prose (Markdown) or fields only (YAML). */
import { activityShape, type Activity } from './activity.ts';
import { announcementShape, type Announcement } from './announcement.ts';
import { areaShape, type Area } from './area.ts';
import { calendarShape, type Calendar } from './calendar.ts';
import { congressShape, type Congress } from './congress.ts';
import { constituencyShape, type Constituency } from './constituency.ts';
import { correctionShape, type Correction } from './correction.ts';
import { coverageShape, type Coverage } from './coverage.ts';
import { decisionShape, type Decision } from './decision.ts';
import { electoralUnitShape, type ElectoralUnit } from './electoral-unit.ts';
import { groupShape, type Group } from './group.ts';
import { pageShape, type Page } from './page.ts';
import { personShape, type Person } from './person.ts';
import { planShape, type Plan } from './plan.ts';
import { proposalShape, type Proposal } from './proposal.ts';
import { replyShape, type Reply } from './reply.ts';
import { reportShape, type Report } from './report.ts';
import { siteShape, type Site } from './site.ts';
import { rosterShape, stationShape, type Roster, type Station } from './station.ts';
import { termShape, type Term } from './term.ts';
import { unitShape, type Unit } from './unit.ts';

export const KINDS = [
  'site',
  'congresses',
  'terms',
  'calendars',
  'areas',
  'constituencies',
  'electoral-units',
  'people',
  'groups',
  'stations',
  'rosters',
  'units',
  'proposals',
  'replies',
  'reports',
  'activities',
  'plans',
  'announcements',
  'decisions',
  'coverage',
  'pages',
  'corrections',
] as const;
export type Kind = (typeof KINDS)[number];

/** What a record of each kind looks like once read. */
export type RecordOf = {
  site: Site;
  congresses: Congress;
  terms: Term;
  calendars: Calendar;
  areas: Area;
  constituencies: Constituency;
  'electoral-units': ElectoralUnit;
  people: Person;
  groups: Group;
  stations: Station;
  rosters: Roster;
  units: Unit;
  proposals: Proposal;
  replies: Reply;
  reports: Report;
  activities: Activity;
  plans: Plan;
  announcements: Announcement;
  decisions: Decision;
  coverage: Coverage;
  pages: Page;
  corrections: Correction;
};

/** The shape of a kind; `id` comes from the file name and `body` from below the front matter. */
export const SHAPES = {
  site: siteShape,
  congresses: congressShape,
  terms: termShape,
  calendars: calendarShape,
  areas: areaShape,
  constituencies: constituencyShape,
  'electoral-units': electoralUnitShape,
  people: personShape,
  groups: groupShape,
  stations: stationShape,
  rosters: rosterShape,
  units: unitShape,
  proposals: proposalShape,
  replies: replyShape,
  reports: reportShape,
  activities: activityShape,
  plans: planShape,
  announcements: announcementShape,
  decisions: decisionShape,
  coverage: coverageShape,
  pages: pageShape,
  corrections: correctionShape,
} as const;

/** True where a record of the kind has a text, so that its file is Markdown with front matter. */
export const hasProse = (kind: Kind): boolean => 'body' in SHAPES[kind].shape;
