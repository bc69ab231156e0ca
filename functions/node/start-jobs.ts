import { Cron } from 'croner';
import type { AppContext } from '../context.ts';
import { eraseSenders } from '../jobs/erase-senders.ts';
import { endMessages } from '../jobs/end-messages.ts';
import { forgetExpired } from '../jobs/forget-expired.ts';
import { groupMessages } from '../jobs/group-messages.ts';
import { linkAudit } from '../jobs/link-audit.ts';
import { sendNotices } from '../jobs/send-notices.ts';
import { passOnMessages } from '../jobs/pass-on-messages.ts';
import { inviteSurveys } from '../jobs/invite-surveys.ts';
import { returnHidden } from '../jobs/return-hidden.ts';
import { settleVotes } from '../jobs/settle-votes.ts';
import { tellFollowers } from '../jobs/tell-followers.ts';
import { publishApart } from './publish-apart.ts';

/** Five minutes into each day: what is overdue, and the next reception day, change with the date. */
export const DAILY = '5 0 * * *';
const HOURLY = '17 * * * *';
const EVERY_TEN_MINUTES = '*/10 * * * *';
const EVERY_MINUTE = '* * * * *';
/** Times are Beijing's wherever the machine stands; a job still running is not started again. */
export const CLOCK = { timezone: 'Asia/Shanghai', protect: true };

/** Starts what one machine does by itself: the daily publish, and what is due every hour: expiry, erasing, closing; notices every minute. */
export const startJobs = (context: AppContext): { stop: () => void } => {
  const run = (event: string, work: () => Promise<unknown>) => async () => {
    try {
      context.log({ level: 'info', event, status: Number((await work()) ?? 0) });
    } catch (error) {
      context.log({ level: 'error', event, errorName: error instanceof Error ? error.name : typeof error });
    }
  };
  const jobs = [
    new Cron(DAILY, CLOCK, run('daily-publish', publishApart)),
    new Cron(
      HOURLY,
      CLOCK,
      run('forget-expired', () => forgetExpired(context)),
    ),
    new Cron(
      HOURLY,
      CLOCK,
      run('erase-senders', async () => void (await eraseSenders(context))),
    ),
    new Cron(EVERY_MINUTE, CLOCK, async () => {
      // Logged where something was sent, not every minute.
      const sent = await sendNotices(context).catch((error: unknown) => {
        context.log({ level: 'error', event: 'send-notices', errorName: error instanceof Error ? error.name : typeof error });
        return 0;
      });
      if (sent > 0) context.log({ level: 'info', event: 'send-notices', status: sent });
    }),
    new Cron(EVERY_MINUTE, CLOCK, async () => {
      await groupMessages(context).catch((error: unknown) => {
        context.log({ level: 'error', event: 'group-messages', errorName: error instanceof Error ? error.name : typeof error });
      });
    }),
    new Cron(EVERY_MINUTE, CLOCK, async () => {
      await linkAudit(context).catch((error: unknown) => {
        context.log({ level: 'error', event: 'link-audit', errorName: error instanceof Error ? error.name : typeof error });
      });
    }),
    new Cron(
      HOURLY,
      CLOCK,
      run('end-messages', async () => void (await endMessages(context))),
    ),
    new Cron(
      EVERY_TEN_MINUTES,
      CLOCK,
      run('settle-votes', () => settleVotes(context)),
    ),
    new Cron(
      HOURLY,
      CLOCK,
      run('pass-on-messages', async () => void (await passOnMessages(context))),
    ),
    new Cron(
      HOURLY,
      CLOCK,
      run('invite-surveys', async () => void (await inviteSurveys(context))),
    ),
    new Cron(
      HOURLY,
      CLOCK,
      run('return-hidden', async () => void (await returnHidden(context))),
    ),
    new Cron(
      HOURLY,
      CLOCK,
      run('tell-followers', async () => void (await tellFollowers(context))),
    ),
  ];
  return { stop: () => jobs.forEach((job) => job.stop()) };
};
