/** What an act is given beyond the app's context: keys, the rating writer, limits. */
import type { AppContext } from './context.ts';
import { createRatingWriter, type KeepRating } from './jobs/group-ratings.ts';
import { createKeys, type Keys } from './keys.ts';
import { createLimits, type Limits } from './limits.ts';
import { createStaffAuth, type StaffAuth } from './staff-auth.ts';

export type ActContext = AppContext & { keys: Keys; keepRating: KeepRating; limits: Limits; staffAuth: () => StaffAuth };

/** A request that its sender may repeat under the same key. */
export type Repeat = {
  key: string;
  /** How key and body are kept, for this body. */
  hashes: (body: string) => Promise<{ keyHash: string; bodyHash: string }>;
};

/** Completes a context for acts; one per database and process. */
export function forActs(context: AppContext): ActContext {
  let auth: StaffAuth | undefined;
  return {
    ...context,
    keys: createKeys(context.settings.secrets),
    keepRating: createRatingWriter(context.db),
    limits: createLimits(() => context.clock.now().getTime()),
    // Made when somebody first comes to the desk: no visitor of the public pages pays for it.
    staffAuth: () => (auth ??= createStaffAuth(context)),
  };
}
