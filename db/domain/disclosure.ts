/** How much of a record is public (公开属性), and why not all of it. */
import { z } from 'zod';
import { civilDate, line } from './record-fields.ts';

export const WITHHELD_REASONS = ['stateSecret', 'tradeSecret', 'privacy', 'deputyRequest', 'securityStability'] as const;

const decided = {
  reason: z.enum(WITHHELD_REASONS),
  decidedBy: line(60).describe('谁决定'),
  decidedOn: civilDate,
  reviewOn: civilDate.optional().describe('何时复核'),
};

/** `full` and `summary` carry a text; `titleOnly` and `withheld` must not. */
export const disclosure = z.union(
  [
    z.literal('full'),
    z.strictObject({ show: z.literal('summary'), ...decided }),
    z.strictObject({ show: z.literal('titleOnly'), ...decided }),
    z.strictObject({ show: z.literal('withheld'), ...decided }),
  ],
  { error: 'disclosure' },
);
export type Disclosure = z.infer<typeof disclosure>;
export type DisclosureLevel = 'full' | 'summary' | 'titleOnly' | 'withheld';

/** The level alone. */
export const disclosureLevel = (value: Disclosure): DisclosureLevel => (value === 'full' ? 'full' : value.show);

/** True where a text may stand in the record. */
export const allowsText = (value: Disclosure): boolean => ['full', 'summary'].includes(disclosureLevel(value));
