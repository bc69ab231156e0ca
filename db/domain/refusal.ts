/** Why a message is not taken up (不予受理的原因), as codes; the sentences stand in the words tables. */
import { z } from 'zod';

export const REFUSALS = [
  'personalDispute',
  'litigation',
  'personalData',
  'abuse',
  'advertising',
  'duplicate',
  'notCompetent',
  'emergency',
  'unclear',
  'illegal',
] as const;
export const refusal = z.enum(REFUSALS, { error: 'choice' });
export type Refusal = z.infer<typeof refusal>;

const TEXT_HIDDEN: ReadonlySet<Refusal> = new Set(['personalData', 'abuse', 'illegal']);

/** True where the refusal's reason forbids showing the text to anyone but its sender. */
export const hidesText = (reason: Refusal): boolean => TEXT_HIDDEN.has(reason);
