/** How the secrets of deputies' ways in are kept; each use has a name of its own, so that none stands for another. */
import type { Keys } from './keys.ts';

/** The secret in the link on a sheet. */
export const linkHash = (keys: Keys, token: string): Promise<string> => keys.hashCode(`reply-link ${token}`);

/** The code of a day; the deputy's number finds the row, so the code alone is hashed. */
export const dayCodeHash = (keys: Keys, code: string): Promise<string> => keys.hashCode(`reply-day ${code}`);

/** What the cookie of a session holds. */
export const sessionHash = (keys: Keys, token: string): Promise<string> => keys.hashCode(`reply-session ${token}`);

/** The moment (UTC) at which a civil day ends in Beijing. */
export const endOfDay = (day: string): string => `${day}T16:00:00.000Z`;
