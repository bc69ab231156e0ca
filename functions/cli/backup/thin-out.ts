/** Name that a backup in a folder bears: Beijing time. */
const OWN_NAME = /^huiyin-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})\.db$/;
const HOUR = 3_600_000;
const ALL = 2 * HOUR;
const HOURLY = 24 * HOUR;

/** Name for a backup made now. */
export function nameOf(now: Date): string {
  const [day = '', time = ''] = new Date(now.getTime() + 8 * HOUR).toISOString().split('T');
  return `huiyin-${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}.db`;
}

/**
 * Which of the files in a folder of backups are no longer needed: all of the last two hours are kept, then the last of
 * each hour for a day, then the last of each day for `days` days. Files with other names are never among them.
 */
export function noLongerNeeded(names: readonly string[], now: Date, days: number): string[] {
  const own = names
    .filter((name) => OWN_NAME.test(name))
    .toSorted()
    .toReversed();
  const seen = new Set<string>();
  return own.filter((name) => {
    const made = name.replace(OWN_NAME, '$1-$2-$3T$4:$5:$6+08:00');
    const age = now.getTime() - Date.parse(made);
    if (age <= ALL) return false;
    if (age > days * 24 * HOUR) return true;
    const span = age <= HOURLY ? made.slice(0, 13) : made.slice(0, 10);
    const first = !seen.has(span);
    seen.add(span);
    return !first;
  });
}
