/** Lists that leave the desk (导出): which days, and why where contacts are in them. */
import { z } from 'zod';
import { civilDate } from './record-fields.ts';
import { shortText } from './text.ts';

export const exportQuestion = z.strictObject({ from: civilDate, until: civilDate });
export type ExportQuestion = z.infer<typeof exportQuestion>;

/** Rows of one list at most: a larger one is taken in parts. */
export const MOST_EXPORTED = 20_000;

export const contactsAsked = z.strictObject({ reason: shortText(200) });

/** Hours after the second person agreed within which the list is taken. */
export const EXPORT_HOURS = 24;
