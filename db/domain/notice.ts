/** A notice (通知): a few sentences to one person about what happened, by mail, by the office's text messages, or by hand. */

export const CHANNELS = ['mail', 'sms', 'hand'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * `byHand` waits for a person: there is no machine to send it with. `failed` was given up and waits for a person too.
 * `sending` is a lease: it ends by itself if the sender dies.
 */
export const NOTICE_STATES = ['waiting', 'sending', 'sent', 'failed', 'byHand'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Why a notice waits for a person; never a text that a server sent. */
export const NOTICE_FAULTS = ['unreachable', 'refused', 'unknownOutcome', 'noTransport', 'unreadable'] as const;
export type NoticeFault = (typeof NOTICE_FAULTS)[number];

/** Minutes until the next try after the first, second, … one failed. After the last a person takes over. */
const PAUSES = [1, 5, 30, 120, 480];

/** When to try again after `attempts` failed tries; undefined: no more. */
export const nextTry = (attempts: number, now: Date): string | undefined => {
  const minutes = PAUSES[attempts - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000).toISOString();
};

/** Minutes for which a claimed notice is one sender's own. Longer than a group takes, see functions/jobs/send-notices.ts. */
export const LEASE_MINUTES = 10;

/** Days for which it is remembered that a notice was sent; what it said and to whom is forgotten at once. */
export const SENT_DAYS = 180;

const MAIL = /[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?![a-z0-9-])/i;
const MOBILE = /(?<!\d)(?:\+?86)?(1[3-9]\d{9})(?!\d)/;

/**
 * How a person can be reached by what they wrote as contact: the first mail address in it, else the first mainland mobile
 * number, spaces and hyphens aside, else by hand with the words as they stand.
 */
export function wayTo(contact: string): { channel: Channel; to: string } {
  const plain = contact.normalize('NFKC');
  const mail = MAIL.exec(plain)?.[0];
  if (mail !== undefined) return { channel: 'mail', to: mail.toLowerCase() };
  const mobile = MOBILE.exec(plain.replaceAll(/(?<=\d)[\s\p{Pd}]+(?=\d)/gu, ''))?.[1];
  if (mobile !== undefined) return { channel: 'sms', to: mobile };
  return { channel: 'hand', to: contact };
}
