/** What media wrote (媒体报道) about a record: a link, never a copy. */
import { z } from 'zod';
import { civilDate, id, line, ref } from './record-fields.ts';

export const coverageShape = z.strictObject({
  id,
  title: line(120),
  outlet: line(60).describe('媒体'),
  date: civilDate,
  url: z.url({ protocol: /^https?$/ }),
  about: z.array(ref('proposals', 'reports', 'people', 'units', 'activities', 'announcements')).min(1),
});
export type Coverage = z.infer<typeof coverageShape>;
