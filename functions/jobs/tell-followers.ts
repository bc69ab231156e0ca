import { z } from 'zod';
import { addDays } from '../../db/domain/civil-date.ts';
import { followedProposal, MORNING_HOUR, questionOf } from '../../db/domain/follow.ts';
import { NEWS_DAYS, newsFile, type NewsFile } from '../../db/domain/news-file.ts';
import { formatSecret } from '../../db/domain/secret.ts';
import { followersToTell, markTold, newsSeenAfter, noteNews, type Follower } from '../../db/queries/followers.ts';
import { listedReleases, listProposals } from '../../db/queries/proposals.ts';
import { pageOf } from '../acts/start-following.ts';
import { queueNotice } from '../acts/queue-notice.ts';
import { today, type AppContext } from '../context.ts';
import { createKeys, type Keys } from '../keys.ts';
import { digestText } from '../notices/digest-text.ts';

type News = NewsFile['items'][number];
type JobContext = AppContext & { keys: Keys };
const A_PAGE = 200;

/**
 * Hourly: notes what the release tells anew, and from the morning on puts one mail a day for each follower into the
 * outbox, if anything happened to what they follow. One follower's trouble does not stop the rest. Returns how many.
 */
export async function tellFollowers(given: AppContext): Promise<number> {
  if (given.settings.mailUrl === undefined) return 0;
  const context: JobContext = { ...given, keys: createKeys(given.settings.secrets) };
  const { items } = newsFile.parse(await context.records.file('data/news.json'));
  const now = context.clock.now();
  const day = today(context);
  await noteNews(
    context.db,
    items.map(({ id }) => id),
    now.toISOString(),
    addDays(day, -2 * NEWS_DAYS),
  );
  if ((now.getUTCHours() + 8) % 24 < MORNING_HOUR) return 0;
  const refsOf = refsPerQuestion(context);
  const seen = await newsSeenAfter(context.db, addDays(day, -NEWS_DAYS));
  let told = 0;
  for (let after = ''; ;) {
    const page = await followersToTell(context.db, day, after, A_PAGE);
    for (const follower of page) {
      const mine = await tell(context, follower, { items, seen, refsOf, day, now }).catch((error: unknown) => {
        context.log({ level: 'error', event: 'follower-not-told', errorName: error instanceof Error ? error.name : typeof error });
        return false;
      });
      if (mine) told++;
    }
    if (page.length < A_PAGE) return told;
    after = page.at(-1)?.id ?? '';
  }
}

type Day = { items: readonly News[]; seen: ReadonlyMap<string, string>; refsOf: (question: string) => Promise<Set<string>>; day: string; now: Date };

async function tell(context: JobContext, follower: Follower, { items, seen, refsOf, day, now }: Day): Promise<boolean> {
  const fresh = items.filter(({ id }) => (seen.get(id) ?? '') > (follower.toldUntil ?? ''));
  if (fresh.length === 0) return false;
  const refs = await refsOf(follower.question);
  const mine = fresh.filter(({ ref }) => refs.has(ref));
  if (mine.length === 0) return false;
  const { email } = z.object({ email: z.string() }).parse(await context.keys.open(follower.sealed, follower.id));
  const notice = await queueNotice(context, {
    event: `${follower.id}/digest/${day}`,
    about: follower.id,
    contact: email,
    template: 'followDigest',
    params: {
      count: mine.length,
      news: digestText(mine, context.settings.siteUrl),
      code: formatSecret(context.keys.followCode(follower.id)),
      page: pageOf(follower.question),
    },
  });
  await markTold(context.db, follower, { on: day, at: now.toISOString() }, notice);
  return true;
}

/**
 * The records that a question finds or found in a release just before, asked once a question: whoever follows what waits
 * wants to hear of the reply that ends the wait.
 */
function refsPerQuestion(context: JobContext): (question: string) => Promise<Set<string>> {
  const asked = new Map<string, Promise<Set<string>>>();
  const ask = async (question: string): Promise<Set<string>> => {
    const proposal = followedProposal(question);
    if (proposal !== undefined) return new Set([`proposals:${proposal}`]);
    const { release } = await context.records.current();
    const releases = await listedReleases(context.db);
    const lists = await Promise.all(releases.map((id) => listProposals(context.db, { id, asOf: release.asOf }, questionOf(question), true)));
    return new Set(lists.flatMap(({ items }) => items.map(({ id }) => `proposals:${id}`)));
  };
  return (question) => {
    const known = asked.get(question) ?? ask(question);
    asked.set(question, known);
    return known;
  };
}
