import type { Channel, NoticeFault } from '../../db/domain/notice.ts';
import { listNoticesByHand } from '../../db/queries/outbox.ts';
import type { ActContext } from '../act-context.ts';
import { openNotice } from '../notices/open-notice.ts';

/** A notice that a person is to send: whom to reach, and the words to copy. */
export type NoticeByHand = {
  id: string;
  channel: Channel;
  to: string;
  subject: string;
  text: string;
  short: string;
  fault: NoticeFault | undefined;
  createdOn: string;
};

const MOST = 200;

/** What waits for a person, the oldest first, at most 200; for the desk alone. What cannot be read any more is left blank. */
export async function showNotices(context: ActContext): Promise<NoticeByHand[]> {
  const rows = await listNoticesByHand(context.db, MOST);
  return Promise.all(
    rows.map(async (row) => {
      const { to = '', subject = '', text = '', short = '' } = (await openNotice(context, row)) ?? {};
      return { id: row.id, channel: row.channel, to, subject, text, short, fault: row.fault ?? undefined, createdOn: row.createdOn };
    }),
  );
}
