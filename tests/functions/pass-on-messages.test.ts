import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MessageStatus } from '../../db/domain/message-status.ts';
import { SHAPES } from '../../db/domain/kinds.ts';
import { acceptMessage } from '../../functions/acts/accept-message.ts';
import { answerMessage } from '../../functions/acts/answer-message.ts';
import { describeRelease } from '../../functions/cli/release/write-release-file.ts';
import { passOnMessages } from '../../functions/jobs/pass-on-messages.ts';
import { createRecords } from '../../functions/records.ts';
import { RECORDS, smallCounty } from '../site/small-county.ts';
import { startNodeHost, type ApiHost } from '../support/api-host.ts';

const clerk = { role: 'clerk', actor: 'staff:a' } as const;
const NEXT = '2027-01-13';
let host: ApiHost;
beforeAll(async () => (host = await startNodeHost()));
afterAll(() => host.close());

/** The small county after a change of term: Zhao Yi was elected again, Sun San was not, Zhou Wen is new. */
function afterTheElection(): ReturnType<typeof createRecords> {
  const elected = { id: 'county-18', term: 'terms:county-18', constituency: 'constituencies:c18-1', electedOn: '2026-12-08' };
  const { records } = smallCounty(
    {
      ...RECORDS,
      terms: {
        ...RECORDS['terms'],
        'county-17': { ...RECORDS['terms']?.['county-17'], end: '2027-01-12' },
        'county-18': { congress: 'congresses:county', ordinal: 18, start: '2027-01-12' },
      },
      constituencies: {
        ...RECORDS['constituencies'],
        'c18-1': {
          term: 'terms:county-18',
          name: '小镇选区',
          kind: 'residence',
          seats: 2,
          areas: ['areas:town'],
          predecessors: ['constituencies:c17-1'],
        },
      },
    },
    NEXT,
  );
  const person = (id: string, name: string, ...more: object[]) =>
    records.people.set(
      id,
      SHAPES.people.parse({
        ...(records.people.get(id) ?? { id, name, body: '' }),
        mandates: [...(records.people.get(id)?.mandates ?? []), ...more],
      }),
    );
  person('zhao-yi', '赵一', elected);
  person('zhou-wen', '周文', elected);
  const release = describeRelease(records, { id: 'next', builtAt: new Date(), asOf: NEXT });
  return createRecords({ version: async () => 'next', text: async () => JSON.stringify(release) });
}

let writers = 0;
const write = async (to: string): Promise<{ id: string; code: string }> => {
  const body = { to: 'people:lin-xiaohe', kind: 'help', title: '路灯', text: '不亮', ageConfirmed: true };
  const address = `198.51.100.${++writers}`;
  const sent = await host.send('/api/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    address,
  });
  const { code } = (await sent.json()) as { code: string };
  const { id } = await status(code);
  await host.db.client.execute({ sql: 'UPDATE messages SET recipient = ? WHERE id = ?', args: [to, id] });
  return { id, code };
};
const status = async (code: string): Promise<MessageStatus> =>
  (await (
    await host.send('/api/messages/status', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) })
  ).json()) as MessageStatus;

test('after a change of term open messages pass to the successor, and the sender is told; what is answered or serves on stays', async () => {
  const gone = await write('people:sun-san');
  const atMandate = await write('people:sun-san/county-17');
  const again = await write('people:zhao-yi/county-17');
  const stays = await write('people:zhao-yi');
  const answered = await write('people:sun-san');
  await acceptMessage(host.context, { id: gone.id, by: clerk });
  await acceptMessage(host.context, { id: answered.id, by: clerk });
  await answerMessage(host.context, { id: answered.id, by: clerk, from: 'people:sun-san', answer: '修好了' });

  const context = { ...host.context, records: afterTheElection() };
  expect(await passOnMessages(context)).toBe(3);
  // Two successors and no station: the first of them.
  for (const { code } of [gone, atMandate]) {
    const told = await status(code);
    expect(told).toMatchObject({ state: 'redirected', to: 'people:zhao-yi' });
    expect(told.events.at(-1)).toMatchObject({ by: 'job', recipient: 'people:zhao-yi', note: expect.stringContaining('留言转给赵一继续办理') });
  }
  expect(await status(again.code)).toMatchObject({ to: 'people:zhao-yi', state: 'redirected' });
  expect(await status(stays.code)).toMatchObject({ to: 'people:zhao-yi', state: 'submitted' });
  expect(await status(answered.code)).toMatchObject({ to: 'people:sun-san', state: 'answered' });
  expect(await passOnMessages(context)).toBe(0);
});

test('before the first session of the new term nothing moves; a suspended deputy’s messages wait', async () => {
  const { code } = await write('people:sun-san');
  const release = describeRelease(smallCounty().records, { id: 'now', builtAt: new Date(), asOf: '2026-11-22' });
  const records = createRecords({ version: async () => 'now', text: async () => JSON.stringify(release) });
  expect(await passOnMessages({ ...host.context, records })).toBe(0);
  expect(await status(code)).toMatchObject({ to: 'people:sun-san', state: 'submitted' });
});
