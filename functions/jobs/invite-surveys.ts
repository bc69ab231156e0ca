import { addDays } from '../../db/domain/civil-date.ts';
import { REPLY_DAYS, SOLVED_DAYS } from '../../db/domain/message-survey.ts';
import { surveysToInvite, type SurveyToInvite } from '../../db/queries/surveys.ts';
import { queueNotice } from '../acts/queue-notice.ts';
import { today, type AppContext } from '../context.ts';
import { createKeys } from '../keys.ts';

/** Whom nobody invited within this many days of the day is not invited any more. */
const LATEST = 14;

type Context = Pick<AppContext, 'db' | 'clock' | 'settings' | 'log'>;

/**
 * Hourly: asks senders who left a contact whether they got an answer, 14 days after sending and once more a week later,
 * and 28 days after closing whether it is really solved. Nobody is asked twice, however often this runs. Returns how many.
 */
export async function inviteSurveys(context: Context): Promise<number> {
  const now = today(context);
  const [first, second] = REPLY_DAYS;
  const rounds = [
    { name: `reply-${first}`, round: 'reply', day: addDays(now, -first) },
    { name: `reply-${second}`, round: 'reply', day: addDays(now, -second) },
    { name: 'solved', round: 'solved', day: addDays(now, -SOLVED_DAYS) },
  ] as const;
  let invited = 0;
  for (const asked of rounds)
    for (const message of await surveysToInvite(context.db, { ...asked, after: addDays(asked.day, -LATEST) }))
      invited += (await invite(context, asked.name, message)) ? 1 : 0;
  return invited;
}

async function invite(context: Context, name: string, { id, submittedOn, sealed }: SurveyToInvite): Promise<boolean> {
  const keys = createKeys(context.settings.secrets);
  try {
    const { contact } = (await keys.open(sealed, id)) as { contact?: string };
    if (contact === undefined) return false;
    const days = REPLY_DAYS.find((count) => name === `reply-${count}`) ?? SOLVED_DAYS;
    const { sql, args } = await queueNotice(
      { ...context, keys },
      {
        event: `${id}/survey/${name}`,
        about: id,
        contact,
        template: name === 'solved' ? 'messageSolved' : 'messageSurvey',
        params: { on: submittedOn, days },
      },
      { ifChanged: false },
    );
    return (await context.db.client.execute({ sql, args })).rowsAffected === 1;
  } catch (error) {
    // A contact sealed with another key, or a row gone meanwhile: the others are still asked.
    context.log({ level: 'error', event: 'survey-not-invited', errorName: error instanceof Error ? error.name : typeof error });
    return false;
  }
}
