import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MessageStatus } from '../../db/domain/message-status.ts';
import { freePort } from '../support/free-port.ts';
import { startProgram, untilPrinted, type Program } from '../support/run-program.ts';
import { smallCounty, writeCounty } from '../support/small-county.ts';
import { enterDeskFirst, firstPasswordIn } from '../support/enter-desk.ts';
import { NO_SCRIPT, PHONE, visitorsOf, WIDE } from '../support/visitors.ts';

const visit = visitorsOf();
let contentDir: string;
let dataDir: string;
let url: string;
let server: Program | undefined;

const env = () => ({ CONTENT_DIR: contentDir, DATA_DIR: dataDir, PORT: new URL(url).port, SITE_URL: url, TRUSTED_PROXY: 'x-real-ip' });
const run = async (command: string, ...args: string[]): Promise<string> => {
  const { code, output } = await startProgram([`functions/cli/${command}.ts`, ...args], env()).ended;
  expect(code, output).toBe(0);
  return output;
};
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const main = (page: Page) => page.getByRole('main').textContent();

beforeAll(async () => {
  contentDir = writeCounty(smallCounty());
  dataDir = mkdtempSync(join(tmpdir(), 'huiyin-deputy-'));
  url = `http://127.0.0.1:${await freePort()}`;
  await run('publish');
  server = startProgram(['functions/node.ts'], env());
  await untilPrinted(server, url.split(':').at(-1) ?? '');
});
afterAll(async () => {
  server?.child.kill('SIGTERM');
  await server?.ended;
  for (const folder of [contentDir, dataDir]) rmSync(folder, { recursive: true, force: true });
});

/** The number and the code of the day, as a deputy reads them from the printed sheet. */
async function printedSheet(): Promise<{ number: string; code: string }> {
  const file = join(dataDir, 'sheet.html');
  await run('reply-keys', 'issue', '--deputies', 'li-hua', '--html', file);
  const sheet = readFileSync(file, 'utf8');
  rmSync(file);
  const [number = '', code = ''] = [...sheet.matchAll(/<strong class="code">([^<]+)<\/strong>/g)].map(([, text]) => text ?? '').slice(1);
  return { number, code };
}

test(
  'a resident’s letter is answered by a deputy with the day code, becomes a proposal, and its writer sees it published',
  { timeout: 180_000 },
  async () => {
    const json = (body: object) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const letter = { to: 'people:li-hua', kind: 'help', title: '石桥栏杆松了', text: '孩子上学要走，很怕。', public: true, ageConfirmed: true };
    const { code: receipt } = (await (await fetch(`${url}/api/messages`, json(letter))).json()) as { code: string };
    const status = async () => (await (await fetch(`${url}/api/messages/status`, json({ code: receipt }))).json()) as MessageStatus;
    const { id } = await status();

    const desk = await visit({ ...WIDE, javaScriptEnabled: false }, url);
    await enterDeskFirst(desk, { name: '陈干事', first: firstPasswordIn(await run('staff', 'add', '陈干事', '--role', 'clerk')) });
    for (const button of ['受理', '交给代表或单位办理']) {
      await desk.goto(`/desk/messages/${id}/`);
      await desk
        .getByRole('button', { name: button, exact: button === '受理' })
        .first()
        .click();
    }
    expect((await status()).state).toBe('forwarded');

    const { number, code } = await printedSheet();
    const phone = await visit(NO_SCRIPT, url);
    await phone.goto('/reply/');
    const come = async () => {
      await phone.getByLabel('您的编号').fill(number);
      await phone.getByLabel('今天的口令').fill(code.toLowerCase());
      await phone.getByRole('button', { name: '进入' }).click();
    };
    await come();
    expect(await heading(phone)).toBe('李华代表，您好');
    const large = await phone.getByRole('link', { name: '石桥栏杆松了' }).evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
    expect(large).toBeGreaterThanOrEqual(24);
    await phone.getByRole('link', { name: '石桥栏杆松了' }).click();
    expect(await main(phone)).toContain('孩子上学要走');
    await phone.getByRole('link', { name: '答复这封信' }).click();
    const words = `我去看过了。\n${'栏杆确实松了，'.repeat(60)}`;
    await phone.getByLabel('您的答复').fill(words);

    // Two hours are over in the middle of a long text.
    await phone.context().clearCookies();
    await phone.getByRole('button', { name: '交了' }).click();
    expect(await main(phone)).toContain('您写的内容还在');
    const again = /口令 (\S+)/.exec(await run('reply-keys', 'code', '--deputies', 'li-hua'))?.[1] ?? '';
    await phone.getByLabel('您的编号').fill(number);
    await phone.getByLabel('今天的口令').fill(again);
    await phone.getByRole('button', { name: '进入' }).click();
    expect(await phone.getByLabel('您的答复').inputValue()).toBe(words);
    await phone.getByRole('button', { name: '交了' }).click();
    expect(await heading(phone)).toBe('已经交给办公室了');
    expect((await status()).answers).toEqual([]);

    await phone.goto(`/reply/letters/${id}/`);
    await phone.getByRole('link', { name: '写成一件代表建议' }).click();
    await phone.getByLabel('建议的题目').fill('关于修好石桥栏杆的建议');
    await phone.getByLabel('建议的内容').fill('请交通部门检修栏杆。');
    await phone.getByRole('button', { name: '交了' }).click();

    await desk.goto('/desk/submissions/');
    for (const _ of ['answer', 'proposal']) await desk.getByRole('button', { name: '确认', exact: true }).first().click();
    expect(await main(desk)).toContain('没有等待确认的');
    expect(await status()).toMatchObject({ state: 'converted', answers: [{ by: 'people:li-hua' }], proposals: [{ published: false }] });

    expect(await run('drafts', 'pull')).toContain('关于修好石桥栏杆的建议');
    expect(await run('drafts', 'pull')).toContain('没有等待写进记录的内容');
    const drafts = readdirSync(join(contentDir, 'proposals')).filter((name) => name.startsWith('p-2'));
    expect(drafts).toHaveLength(1);
    const file = join(contentDir, 'proposals', drafts[0] ?? '');
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace(/draft: true.*\n/, '')
        .replace('待编号', '第2号'),
    );
    await run('publish');
    await expect.poll(async () => (await status()).proposals[0]?.title, { timeout: 10_000 }).toBe('关于修好石桥栏杆的建议');

    const writer = await visit(PHONE, url);
    await writer.goto('/messages/status/');
    await writer.getByLabel('回执码').fill(receipt);
    await writer.getByRole('button', { name: '查询' }).click();
    await writer.getByRole('link', { name: '关于修好石桥栏杆的建议' }).click();
    expect(await main(writer)).toContain('由 1 件选民留言而来');
  },
);

test('the link on the sheet opens the door by itself, is not left in the address, and the pages stand up to axe', { timeout: 60_000 }, async () => {
  const file = join(dataDir, 'desk-sheet.html');
  await run('reply-keys', 'issue', '--deputies', 'wang-qiang', '--html', file);
  expect(readFileSync(file, 'utf8')).toContain('<svg');
  const phone = await visit(PHONE, url);
  await phone.goto('/reply/#0000-0000-0000-0000-0000-0000');
  await expect.poll(() => main(phone)).toContain('没能进去');
  expect(new URL(phone.url()).hash).toBe('');
  for (const path of ['/reply/', '/reply/log/', '/reply/enter/question/office/']) {
    await phone.goto(path);
    expect((await new AxeBuilder({ page: phone }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  }
});
