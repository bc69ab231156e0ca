/** A correction note (更正说明): what was changed in records that were already sealed, why, and who decided it. */
import { z } from 'zod';
import { civilDate, id, line } from './record-fields.ts';

/** `kind:id` of any record; no reference that must resolve, since the record may have been taken away. */
const recordName = z.string().regex(/^[a-z-]+:[a-z0-9-]{2,60}$/, { error: 'ref:KIND' });

export const correctionShape = z.strictObject({
  id,
  on: civilDate.describe('更正日期'),
  records: z.array(recordName).min(1).describe('更正了哪些记录'),
  what: line(500).describe('改了什么'),
  why: line(500).describe('为什么改'),
  decidedBy: line(60).describe('谁决定的'),
  hideEarlier: z.boolean().default(false).describe('更正前的文字不再公开（例如误登了个人信息），只保留哈希'),
});
export type Correction = z.infer<typeof correctionShape>;
