/** An error report (纠错): somebody says that something on a page is wrong. */
import { z } from 'zod';
import { longText, shortText } from './text.ts';

/** A page of this site, without anything that could be a secret. */
export const pagePath = z
  .string({ error: 'pagePath' })
  .max(200, { error: 'tooLong' })
  .regex(/^\/(?:\w[\w.~-]*\/)*(?:\w[\w.~-]*)?$/, { error: 'pagePath' });

export const newErrorReport = z
  .strictObject({ page: pagePath, text: longText(1000), contact: shortText(100).optional() })
  .meta({ id: 'NewErrorReport', description: '指出某一页的错误' });
export type NewErrorReport = z.infer<typeof newErrorReport>;

export const ERROR_OUTCOMES = ['open', 'mended', 'noError'] as const;
export type ErrorOutcome = (typeof ERROR_OUTCOMES)[number];
export const errorOutcome = z.strictObject({ outcome: z.enum(['mended', 'noError'], { error: 'choice' }), note: shortText(200).optional() });
