/** What an act is given beyond the app's context: keys, the rating writer, limits. */
import type { AppContext } from './context.ts';
import { createRatingWriter, type KeepRating } from './jobs/group-ratings.ts';
import { createKeys, type Keys } from './keys.ts';
import { createLimits, type Limits } from './limits.ts';

export type ActContext = AppContext & { keys: Keys; keepRating: KeepRating; limits: Limits };

/** A request that its sender may repeat under the same key. */
export type Repeat = {
  key: string;
  /** How key and body are kept, for this body. */
  hashes: (body: string) => Promise<{ keyHash: string; bodyHash: string }>;
};

/** Completes a context for acts; one per database and process. */
export const forActs = (context: AppContext): ActContext => ({
  ...context,
  keys: createKeys(context.settings.secrets),
  keepRating: createRatingWriter(context.db),
  limits: createLimits(() => context.clock.now().getTime()),
});
