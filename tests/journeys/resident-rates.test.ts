import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { verifyRatings } from '../../functions/cli/release/assets/verify-ratings.mjs';
import { startProgram } from '../support/run-program.ts';
import { NO_SCRIPT, PHONE, SOON, visitorsOf } from '../support/visitors.ts';

/** The sample keeps the windows of these two open for years; the third is closed. */
const OPEN = 'dr-2024-cao-lixin';
const OTHER = 'dr-2024-deng-qiuju';
const CLOSED = 'dr-2024-dong-dayong';
const CODE = /^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}$/;

const visit = visitorsOf();
let codes: string[];

/** Codes as the congress office prints them, from the running server. */
const issue = async (report: string, count: number): Promise<string[]> => {
  const { code, output } = await startProgram(['functions/cli/codes.ts', 'issue', '--reports', report, '--count', String(count)], inject('site').env)
    .ended;
  expect(code, output).toBe(0);
  return output.trim().split('\n');
};
beforeAll(async () => {
  codes = await issue(OPEN, 4);
  expect(codes).toHaveLength(4);
});

const rate = async (page: Page, code: string, report = OPEN): Promise<void> => {
  await page.goto(`/reports/${report}/rate/`);
  await page.getByLabel('测评码').fill(code);
  await page.getByRole('group', { name: '总体评价' }).getByLabel('满意', { exact: true }).check();
  await page.getByRole('button', { name: '提交测评' }).click();
};
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const counted = async (): Promise<number> => {
  const { n = 0 } = (await (await fetch(`${inject('site').url}/api/reports/${OPEN}/ratings`)).json()) as { n?: number };
  return n;
};

describe.each([
  ['without script', NO_SCRIPT, 0],
  ['with script', PHONE, 1],
])('a resident with a printed code, %s', (_name, browser, which) => {
  test('rates the report once and gets a receipt that says nothing of the grade', async () => {
    const code = codes[which] ?? '';
    const page = await visit(browser);
    await page.goto(`/reports/${OPEN}/`);
    await page.getByRole('link', { name: '我有测评码，去测评' }).click();
    await page.getByLabel('测评码').fill(code.toLowerCase());
    await page.getByRole('group', { name: '总体评价' }).getByLabel('基本满意').check();
    await page.getByText('分项评价').click();
    await page.getByRole('group', { name: '为群众办实事' }).getByLabel('满意', { exact: true }).check();
    await page.getByLabel('想说的话').fill('急诊通道的事有结果了。');
    await page.getByRole('button', { name: '提交测评' }).click();
    expect(await heading(page)).toBe('您的测评已经计入');
    const receipt = (await page.locator('.receipt').textContent()) ?? '';
    expect(receipt).not.toContain('满意');
    expect(page.url()).not.toContain(code);

    await page.getByRole('link', { name: '查我的回执' }).click();
    await page.getByLabel('回执').fill(`${receipt.slice(0, -1)}${receipt.endsWith('0') ? '1' : '0'}`);
    await page.getByRole('button', { name: '查一查' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('不是完整的码');
    await page.getByLabel('回执').fill(` ${receipt.toLowerCase().replaceAll('-', ' ')} `);
    await page.getByRole('button', { name: '查一查' }).click();
    expect(await heading(page)).toBe('已经计入');
    expect(await page.getByRole('main').textContent()).not.toContain('满意');
    expect(page.url()).not.toContain(receipt.slice(0, 4));

    const before = await counted();
    await rate(page, code);
    expect(await page.getByRole('alert').textContent()).toContain('测评码不能使用');
    expect(await page.getByLabel('测评码').inputValue()).toBe(code);
    expect(await counted()).toBe(before);
  });
});

test('a code with a slip, a code of another report and an unknown one are refused with a sentence, and what was typed stays', async () => {
  const page = await visit(NO_SCRIPT);
  const [ofOther = ''] = await issue(OTHER, 1);
  for (const wrong of [ofOther, `${codes[2]?.slice(0, -1)}0`.replace(/00$/, '01'), '12AB']) {
    await rate(page, wrong);
    expect(await page.getByRole('alert').textContent()).toMatch(/测评码不能使用|有些内容需要修改/);
    expect(await page.getByLabel('测评码').inputValue()).toBe(wrong);
    expect(await page.getByRole('group', { name: '总体评价' }).getByLabel('满意', { exact: true }).isChecked()).toBe(true);
  }
  await rate(page, codes[2] ?? '');
  expect(await heading(page)).toBe('您的测评已经计入');
});

test('a scanned slip fills its code in, and leaves it neither in the address nor in the history', async () => {
  const code = codes[3] ?? '';
  const page = await visit();
  await page.goto(`/reports/${OPEN}/rate/#${code}`);
  await expect.poll(() => page.getByLabel('测评码').inputValue(), SOON).toBe(code);
  expect(page.url()).not.toContain('#');
  expect(code).toMatch(CODE);
});

test('a closed rating says so and leads to its result; nothing can be typed in vain', async () => {
  const page = await visit(NO_SCRIPT);
  await page.goto(`/reports/${CLOSED}/rate/`);
  const text = (await page.getByRole('main').textContent()) ?? '';
  expect(text).toContain('现在不能测评');
  expect(text).toContain('共 46 票');
  expect(text).toContain('合计占');
  expect(await page.getByLabel('测评码').count()).toBe(0);
  await page.getByRole('link', { name: '看测评结果' }).click();
  expect(await page.getByRole('main').textContent()).toMatch(/46/);
});

test('a code used on a closed rating, as a script may, is told that it has ended', async () => {
  const [code = ''] = await issue(CLOSED, 1);
  const answer = await fetch(`${inject('site').url}/reports/${CLOSED}/rate/`, {
    method: 'POST',
    headers: { origin: inject('site').url },
    body: new URLSearchParams({ code, overall: 'satisfied' }),
  });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('测评已经结束');
});

test('anyone counts a closed rating again from what is public, and is told what that proves and what not', async () => {
  const page = await visit(NO_SCRIPT);
  await page.goto(`/reports/${CLOSED}/`);
  expect(await page.getByRole('main').textContent()).toContain('已公布 46 份回执');
  await page.getByRole('link', { name: '怎样防止被改动' }).click();
  expect(await page.getByRole('main').textContent()).toContain('防不住什么');
  const read = async (name: string) => (await fetch(`${inject('site').url}/data/${name}`)).text();
  expect(await verifyRatings(read)).toMatchObject({ faults: [], tallies: 10 });
  const tally = (await (await fetch(`${inject('site').url}/reports/${CLOSED}/tally.json`)).json()) as {
    n: number;
    batches: { receipts: string[] }[];
  };
  expect(tally.batches.flatMap(({ receipts }) => receipts)).toHaveLength(tally.n);
});
