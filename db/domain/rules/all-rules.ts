/** Every rule, by the kind of record it looks at. */
import type { Calendar } from '../calendar.ts';
import { workingDays } from '../calendar.ts';
import type { ListedKind, Records } from '../records.ts';
import { allMandates, groupBy, repliesByProposal } from '../records.ts';
import type { CivilDate } from '../record-fields.ts';
import { announcementRule } from './announcements.ts';
import { reportRule } from './duties.ts';
import { activityRule, planRule } from './duty-log.ts';
import { constituencyIdOf, personRule } from './people.ts';
import { areaRule, calendarRule, congressRule, constituencyRule, groupRule, rosterRule, stationRule, termRule } from './places.ts';
import { proposalRule, replyRule } from './proposals.ts';
import type { Rule, RuleContext } from './rule.ts';
import { coveredTerms } from './unrepresented.ts';

export const RULES: { [K in ListedKind]?: Rule<K> } = {
  areas: areaRule,
  congresses: congressRule,
  terms: termRule,
  calendars: calendarRule,
  constituencies: constituencyRule,
  groups: groupRule,
  stations: stationRule,
  rosters: rosterRule,
  people: personRule,
  proposals: proposalRule,
  replies: replyRule,
  reports: reportRule,
  activities: activityRule,
  plans: planRule,
  announcements: announcementRule,
};

/** The links that rules need, made once for all records. */
export function ruleContext(records: Records, today: CivilDate): RuleContext {
  const calendars: Calendar[] = [...records.calendars.values()];
  return {
    records,
    replies: repliesByProposal(records),
    mandatesByConstituency: groupBy(allMandates(records), constituencyIdOf),
    covered: coveredTerms(records, today),
    days: workingDays(calendars),
    today,
  };
}
