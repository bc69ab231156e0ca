import { APIError } from 'better-auth/api';

/** Refuses a device that was not unlocked: whoever finds it must not be in. */
export const mustBeUnlocked = (verified: boolean | undefined): void => {
  if (verified !== true) throw new APIError('UNAUTHORIZED', { message: 'user verification', code: 'NOT_UNLOCKED' });
};
