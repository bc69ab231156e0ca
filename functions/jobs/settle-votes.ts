import { settleRatings } from '../acts/settle-ratings.ts';
import type { AppContext } from '../context.ts';
import { createKeys } from '../keys.ts';

/** Every ten minutes, on Cloudflare hourly: freezes what has closed and publishes receipts in batches. Nothing before the first release. */
export async function settleVotes(context: AppContext): Promise<void> {
  const current = await context.records.current().catch(() => undefined);
  if (!current) return;
  await settleRatings({ db: context.db, keys: createKeys(context.settings.secrets) }, current.release.site.minimumForPercentages);
}
