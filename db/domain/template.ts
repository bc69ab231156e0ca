/** A template (常用语): words that the office writes often, for a note or an answer. */
import { z } from 'zod';
import { longText, shortText } from './text.ts';

export const TEMPLATE_USES = ['note', 'answer'] as const;
export const newTemplate = z.strictObject({ name: shortText(30), use: z.enum(TEMPLATE_USES, { error: 'choice' }), text: longText(2000) });
export type NewTemplate = z.infer<typeof newTemplate>;
export type Template = NewTemplate & { id: string };
