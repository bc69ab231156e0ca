import { newId } from '../../db/domain/ids.ts';
import { wayTo } from '../../db/domain/notice.ts';
import { keepNotice } from '../../db/queries/outbox.ts';
import type { Statement } from '../../db/queries/statement.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import type { NoticeParams } from '../notices/write-notice.ts';
import type { NoticeTemplate } from '../words/notices.ts';

export type NewNotice = {
  /** What happened, once and for ever, for example `msg_…/answered/ans_…`. */
  event: string;
  /** The row (message, follower) whose erasing takes the notice along. */
  about: string;
  /** The words that a person left as contact. */
  contact: string;
  template: NoticeTemplate;
  /** What fills the template's blanks besides `{site}` and `{url}`; sealed together with the contact. */
  params?: NoticeParams;
};

/**
 * A statement that tells a person of an event, to stand in the transaction of the act that causes it: both or neither.
 * It inserts only where the statement just before it changed a row, unless `ifChanged` is false.
 */
export async function queueNotice(
  context: Pick<ActContext, 'keys' | 'settings' | 'clock'>,
  { event, about, contact, template, params = {} }: NewNotice,
  { ifChanged = true } = {},
): Promise<Statement> {
  const { settings, clock, keys } = context;
  const { channel, to } = wayTo(contact);
  const url = { mail: settings.mailUrl, sms: settings.smsUrl, hand: undefined }[channel];
  const id = newId('ntc');
  return keepNotice(
    {
      id,
      event,
      about,
      channel: url === undefined ? 'hand' : channel,
      template,
      sealed: await keys.seal({ to, params }, id),
      state: url === undefined ? 'byHand' : 'waiting',
      fault: url === undefined && channel !== 'hand' ? 'noTransport' : null,
      nextAt: clock.now().toISOString(),
      createdOn: today(context),
    },
    { ifChanged },
  );
}
