import { LEASE_MINUTES, nextTry } from '../../db/domain/notice.ts';
import { claimNotices, markNotice, type ClaimedNotice, type NoticeOutcome } from '../../db/queries/outbox.ts';
import { today, type AppContext } from '../context.ts';
import { createKeys, type Keys } from '../keys.ts';
import { openNotice } from '../notices/open-notice.ts';
import { sendersOf, TRY_SECONDS } from '../notices/sender.ts';

/** Four at once, a group of twenty: at worst 5 × 30 s, well within the lease. */
const GROUP = 20;
const AT_ONCE = 4;
const MOST_GROUPS = 10;

type JobContext = AppContext & { keys: Keys };

/**
 * Every minute: sends what is due and keeps how each try ended; one failure does not stop the rest. Two of these at once
 * share the work, since each notice is claimed by one statement. Returns how many were sent.
 */
export async function sendNotices(given: AppContext): Promise<number> {
  const context: JobContext = { ...given, keys: createKeys(given.settings.secrets) };
  const senders = sendersOf(context.settings);
  let sent = 0;
  for (let group = 0; group < MOST_GROUPS; group++) {
    const at = context.clock.now();
    const claimed = await claimNotices(context.db, { at, most: GROUP });
    const waiting = [...claimed];
    const work = async (): Promise<void> => {
      for (let notice = waiting.shift(); notice; notice = waiting.shift()) {
        const outcome = await trySending(context, senders, notice, at).catch((): NoticeOutcome => afterTrouble(context, notice));
        if (outcome.state === 'sent') sent++;
        // Not marked: the lease ends by itself, and it is tried again as one whose outcome is unknown.
        await markNotice(context.db, notice, outcome).catch((error: unknown) =>
          context.log({ level: 'error', event: 'notice-not-marked', errorName: error instanceof Error ? error.name : typeof error }),
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (claimed.length < GROUP) break;
  }
  return sent;
}

async function trySending(
  context: JobContext,
  senders: ReturnType<typeof sendersOf>,
  notice: ClaimedNotice,
  claimedAt: Date,
): Promise<NoticeOutcome> {
  const send = senders[notice.channel];
  if (!send) return { state: 'byHand', fault: 'noTransport' };
  // A text message has no number by which the second could be known: after a crash a person asks before sending again.
  if (notice.again && notice.channel === 'sms') return { state: 'failed', fault: 'unknownOutcome' };
  const written = await openNotice(context, notice);
  if (!written) return { state: 'failed', fault: 'unreadable' };
  const leaseLeft = claimedAt.getTime() + LEASE_MINUTES * 60_000 - context.clock.now().getTime();
  if (leaseLeft < 2 * TRY_SECONDS * 1000) return afterTrouble(context, notice);
  switch (await send(written)) {
    case 'sent':
      return { state: 'sent', on: today(context) };
    case 'never':
      return { state: 'failed', fault: 'refused' };
    case 'unknown':
      return { state: 'failed', fault: 'unknownOutcome' };
    default:
      return afterTrouble(context, notice);
  }
}

function afterTrouble({ clock }: JobContext, { attempts }: ClaimedNotice): NoticeOutcome {
  const nextAt = nextTry(attempts, clock.now());
  return nextAt === undefined ? { state: 'failed', fault: 'unreachable' } : { state: 'waiting', fault: 'unreachable', nextAt };
}
