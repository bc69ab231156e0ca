/** A look-up over the API (查代表): what may be asked, and the shape of the answer. */
import { z } from 'zod';
import { shortText } from '../text.ts';
import { AREA_KINDS } from '../area.ts';
import { NAME_KINDS } from './entry.ts';
import type { NameAnswer } from './view.ts';

export const nameQuestion = z.strictObject({ q: shortText(60) });
export type NameQuestion = z.infer<typeof nameQuestion>;

const seats = z.object({ congress: z.string(), name: z.string(), deputies: z.string(), part: z.string().optional() });
const match = z.object({
  kind: z.enum([...AREA_KINDS, 'employer', 'constituency', 'deputy', 'former']),
  path: z.string(),
  name: z.string(),
  also: z.object({ text: z.string(), kind: z.enum(NAME_KINDS) }).optional(),
  place: z.array(z.string()),
  seats: z.array(seats),
});

export const nameAnswer: z.ZodType<NameAnswer> = z
  .object({ near: z.boolean(), more: z.boolean(), only: z.string().optional(), matches: z.array(match) })
  .meta({ id: 'NameAnswer', description: '查代表的结果' });
