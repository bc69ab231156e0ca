export type PopoloContact = { type: 'voice' | 'email' | 'address'; value: string };

/** Popolo contact details; types are those of vCard, as the specification asks. */
export const contactDetails = (by: Partial<Record<PopoloContact['type'], string | undefined>>): PopoloContact[] =>
  (['voice', 'email', 'address'] as const).flatMap((type) => {
    const value = by[type];
    return value ? [{ type, value }] : [];
  });
