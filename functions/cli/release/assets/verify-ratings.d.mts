export type RatingFault = { name: string; what: string };
export function verifyRatings(
  read: (name: string) => Promise<string | undefined>,
): Promise<{ faults: RatingFault[]; tallies: number; receipts: number }>;
