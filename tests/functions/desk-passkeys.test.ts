import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disableStaff, resetStaff } from '../../functions/acts/staff/change-staff.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';
import { deskVisitor, enterAs, type DeskVisitor, type Entered } from '../support/desk-visitor.ts';
import { passkeyDevice, type Answers } from '../support/passkey-device.ts';

describe.each(HOSTS)('passkeys on %s', (_, start) => {
  let host: ApiHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host.close());
  const question = async (visitor: DeskVisitor, path: string) =>
    (await (await visitor.post(`${path}/question`)).json()) as { challenge: string; userVerification?: string };

  async function withPasskey(): Promise<{ clerk: Entered; device: Answers }> {
    const [clerk, device] = [await enterAs(host, 'clerk'), passkeyDevice()];
    const added = await clerk.post('/me/passkeys', { response: device.add(await question(clerk, '/me/passkeys')), name: '办公室电脑' });
    expect(added.status).toBe(201);
    return { clerk, device };
  }
  const tryIn = async (device: Answers, more?: Parameters<Answers['signIn']>[1]) => {
    const visitor = deskVisitor(host);
    const asked = await question(visitor, '/session/passkey');
    expect(asked.userVerification).toBe('required');
    const answer = await visitor.post('/session/passkey', { response: device.signIn(asked, more) });
    return { visitor, answer, asked };
  };

  test('a device that was added signs in alone, once for each question', async () => {
    const { clerk, device } = await withPasskey();
    expect(await (await clerk.get('/me/passkeys')).json()).toMatchObject({ items: [{ name: '办公室电脑' }] });
    const { visitor, answer, asked } = await tryIn(device);
    expect([answer.status, ((await answer.json()) as { next: string }).next]).toEqual([200, 'desk']);
    expect(await (await visitor.get('/me')).json()).toMatchObject({ name: clerk.name, step: 'desk' });
    expect((await deskVisitor(host).post('/session/passkey', { response: device.signIn(asked) })).status).toBe(403);
  });

  test('one that is not unlocked, is on another site, or is unknown opens nothing', async () => {
    const { device } = await withPasskey();
    for (const { visitor, answer } of [
      await tryIn(device, { unlocked: false }),
      await tryIn(device, { origin: 'https://evil.example' }),
      await tryIn(passkeyDevice()),
    ]) {
      expect(answer.status).toBe(403);
      expect((await visitor.get('/me')).status).toBe(401);
    }
  });

  test('a closed account and a reset take it away; one drops only one’s own', async () => {
    const [closed, lost, kept] = [await withPasskey(), await withPasskey(), await withPasskey()];
    await disableStaff(host.context, { name: closed.clerk.name, disabled: true, actor: 'test' });
    await resetStaff(host.context, { name: lost.clerk.name, actor: 'test' });
    for (const { device } of [closed, lost]) expect((await tryIn(device)).answer.status).toBe(403);
    const { items } = (await (await kept.clerk.get('/me/passkeys')).json()) as { items: { id: string }[] };
    const other = await enterAs(host, 'clerk');
    expect((await other.post('/me/passkeys/drop', { id: items[0]?.id })).status).toBe(404);
    expect((await tryIn(kept.device)).answer.status).toBe(200);
    expect((await kept.clerk.post('/me/passkeys/drop', { id: items[0]?.id })).status).toBe(200);
    expect((await tryIn(kept.device)).answer.status).toBe(403);
  });

  test('who has not joined an authenticator cannot add one', async () => {
    const clerk = await enterAs(host, 'clerk');
    await host.db.client.execute({ sql: 'UPDATE staff SET two_factor_enabled = 0 WHERE username = ?', args: [clerk.name] });
    expect((await clerk.post('/me/passkeys/question')).status).toBe(403);
  });
});
