import { expect, test } from 'vitest';
import { embedHeaders, securityHeaders } from '../../functions/headers.ts';

/** What a visitor may rely on, whichever host serves the tiny county. */
export const sitePromises = (url: () => string): void => {
  const get = (path: string, init?: RequestInit) => fetch(`${url()}${path}`, { redirect: 'manual', ...init });
  const send = (word: string, origin = url()) => get('/status/', { method: 'POST', headers: { origin }, body: new URLSearchParams({ word }) });

  test.each(['/', '/proposals/bridge/', '/data/release.json', '/status/', '/api/health', '/nowhere/', '/api/nowhere'])(
    'the security headers are on %s',
    async (path) => {
      const { headers } = await get(path);
      for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name), name).toBe(value);
    },
  );

  test('other sites may frame the card of a proposal, and no other page', async () => {
    const card = await get('/proposals/bridge/embed/');
    expect(card.status).toBe(200);
    for (const [name, value] of Object.entries(embedHeaders)) expect(card.headers.get(name), name).toBe(value);
    expect(card.headers.get('x-frame-options')).toBeNull();
    expect(await card.text()).toContain('关于修缮东门桥的建议');
    expect((await get('/proposals/bridge/embed/no/')).headers.get('x-frame-options')).toBe('DENY');
  });

  test('a static page, its JSON twin and its style sheet are served', async () => {
    const page = await get('/proposals/bridge/');
    expect(page.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/);
    const html = await page.text();
    expect(html).toContain('关于修缮东门桥的建议');
    const style = await get(/href="(\/_astro\/[^"]+\.css)"/.exec(html)?.[1] ?? '');
    expect(style.status).toBe(200);
    expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await (await get('/proposals/bridge/index.json')).json()).toMatchObject({
      kind: 'proposals',
      item: { id: 'bridge' },
      replies: [{ id: 'bridge-1' }],
    });
  });

  test.each([
    ['/deputies/lin-mei.vcf', 'text/vcard; charset=utf-8'],
    ['/calendar.ics', 'text/calendar; charset=utf-8'],
  ])('%s comes as what it is', async (path, type) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    for (const [name, value] of Object.entries(securityHeaders)) expect(response.headers.get(name), name).toBe(value);
    expect(await response.text()).toMatch(/^BEGIN:/);
  });

  test('a name is looked up in the files of the release, by the server too', async () => {
    const answer = await get('/api/names?q=linmei');
    expect(await answer.json()).toMatchObject({ matches: [{ path: '/deputies/lin-mei/', name: '林梅' }] });
    const plan = (await (await get('/find/names/plan.json')).json()) as { folder: string };
    const file = await get(`/find/names/${plan.folder}/0.json`);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('the desk’s pages ask the API as their visitor, hand its cookies back, and take no form of another site', async () => {
    const answersOf = async (response: Response) => /id="answers"[^>]*>([^<]*)</.exec(await response.text())?.[1]?.trim();
    expect(await answersOf(await get('/desk/', { headers: { cookie: 'desk.session_token=x.y' } }))).toBe('401');
    const post = (origin: string) => get('/desk/', { method: 'POST', headers: { origin }, body: new URLSearchParams({ word: 'x' }) });
    const answer = await post(url());
    expect(answer.headers.getSetCookie().join()).toMatch(/^desk\..*HttpOnly.*SameSite=Strict/i);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answersOf(answer)).toBe('401 403 200');
    expect((await post('https://evil.example')).status).toBe(403);
  });

  test('a page on demand asks the API in process and is never kept', async () => {
    const response = await get('/status/');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const release = (await (await get('/data/release.json')).json()) as { id: string };
    expect(await response.text()).toContain(`<p id="release">${release.id}</p>`);
  });

  test('a form posts to its own page, and what was typed comes back', async () => {
    const response = await send('留言<b>');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<p id="typed">留言&lt;b&gt;</p>');
  });

  test('a form of another site is refused', async () => {
    expect((await send('x', 'https://evil.example')).status).toBe(403);
    expect((await send('x', 'null')).status).toBe(403);
  });

  test('a form over 64 KiB, or of undeclared length, is refused', async () => {
    expect((await send('x'.repeat(70_000))).status).toBe(413);
    const body = new Blob(['word=', 'x'.repeat(70_000)]).stream();
    const undeclared = { method: 'POST', body, duplex: 'half', headers: { origin: url(), 'content-type': 'application/x-www-form-urlencoded' } };
    expect((await get('/status/', undeclared as RequestInit)).status).toBeOneOf([411, 413]);
  });

  test('what is not there is answered 404 with the site’s own page, static or on demand', async () => {
    for (const response of [
      await get('/nowhere/'),
      await send('absent'),
      await get('/_image/?href=/favicon.svg'),
      await get('/_server-islands/x/'),
    ]) {
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('没有这个页面');
    }
  });

  test('a page without its slash is redirected to its one address', async () => {
    for (const path of ['/proposals/bridge', '/status']) {
      const response = await get(path);
      expect(response.status).toBeOneOf([301, 307, 308]);
      expect(new URL(response.headers.get('location') ?? '', url()).href).toBe(`${url()}${path}/`);
    }
  });

  test('the API answers, and says that release and database are well', async () => {
    const response = await get('/api/health');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ parts: { release: { status: 'ok' }, database: { status: 'ok' } } });
    const missing = await get('/api/nowhere');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toContain('application/problem+json');
  });
};
