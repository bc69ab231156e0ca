import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { tellingPhoto } from '../support/photos.ts';
import { NO_SCRIPT, PHONE, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();
const CODE = /^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}$/;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** From the home page to a deputy's page as somebody does who only knows where they live. */
const findDeputy = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name: '查代表' }).click();
  await page.getByText('城关街道').first().click();
  await page.getByRole('link', { name: '文庙社区', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: '王秀兰', exact: true }).click();
  expect(await heading(page).textContent()).toBe('王秀兰');
};

const fill = async (
  page: Page,
  { title = '文庙巷的路灯不亮', text = '文庙巷12号门口的路灯从11月3日起不亮，晚上看不见台阶。' } = {},
): Promise<void> => {
  await page.getByLabel('求助').check();
  await page.getByLabel('标题').fill(title);
  await page.getByLabel('内容', { exact: true }).fill(text);
};

const check = (page: Page) => page.getByRole('button', { name: '下一步' }).click();
const send = async (page: Page): Promise<void> => {
  await check(page);
  await page.getByRole('button', { name: '确认提交' }).click();
};
const receiptOf = async (page: Page): Promise<string> => (await page.locator('.receipt').textContent()) ?? '';

describe.each([
  ['without script', NO_SCRIPT],
  ['with script', PHONE],
])('a resident %s', (_name, browser) => {
  test('finds the deputy of their place, writes, and follows the letter by its code', async () => {
    const page = await visit(browser);
    await findDeputy(page);
    await page.getByRole('link', { name: '给代表留言' }).click();
    await fill(page);
    await page.getByLabel('我已满 14 周岁').check();
    await send(page);
    expect(await heading(page).textContent()).toBe('已经收到您的信');
    const code = await receiptOf(page);
    expect(code).toMatch(CODE);
    // A code in an address would stay in histories and logs.
    expect(page.url()).not.toContain(code);

    await page.getByRole('link', { name: '查询这封信' }).click();
    await page.getByLabel('回执码').fill(code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: '查询' }).click();
    expect(await heading(page).textContent()).toBe('文庙巷的路灯不亮');
    expect(await page.getByRole('main').textContent()).toContain('已收到，等待审核');
    expect(page.url()).not.toContain(code);
  });

  test('gets an unfinished letter back with everything typed and a sentence beside each fault, mends it and sends it', async () => {
    const page = await visit(browser);
    await page.goto('/messages/new/?to=people:wang-xiulan');
    await fill(page, { title: '路灯\u{202E}不亮' });
    await page.getByLabel('怎么称呼您').fill('住户老周');
    await page.getByLabel('手机号或邮箱').fill('0000-5559999');
    await page.getByLabel('同意审核后在本站公开').check();
    await page.getByLabel('公开时不显示我的称呼').uncheck();
    await page.getByLabel('我已满 14 周岁').check();
    await check(page);

    expect(await page.getByRole('alert').textContent()).toContain('有些内容需要修改');
    expect(await page.locator('#title-fault').textContent()).toContain('看不见的控制字符');
    expect(await page.locator('#title').getAttribute('aria-describedby')).toContain('title-fault');
    expect(await page.getByLabel('求助').isChecked()).toBe(true);
    expect(await page.getByLabel('内容', { exact: true }).inputValue()).toBe('文庙巷12号门口的路灯从11月3日起不亮，晚上看不见台阶。');
    expect(await page.getByLabel('怎么称呼您').inputValue()).toBe('住户老周');
    expect(await page.getByLabel('手机号或邮箱').inputValue()).toBe('0000-5559999');
    expect(await page.getByLabel('同意审核后在本站公开').isChecked()).toBe(true);
    expect(await page.getByLabel('公开时不显示我的称呼').isChecked()).toBe(false);
    expect(await page.getByLabel('我已满 14 周岁').isChecked()).toBe(true);

    await page.getByLabel('标题').fill('路灯不亮');
    await send(page);
    expect(await receiptOf(page)).toMatch(CODE);
  });
});

test('with script the proof of work is done while one writes, and goes with the letter', async () => {
  const page = await visit();
  await page.goto('/messages/new/?to=stations:chengguan-station');
  await page.getByLabel('标题').focus();
  await page.getByText('人机验证已完成').waitFor();
  await fill(page);
  await page.getByLabel('我已满 14 周岁').check();
  await check(page);
  // Before the last look the browser solves a new one.
  await page.getByText('人机验证已完成').waitFor();
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: '确认提交' }).click();
  const challenge = new URLSearchParams((await sent).postData() ?? '').get('challenge') ?? '';
  expect(Object.keys(JSON.parse(atob(challenge)) as object)).toEqual(['challenge', 'solution']);
  expect(await receiptOf(page)).toMatch(CODE);
});

test('sending the same form twice, by going back, tells the same code and makes one letter', async () => {
  const page = await visit(NO_SCRIPT);
  await page.goto('/messages/new/?to=people:wang-xiulan');
  await fill(page, { title: '只寄一次的信' });
  await page.getByLabel('我已满 14 周岁').check();
  await send(page);
  const first = await receiptOf(page);
  await page.reload();
  expect(await receiptOf(page)).toBe(first);
});

test('a code that nobody was given is answered with a sentence, and stays in its field', async () => {
  const page = await visit(NO_SCRIPT);
  await page.goto('/messages/status/');
  await page.getByLabel('回执码').fill('2222-2222-2222-2222-2222-2222');
  await page.getByRole('button', { name: '查询' }).click();
  expect(await page.getByRole('alert').textContent()).toMatch(/没有查到留言|有些内容需要修改/);
  expect(await page.getByLabel('回执码').inputValue()).toBe('2222-2222-2222-2222-2222-2222');
});

describe.each([
  ['without script', NO_SCRIPT],
  ['with script', PHONE],
])('before sending, %s', (_name, browser) => {
  test('a writer sees the personal data in the letter, the same matter as others raised it, and where to turn; and goes back', async () => {
    const page = await visit(browser);
    await page.goto('/messages/new/?to=people:wang-xiulan');
    await fill(page, { title: '滨河路烧烤摊半夜太吵', text: '滨河路的烧烤夜间扰民，我去法院起诉了，电话一三八 一一一一 二二二二。' });
    await page.getByLabel('我已满 14 周岁').check();
    await check(page);
    expect(await heading(page).textContent()).toBe('请核对一遍');
    const main = page.getByRole('main');
    expect(await main.locator('mark').allTextContents()).toEqual(['一三八 一一一一 二二二二']);
    expect(await main.getByRole('link', { name: '关于治理滨河路烧烤夜间扰民的建议' }).getAttribute('target')).toBe('_blank');
    expect(await main.textContent()).toContain('法律援助打 12348');
    await page.getByRole('button', { name: '返回修改' }).click();
    expect(await page.getByLabel('内容', { exact: true }).inputValue()).toContain('滨河路的烧烤夜间扰民');
    expect(await page.getByLabel('我已满 14 周岁').isChecked()).toBe(true);
  });
});

test('a draft comes back on the same device until the letter was sent, without name or contact', async () => {
  const page = await visit();
  await page.goto('/messages/new/?to=people:wang-xiulan');
  await fill(page, { title: '没写完', text: '写到一半，电话 13811112222' });
  await page.getByLabel('手机号或邮箱').fill('13811112222');
  await page.getByText('像是有手机号').waitFor();
  await page.goto('/messages/new/?to=people:wang-xiulan');
  await page.getByText('接上了您没有写完的草稿').waitFor();
  expect(await page.getByLabel('标题').inputValue()).toBe('没写完');
  expect(await page.getByLabel('手机号或邮箱').inputValue()).toBe('');
  await page.getByLabel('求助').check();
  await page.getByLabel('我已满 14 周岁').check();
  await send(page);
  await page.locator('.receipt').waitFor();
  await page.goto('/messages/new/?to=people:wang-xiulan');
  expect(await page.getByLabel('标题').inputValue()).toBe('');
});

describe('with the receipt code, a resident', () => {
  test('adds a sentence and a photograph, then erases everything; afterwards the code shows that only', async () => {
    const page = await visit();
    await page.goto('/messages/new/?to=stations:chengguan-station');
    await fill(page, { title: '要删除的信' });
    await page.getByLabel('我已满 14 周岁').check();
    await send(page);
    const code = await receiptOf(page);
    await page
      .getByLabel('选照片')
      .setInputFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await tellingPhoto({ width: 2400 })) });
    await page.getByText('照片已经加上：1 张').waitFor();
    await page.goto(`/messages/status/#${code}`);
    await page.getByRole('button', { name: '查询' }).click();
    expect(page.url()).not.toContain(code);
    await page.getByText('补充一句').click();
    await page.getByLabel('补充的内容').fill('今晚还是不亮。');
    await page.getByRole('button', { name: '补充' }).click();
    expect(await page.getByRole('main').textContent()).toContain('今晚还是不亮。');
    expect(await page.getByRole('main').textContent()).toContain('照片 1 张');
    await page.getByText('删除全部内容').click();
    await page
      .locator('form', { has: page.getByRole('button', { name: '全部删除' }) })
      .getByLabel('请再确认一次')
      .check();
    await page.getByRole('button', { name: '全部删除' }).click();
    const main = (await page.getByRole('main').textContent()) ?? '';
    expect(main).toContain('已经全部删除');
    expect(main).toContain('已撤回');
    for (const gone of ['要删除的信', '今晚还是不亮', '照片 1 张']) expect(main).not.toContain(gone);
  });

  test('who lost it reads the same whether or not there is a letter', async () => {
    const page = await visit(NO_SCRIPT);
    await page.goto('/messages/status/');
    await page.getByRole('link', { name: '回执码丢了' }).click();
    await page.getByLabel('留言时留下的').fill('13900000000');
    await page.getByRole('button', { name: '发送新的回执码' }).click();
    expect(await page.getByRole('status').textContent()).toContain('如果有用这个联系方式提交的留言');
  });
});

describe('a deputy who left', () => {
  test('has a page that says so and leads to who serves now, without a way to write to nobody', async () => {
    const page = await visit(NO_SCRIPT);
    await page.goto('/deputies/chen-guoliang/');
    expect(await page.getByRole('main').textContent()).toContain('目前不担任代表');
    expect(await page.getByRole('link', { name: '给代表留言' }).count()).toBe(0);
    await page.locator('.note').getByRole('link', { name: '林海燕' }).click();
    expect(await heading(page).textContent()).toBe('林海燕');
    expect(await page.getByRole('link', { name: '给代表留言' }).count()).toBe(1);
  });

  test('is not written to by an old link either: the form offers who serves now', async () => {
    const page = await visit(NO_SCRIPT);
    await page.goto('/messages/new/?to=people:chen-guoliang');
    expect(await page.getByLabel('标题').count()).toBe(0);
    await page.getByRole('main').getByRole('link', { name: '林海燕' }).click();
    expect(await page.getByRole('main').textContent()).toContain('写给：林海燕');
    expect(await page.getByLabel('标题').count()).toBe(1);
  });

  test('has a printed code that still leads somewhere', async () => {
    const page = await visit(NO_SCRIPT);
    await page.goto('/q/chen-guoliang/');
    expect(await page.locator('.note').getByRole('link').count()).toBeGreaterThan(0);
  });
});
