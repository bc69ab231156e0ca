/** The database's own clock: the one that decides windows and expiry. UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export const NOW = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;

/** A later moment by the same clock, for example `+1 day`. */
export const nowPlus = (modifier: '+1 day' | '+2 hours'): string => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '${modifier}')`;
