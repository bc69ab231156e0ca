import { randomBytes } from 'node:crypto';

/** The name of a release: Beijing time to the second and six random digits, so that names sort by age. */
export const newReleaseId = (now: Date): string => {
  const beijing = new Date(now.getTime() + 8 * 3_600_000).toISOString();
  return `${beijing.slice(0, 10).replaceAll('-', '')}-${beijing.slice(11, 19).replaceAll(':', '')}-${randomBytes(3).toString('hex')}`;
};

/** True for the name of a whole release; work under way and the link `current` are named otherwise. */
export const isReleaseId = (name: string): boolean => /^\d{8}-\d{6}-[0-9a-f]{6}$/.test(name);
