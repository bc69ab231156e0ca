/** What deputies do (履职活动类型). */
import { z } from 'zod';

export const ACTIVITY_TYPES = [
  'session',
  'speech',
  'standingCommittee',
  'inspection',
  'survey',
  'lawCheck',
  'groupActivity',
  'reception',
  'visit',
  'voterForum',
  'proposal',
  'motion',
  'training',
  'appraisal',
  'courtHearing',
  'meetOfficials',
  'practicalDeed',
  'helpHousehold',
  'mediation',
  'dutyReport',
] as const;
export const activityType = z.enum(ACTIVITY_TYPES);
export type ActivityType = z.infer<typeof activityType>;
