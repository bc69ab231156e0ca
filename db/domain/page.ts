/** A page of plain text about the site (说明页面), shown under /about/. */
import { z } from 'zod';
import { civilDate, id, line, prose } from './record-fields.ts';

export const pageShape = z.strictObject({
  id,
  title: line(40),
  order: z.number().int().min(1).max(99).default(50),
  updatedOn: civilDate,
  body: prose(40_000),
});
export type Page = z.infer<typeof pageShape>;
