/** The ports of the outbox: what carries a notice, by the two addresses in the settings. */
import type { Channel } from '../../db/domain/notice.ts';
import type { Settings } from '../settings.ts';
import { mailByApi } from './mail-by-api.ts';
import { mailBySmtp } from './mail-by-smtp.ts';
import { smsGateway } from './sms-gateway.ts';
import type { WrittenNotice } from './write-notice.ts';

/**
 * How one try ended. `later`: try again; `never`: this one will always be refused; `unknown`: it may have been taken,
 * and the transport has no way of knowing the same notice again.
 */
export type Sent = 'sent' | 'later' | 'never' | 'unknown';

export type Sender = (notice: WrittenNotice & { id: string; to: string }) => Promise<Sent>;

/** A try ends after this many seconds, however slow the other side is. */
export const TRY_SECONDS = 30;

/** The senders that this site has; what is missing goes to the office to be told by hand. */
export function sendersOf({ mailUrl, smsUrl, siteUrl }: Pick<Settings, 'mailUrl' | 'smsUrl' | 'siteUrl'>): Partial<Record<Channel, Sender>> {
  const senders: Partial<Record<Channel, Sender>> = {};
  if (mailUrl !== undefined) senders.mail = mailUrl.startsWith('smtp') ? mailBySmtp(mailUrl, siteUrl) : mailByApi(mailUrl);
  if (smsUrl !== undefined) senders.sms = smsGateway(smsUrl);
  return senders;
}
