import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { publicFolder } from '../support/site-pages.ts';
import { NO_SCRIPT, PHONE, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();

const field = (page: Page) => page.getByRole('searchbox', { name: '住在哪里，或者在哪里上班？' });
const found = (page: Page) => page.locator('#found > li');
const said = (page: Page) => page.locator('#said');
const open = async (path = '/find/', options = PHONE) => {
  const page = await visit(options);
  await page.goto(path);
  return page;
};
/** Types, and waits until what is said is about that. */
const ask = async (page: Page, q: string, says: string): Promise<string[]> => {
  await field(page).fill('');
  await said(page).filter({ hasText: '输入一两个字' }).waitFor();
  await field(page).fill(q);
  await said(page).filter({ hasText: says }).waitFor();
  return found(page).getByRole('link').allTextContents();
};

describe('a resident looks for the deputies of a place', () => {
  test('by initials, with the arrow keys, to all levels, the station and its next reception day', async () => {
    const page = await open();
    expect(await ask(page, 'ljw', '找到 1 条')).toEqual(['刘家湾村']);
    expect(await found(page).first().textContent()).toContain('桃源镇人大 桃源镇第二选区：潘金水、周志强');
    await field(page).press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/areas/taoyuan-liujiawan/');
    for (const congress of ['桃源镇人民代表大会代表', '云溪县人民代表大会代表', '承江市人民代表大会代表'])
      await page.getByRole('heading', { name: congress }).waitFor();
    const station = page.locator('.panel', { hasText: '刘家湾人大代表联络点' });
    expect(await station.locator('time').first().getAttribute('datetime')).toMatch(/^202[67]-/);
  });

  test('in Traditional characters with a bracketed reading', async () =>
    expect(await ask(await open(), '開元（kāi yuán）社區', '找到 1 条')).toEqual(['开元社区']));

  test('by a name that only people use, and by one of the past', async () => {
    const page = await open();
    expect(await ask(page, '钟鼓楼', '找到 1 条')).toEqual(['鼓楼社区']);
    expect(await found(page).first().textContent()).toContain('又名钟鼓楼');
    expect(await ask(page, '南关社区', '找到 1 条')).toEqual(['老城南社区']);
    expect(await found(page).first().textContent()).toContain('曾用名南关社区');
  });

  test('by an employer: the constituency of the workplace, its deputies, and the way to look by home', async () => {
    const page = await open();
    expect(await ask(page, '县第一中学', '找到 1 条')).toEqual(['云溪县第一中学']);
    expect(await found(page).first().textContent()).toContain('在这里参加选举的选民');
    await found(page).getByRole('link').click();
    await page.waitForURL('**/constituencies/c17-06/');
    await page.getByRole('heading', { name: '承江市人民代表大会代表' }).waitFor();
    await page.getByRole('link', { name: '按住处查我的代表' }).click();
    await page.waitForURL('**/find/');
  });

  test('in a split community: both constituencies, and on its page also the workplaces', async () => {
    const page = await open();
    await ask(page, '北关', '找到 1 条');
    const lines = await found(page).locator('.lines li').allTextContents();
    expect(lines).toEqual([expect.stringMatching(/^县人大 城关第二选区：.+（铁路以南/), expect.stringMatching(/^县人大 城关第三选区：.+（铁路以北/)]);
    await found(page).getByRole('link').click();
    await page.getByText('北关社区分属云溪县人民代表大会的 2 个选区').waitFor();
    await page.getByRole('heading', { name: '在单位参加选举的' }).waitFor();
    await page.getByRole('link', { name: '经济开发区选区' }).waitFor();
  });

  test('a deputy whose name another has too: told apart by marker and place', async () => {
    const page = await open();
    expect(await ask(page, 'zhangmin', '找到 2 条')).toEqual(['张敏（河滨）', '张敏（女）']);
    expect(await found(page).allTextContents()).toEqual([expect.stringContaining('河滨第二选区'), expect.stringContaining('桃源第二选区')]);
  });

  test('Enter opens the one place of that name; a name of several leads into the list, and Escape back', async () => {
    const page = await open();
    await ask(page, '新民村', '找到 3 条');
    await field(page).press('Enter');
    await found(page).first().getByRole('link').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').evaluate((link) => link.closest('li')?.textContent)).toContain('松岭镇');
    await page.keyboard.press('Escape');
    await field(page).and(page.locator(':focus')).waitFor();
    await field(page).fill('文庙社区');
    await field(page).press('Enter');
    await page.waitForURL('**/areas/chengguan-wenmiao/');
    await page.goBack();
    await said(page).filter({ hasText: '找到 1 条' }).waitFor();
    expect(await field(page).inputValue()).toBe('文庙社区');
  });

  test('what nobody knows: similar names, other ways, the office’s telephone', async () => {
    const page = await open('/find/?q=%E9%97%BB%E5%BA%99%E7%A4%BE%E5%8C%BA');
    await said(page).filter({ hasText: '没有“闻庙社区”，下面 1 个名字相近' }).waitFor();
    await page.getByText('0000-5550100').first().waitFor();
    expect(await ask(page, '火星基地', '没有找到“火星基地”')).toEqual([]);
    await page.getByText('请打电话问云溪县人大常委会办公室：0000-5550100').waitFor();
    expect(await page.locator('.tree summary', { hasText: /^桃源镇 \d/ }).count()).toBe(1);
  });

  test('in large letters: targets of 60 px, and the page of the answer in large letters too', async () => {
    const page = await open('/elder/find/');
    expect(await ask(page, 'wenmiao', '找到 1 条')).toEqual(['文庙社区']);
    const box = await found(page).getByRole('link').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(60);
    await found(page).getByRole('link').click();
    await page.waitForURL('**/elder/areas/chengguan-wenmiao/');
  });
});

describe('what a look-up costs', () => {
  test('one file of names, two where nothing has the name; all together under 15 kB', async () => {
    const page = await open();
    const sizes: number[] = [];
    page.on(
      'response',
      (response) =>
        void response
          .request()
          .sizes()
          .then(({ responseBodySize }) => response.url().includes('/find/names/') && sizes.push(responseBodySize)),
    );
    await ask(page, '文庙', '找到 1 条');
    expect(sizes).toHaveLength(1);
    await ask(page, '闻庙社区', '没有“闻庙社区”');
    expect(sizes.length).toBeLessThanOrEqual(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000);
  });

  test('names that cannot be loaded: the form goes to the server', async () => {
    const page = await visit();
    await page.route('**/find/names/**', (route) => route.abort());
    await page.goto('/find/');
    await field(page).fill('新民村');
    await said(page).filter({ hasText: '名单没有加载成功' }).waitFor();
    await field(page).press('Enter');
    await page.waitForURL('**/find/list/?q=*');
    expect(await page.locator('.found .rows > li').count()).toBe(3);
  });

  test('files of names may be kept for ever, the plan may not', async () => {
    const folder = readdirSync(join(publicFolder(), 'find/names'), { withFileTypes: true }).find((entry) => entry.isDirectory())?.name ?? '';
    const cacheOf = async (path: string) => (await fetch(inject('site').url + path)).headers.get('cache-control');
    expect(await cacheOf(`/find/names/${folder}/0.json`)).toBe('public, max-age=31536000, immutable');
    expect(await cacheOf('/find/names/plan.json')).toBe('no-cache');
  });
});

describe('without script', () => {
  test('the home page’s field leads to the answer, or to a list', async () => {
    const page = await open('/', NO_SCRIPT);
    await page.getByRole('searchbox', { name: '您住在哪个社区或村？' }).fill('文廟社區');
    await page.getByRole('button', { name: '查我的代表' }).click();
    await page.waitForURL('**/areas/chengguan-wenmiao/');
    await page.goto('/find/');
    await field(page).fill('新民');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('heading', { name: '找到 3 条' }).waitFor();
    expect(await page.locator('.found .meta').allTextContents()).toEqual(['村石桥镇', '村松岭镇', '村桃源镇']);
    await page.getByRole('link', { name: '逐级找：乡镇、街道，社区、村' }).click();
    await page.waitForURL('**/find/#tree');
    await page.locator('.tree summary', { hasText: /^桃源镇 \d/ }).click();
    await page.locator('.tree').getByRole('link', { name: '刘家湾村' }).waitFor();
  });

  test('what cannot be a name comes back with a sentence, and an empty question to the field', async () => {
    const page = await open('/find/list/?q=%E2%80%AE', NO_SCRIPT);
    expect(await page.locator('.error-summary').textContent()).toContain('看不见的控制字符');
    await page.goto('/find/list/');
    await page.waitForURL('**/find/');
  });
});
