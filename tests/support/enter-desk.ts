/** A clerk's first sign-in at a browser, with script or without: first password, own password, authenticator. */
import type { Page } from 'playwright-core';
import { totp } from './totp.ts';

export const OWN_PASSWORD = '青菜 豆腐 月亮 自行车 18 号';

/**
 * Enters with the first password that `npm run staff -- add` printed, up to the page of recovery codes.
 * @param from a page of the desk; whoever is not in is sent to sign in
 * @returns the secret of the authenticator
 */
export async function enterDeskFirst(page: Page, { name, first, from = '/desk/' }: { name: string; first: string; from?: string }): Promise<string> {
  await page.goto(from);
  await page.getByLabel('账号名').fill(name);
  await page.getByLabel('密码').fill(first);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('初始密码').fill(first);
  await page.getByLabel('新密码').fill(OWN_PASSWORD);
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByLabel('您的密码').fill(OWN_PASSWORD);
  await page.getByRole('button', { name: '显示图形' }).click();
  const secret = ((await page.locator('code.receipt').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('六位数字').fill(totp(secret));
  await page.getByRole('button', { name: '完成绑定' }).click();
  return secret;
}

/** The first password in what `npm run staff -- add` printed. */
export const firstPasswordIn = (output: string): string => /初始密码：(\S+)/.exec(output)?.[1] ?? '';
