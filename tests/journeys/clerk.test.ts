import { randomInt } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { deskRoutes } from '../support/page-kinds.ts';
import { startProgram } from '../support/run-program.ts';
import { enterDeskFirst, firstPasswordIn, OWN_PASSWORD } from '../support/enter-desk.ts';
import { totp } from '../support/totp.ts';
import { visitorsOf, WIDE } from '../support/visitors.ts';

const visit = visitorsOf();
/** Names of this run: the accounts of an earlier one may still be there. */
const RUN = randomInt(1_000_000);
const CLERK = `王干事${RUN}`;
const MODERATOR = `chen${RUN}`;
const OFFICE = { ...WIDE, javaScriptEnabled: false };

const heading = async (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const path = (page: Page) => new URL(page.url()).pathname;

/** `npm run staff -- add`, which reaches the running server; the first password it prints. */
async function account(name: string, role: string): Promise<string> {
  const { code, output } = await startProgram(['functions/cli/staff.ts', 'add', name, '--role', role], inject('site').env).ended;
  expect(code, output).toBe(0);
  return firstPasswordIn(output);
}

/** The first sign-in, at a browser that runs no script. */
async function enter(page: Page, name: string, first: string): Promise<string> {
  await page.goto('/desk/messages/?queue=all');
  expect(path(page)).toBe('/desk/sign-in/');
  const secret = await enterDeskFirst(page, { name, first, from: '/desk/messages/?queue=all' });
  expect(await page.locator('.codes li').count()).toBe(10);
  await page.getByRole('link', { name: '我已保存' }).click();
  expect(path(page)).toBe('/desk/');
  return secret;
}

test(
  'two of an office, without script: enter, take a letter up, answer it, publish it without a telephone number, hide it, confirm',
  { timeout: 180_000 },
  async () => {
    const [clerkFirst, moderatorFirst] = [await account(CLERK, 'clerk'), await account(MODERATOR, 'moderator')];
    const clerk = await visit(OFFICE);
    const moderator = await visit(OFFICE);
    await enter(clerk, CLERK, clerkFirst);
    const secret = await enter(moderator, MODERATOR, moderatorFirst);

    const letter = {
      to: 'people:wang-xiulan',
      kind: 'help',
      title: `桥头护栏断了第${RUN}回`,
      text: '桥头护栏断了三根，请打 13912345678 找我。',
      public: true,
      ageConfirmed: true,
    };
    const sent = await fetch(`${inject('site').url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-real-ip': '198.51.100.9' },
      body: JSON.stringify(letter),
    });
    expect(sent.status).toBe(201);

    await clerk.goto(`/desk/messages/?queue=all&q=${encodeURIComponent(letter.title)}`);
    await clerk.getByRole('link', { name: letter.title }).first().click();
    expect(await clerk.locator('mark').first().textContent()).toBe('13912345678');
    const address = path(clerk);
    await clerk.getByRole('button', { name: '受理', exact: true }).click();
    expect(await clerk.getByRole('status').textContent()).toContain('已办理');
    await clerk.goto(address);
    await clerk.getByText('代为录入答复').first().click();
    await clerk.getByLabel('答复内容').fill('护栏本周修好。');
    await clerk.getByRole('button', { name: '代为录入答复' }).click();
    await clerk.goto(address);
    expect(await clerk.getByRole('button', { name: '公开' }).count()).toBe(0);

    await moderator.goto('/desk/messages/?queue=toPublish');
    await moderator.getByRole('link', { name: letter.title }).first().click();
    expect(await moderator.getByLabel('公开的内容').inputValue()).toBe('桥头护栏断了三根，请打 〔手机号，已隐去〕 找我。');
    await moderator.getByRole('button', { name: '公开', exact: true }).click();
    const publicAddress = address.replace('/desk', '');
    const reader = await visit(OFFICE);
    await reader.goto(publicAddress);
    expect(await reader.getByRole('main').textContent()).toContain('〔手机号，已隐去〕');
    expect(await reader.content()).not.toContain('13912345678');

    await moderator.getByLabel('原因').selectOption('mistake');
    await moderator.getByRole('button', { name: '立即隐藏' }).click();
    expect(await moderator.getByRole('main').textContent()).toContain('等另一位同事确认');
    expect(await moderator.getByRole('button', { name: '确认隐藏' }).count()).toBe(0);
    expect(await (await fetch(`${inject('site').url}${publicAddress}`)).text()).not.toContain('桥头护栏断了三根');

    await moderator.getByRole('button', { name: '退出' }).click();
    expect(await heading(moderator)).toBe('已经退出');
    await moderator.goto('/desk/');
    await moderator.getByLabel('账号名').fill(MODERATOR);
    await moderator.getByLabel('密码').fill(OWN_PASSWORD);
    await moderator.getByRole('button', { name: '下一步' }).click();
    await moderator.getByLabel('六位数字').fill(totp(secret, Date.now() + 30_000));
    await moderator.getByRole('button', { name: '登录' }).click();
    expect(await heading(moderator)).toBe('今天');
  },
);

/** Steps of entering: whoever is in is sent on from them. They are walked through above. */
const STEPS = ['/desk/expired/', '/desk/sign-in/', '/desk/sign-in/code/', '/desk/me/authenticator/'];

test('every page of the desk is usable by everybody, is kept by no cache, and fits a telephone', { timeout: 180_000 }, async () => {
  const page = await visit(WIDE);
  await enter(page, `李${RUN}`, await account(`李${RUN}`, 'admin'));
  const pages = [
    '',
    'messages/?queue=all',
    'submissions/',
    'notices/',
    'matters/',
    'errors/',
    'templates/',
    'exports/',
    'audit/?check=1',
    'staff/',
    'me/',
    'me/password/',
    'sign-out/',
    'ratings/',
    'ratings/codes/',
    'ratings/comments/',
    'ratings/hall/',
    'deputies/',
    'deputies/wang-xiulan/',
  ];
  await page.goto('/desk/messages/?queue=all');
  pages.push(((await page.locator('.desk-rows th a').first().getAttribute('href')) ?? '').replace('/desk/', ''));
  const visited = [...STEPS, ...pages.map((name) => `/desk/${name.split('?')[0] ?? ''}`)];
  expect(
    deskRoutes()
      .filter(({ pattern }) => !visited.some((address) => pattern.test(address)))
      .map(({ file }) => file),
  ).toEqual([]);
  const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'] }));
  for (const name of pages) {
    await page.setViewportSize({ width: 1280, height: 900 });
    const response = await page.goto(`/desk/${name}`);
    expect.soft([name, response?.status(), response?.headers()['cache-control']]).toEqual([name, 200, 'no-store']);
    // One's own account has the one script of the desk, for passkeys.
    expect.soft(await page.locator('script:not([src]), [style]').count(), name).toBe(0);
    expect.soft(await page.locator('script').count(), name).toBe(name === 'me/' ? 1 : 0);
    const { results } = await validator.validateString((await response?.text()) ?? '', name);
    expect.soft(results.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${name}:${line} ${ruleId}: ${message}`))).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
    expect.soft(violations.map(({ id, nodes }) => `${name} ${id} ${nodes[0]?.html}`)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect.soft([name, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([name, 0]);
  }
});

test('a session that ends while somebody types loses nothing of it', { timeout: 180_000 }, async () => {
  const page = await visit(OFFICE);
  const name = `赵${RUN}`;
  const secret = await enter(page, name, await account(name, 'clerk'));
  await page.goto('/desk/matters/');
  await page.getByLabel('来访', { exact: true }).check();
  await page.getByLabel('标题').fill(`村口桥面塌陷${RUN}`);
  await page.getByLabel('内容', { exact: true }).fill('三位村民来访，反映村口桥面塌陷已经一个月，校车绕行。');
  await page.context().clearCookies({ name: /session_token/ });
  await page.getByRole('button', { name: '登记', exact: true }).click();
  expect(await heading(page)).toBe('登录已过期');
  expect(await page.getByRole('main').textContent()).toContain('校车绕行');

  const other = await page.context().newPage();
  await other.goto('/desk/sign-in/');
  await other.getByLabel('账号名').fill(name);
  await other.getByLabel('密码').fill(OWN_PASSWORD);
  await other.getByRole('button', { name: '下一步' }).click();
  await other.getByLabel('六位数字').fill(totp(secret, Date.now() + 30_000));
  await other.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '已经登录' }).click();
  expect(path(page)).toBe('/desk/matters/');
  expect(await page.getByRole('main').textContent()).toContain(`村口桥面塌陷${RUN}`);
});

test('a form of another site finds no desk: no cookie goes with it, and its origin is refused', async () => {
  const response = await fetch(`${inject('site').url}/desk/sign-out/`, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  });
  expect(response.status).toBe(403);
});
