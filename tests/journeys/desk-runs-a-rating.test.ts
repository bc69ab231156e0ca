import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { startProgram } from '../support/run-program.ts';
import { enterDeskFirst, firstPasswordIn } from '../support/enter-desk.ts';
import { NO_SCRIPT, visitorsOf } from '../support/visitors.ts';

/** Published, and rated by nobody yet. */
const REPORT = '冯玉洁代表2025年述职报告';
const visit = visitorsOf();
let [one, two]: Page[] = [];

/** A new clerk enters for the first time: own password, authenticator. */
async function enter(name: string): Promise<Page> {
  const { code, output } = await startProgram(['functions/cli/staff.ts', 'add', name, '--role', 'moderator'], inject('site').env).ended;
  expect(code, output).toBe(0);
  const page = await visit(NO_SCRIPT);
  await enterDeskFirst(page, { name, first: firstPasswordIn(output), from: '/desk/ratings/' });
  return page;
}

const optionOf = async (page: Page | undefined, label: string, name = REPORT) => {
  const select = page?.getByLabel(label).first();
  const value = await select?.locator('option', { hasText: name }).first().getAttribute('value');
  await select?.selectOption(value ?? '');
};
const said = async (page: Page | undefined) => (await page?.getByRole('main').textContent()) ?? '';

describe('the congress office runs a rating from the desk, without script', () => {
  test('schedules, prints, has one person enter the ballot and another confirm it, and declares void', { timeout: 120_000 }, async () => {
    [one, two] = [await enter('clerk-'.concat(Date.now().toString(36))), await enter('clerk2-'.concat(Date.now().toString(36)))];

    // Schedules it, prints slips, and a printed slip votes; a code is on no page again.
    await one?.goto('/desk/ratings/');
    await optionOf(one, '述职报告');
    await one?.getByLabel('开始').fill('2026-01-01T08:00');
    await one?.getByLabel('结束').fill('2036-01-01T08:00');
    await one?.getByRole('button', { name: '设定' }).click();
    expect(await said(one)).toContain('已办理');

    await one?.goto('/desk/ratings/codes/');
    await one?.getByRole('checkbox', { name: REPORT }).check();
    await one?.getByLabel('份数').fill('3');
    await one?.getByRole('button', { name: '印制', exact: true }).click();
    const slips = one?.locator('.slip');
    expect(await slips?.count()).toBe(3);
    const code = (await one?.locator('.slip-code').first().textContent()) ?? '';
    const address =
      /https?:\/\/[^\s#]+\/rate\/#[0-9A-Z-]+/.exec((await slips?.first().locator('svg').first().getAttribute('aria-label')) ?? '')?.[0] ?? '';
    expect(address.endsWith(`#${code}`)).toBe(true);
    expect(await said(one)).toContain('2036年1月1日 08:00 截止');
    expect((await one?.locator('.slips').textContent()) ?? '').not.toMatch(/clerk/);

    const voter = await visit();
    await voter.goto(new URL(address).pathname + new URL(address).hash);
    await expect.poll(() => voter.getByLabel('测评码').inputValue()).toBe(code);
    await voter.getByRole('group', { name: '总体评价' }).getByLabel('满意', { exact: true }).check();
    await voter.getByRole('button', { name: '提交测评' }).click();
    expect(await voter.getByRole('heading', { level: 1 }).textContent()).toBe('您的测评已经计入');

    await one?.goto('/desk/ratings/codes/');
    expect(await one?.content()).not.toContain(code);

    // A ballot whose sums disagree comes back as typed; a right one is confirmed by another person alone.
    const ballot = { 到会人数: 40, 发出票数: 40, 收回票数: 39, 有效票: 38, 无效票: 1, 基本满意: 6, 不满意: 2 };
    const typeIn = async (satisfied: number): Promise<void> => {
      for (const [label, count] of Object.entries(ballot)) await one?.getByLabel(label, { exact: true }).fill(String(count));
      await one?.getByLabel('满意', { exact: true }).fill(String(satisfied));
      await one?.getByRole('button', { name: '登记' }).click();
    };
    await one?.goto('/desk/ratings/hall/');
    await optionOf(one, '述职报告');
    await typeIn(29);
    expect(await said(one)).toContain('各等次票数之和应等于有效票');
    expect(await one?.getByLabel('满意', { exact: true }).inputValue()).toBe('29');
    await typeIn(30);
    expect(await said(one)).toContain('待确认');
    await one?.getByRole('button', { name: '与计票单一致，确认' }).click();
    expect(await said(one)).toContain('请由另一人确认');
    await two?.goto('/desk/ratings/hall/');
    await two?.getByRole('button', { name: '与计票单一致，确认' }).click();
    expect(await said(two)).toContain('已确认');

    // Declares it void with a reason, which the public reads at once.
    await two?.goto('/desk/ratings/');
    await optionOf(two, '述职报告');
    const end = two?.locator('form', { has: two.getByRole('button', { name: '作废' }) });
    const select = end?.locator('select');
    await select?.selectOption((await select.locator('option', { hasText: REPORT }).getAttribute('value')) ?? '');
    await end?.getByLabel('原因').fill('测评码误发到邻村');
    await end?.getByRole('button', { name: '作废' }).click();
    expect(await said(two)).toContain('已作废');
    const link = (await two?.getByRole('link', { name: REPORT }).first().getAttribute('href')) ?? '';
    const resident = await visit(NO_SCRIPT);
    await resident.goto(`${link}rate/`);
    const text = await said(resident);
    expect(text).toContain('测评码误发到邻村');
    expect(text).toMatch(/报告页面是.*发布的/);
  });
});
