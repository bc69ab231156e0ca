import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueCodes } from '../../functions/acts/issue-codes.ts';
import { openRating } from '../../functions/acts/open-rating.ts';
import { HOSTS, SITE, type ApiHost } from '../support/api-host.ts';

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const form = (body: string, headers: Record<string, string> = { origin: SITE }): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body,
});
const message = (more: object = {}) => ({ to: 'people:lin-xiaohe', kind: 'question', title: '问题', text: '内容', ageConfirmed: true, ...more });
const total = async (host: ApiHost) =>
  Number((await host.db.client.execute('SELECT (SELECT count(*) FROM messages) + (SELECT count(*) FROM rating_grades) AS n')).rows[0]?.n);
const RUNS = Number(process.env.FUZZ ?? 120);

describe.each(HOSTS)('bad input on %s', (_, start) => {
  let host: ApiHost;
  let before: number;
  let code: string | undefined;
  beforeAll(async () => {
    host = await start();
    await openRating(host.context, { reportIds: ['report-1'], opens: '2026-01-01T00:00:00Z', closes: '2036-01-01T00:00:00Z' });
    [code] = (await issueCodes(host.context, { reportIds: ['report-1'], count: 1 })).codes;
    before = await total(host);
  });
  // Whatever a test below sends, nothing of it may be stored.
  afterAll(async () => {
    expect(await total(host)).toBe(before);
    await host.close();
  });

  async function problemOf(
    answer: Response,
  ): Promise<{ status: number; code: string; detail: string; errors?: { path: unknown[]; code: string; message: string }[] }> {
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const problem = (await answer.json()) as Awaited<ReturnType<typeof problemOf>>;
    expect(problem.status).toBe(answer.status);
    expect(problem.detail).toMatch(/\p{Script=Han}/u);
    return problem;
  }

  test.each([
    ['an unknown deputy', message({ to: 'people:nobody' }), 'to', 'recipientNotFound'],
    ['an unknown mandate', message({ to: 'people:lin-xiaohe/none' }), 'to', 'recipientNotFound'],
    ['a former deputy', message({ to: 'people:gu-yuan' }), 'to', 'formerDeputy'],
    ['an ended mandate', message({ to: 'people:lin-xiaohe/town-9' }), 'to', 'formerDeputy'],
    ['a kind of nothing', message({ to: 'units:water' }), 'to', 'recipient'],
    ['no title', { ...message(), title: undefined }, 'title', 'required'],
    ['a title of spaces', message({ title: '  ' }), 'title', 'required'],
    ['a long title', message({ title: '长'.repeat(61) }), 'title', 'tooLong'],
    ['a long text', message({ text: '长'.repeat(5001) }), 'text', 'tooLong'],
    ['a control character', message({ text: 'a\u0007b' }), 'text', 'forbiddenCharacter'],
    ['a bidi character', message({ title: 'a\u202Eb' }), 'title', 'forbiddenCharacter'],
    ['a lone surrogate', message({ text: 'a\uD800b' }), 'text', 'forbiddenCharacter'],
    ['a number for a text', message({ text: 5 }), 'text', 'text'],
    ['a list for a text', message({ title: ['a'] }), 'title', 'text'],
    ['text for yes or no', message({ public: 'maybe' }), 'public', 'yesNo'],
    ['no age', message({ ageConfirmed: false }), 'ageConfirmed', 'ageConfirmed'],
    ['an unknown field', message({ state: 'answered' }), 'state', 'unknownField'],
    ['a false challenge', message({ challenge: 'AAAA' }), 'challenge', 'challengeWrong'],
  ])('%s is told beside the field', async (_name, body, path, problemCode) => {
    const answer = await host.send('/api/messages', json(body));
    expect(answer.status).toBe(422);
    const { errors } = await problemOf(answer);
    expect(errors).toEqual([
      expect.objectContaining({ path: [path], code: problemCode, message: expect.stringMatching(/\p{Script=Han}/u) as string }),
    ]);
  });

  test('a former deputy: the sentence names whom to write to, or the office', async () => {
    const named = await problemOf(await host.send('/api/messages', json(message({ to: 'people:gu-yuan' }))));
    expect(named.detail).toContain('林小禾、清禾代表联络站');
    const office = await problemOf(await host.send('/api/messages', json(message({ to: 'people:shen-mo' }))));
    expect(office.detail).toContain('0000-1234567');
  });

  test('all faults come at once', async () => {
    const { errors = [] } = await problemOf(await host.send('/api/messages', json({ to: 'x', title: '', extra: 1 })));
    expect(errors.map(({ path }) => path.join('.')).toSorted()).toEqual(['ageConfirmed', 'extra', 'kind', 'text', 'title', 'to']);
  });

  test('grades off the scale, of a wrong type or of no section are refused (row 14)', async () => {
    const wrong: fc.Arbitrary<unknown> = fc
      .anything({ maxDepth: 2 })
      .filter((value) => !['satisfied', 'basicallySatisfied', 'dissatisfied', undefined].includes(value as string));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('overall', 'duties', 'study', 'everything'), wrong, async (aspect, value) => {
        const body = JSON.stringify({ code, grades: { overall: 'satisfied', [aspect]: value } });
        if (JSON.stringify({ x: value }) === '{}') return;
        const answer = await host.send('/api/reports/report-1/ratings', json(body));
        expect([400, 422]).toContain(answer.status);
      }),
      { numRuns: RUNS },
    );
    expect((await host.send('/api/reports/report-1/ratings', json({ code, grades: { overall: 'unknown' } }))).status).toBe(422);
  });

  test('bodies of any shape are answered with 4xx (row 14)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('/api/messages', '/api/messages/status', '/api/reports/report-1/ratings'), fc.json(), async (path, body) => {
        const { status } = await host.send(path, json(body));
        expect(status >= 400 && status < 500).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('broken UTF-8, other charsets and raw bytes are refused, never a 500 (row 20)', async () => {
    const raw = (bytes: Uint8Array<ArrayBuffer>, type = 'application/json'): RequestInit => ({
      method: 'POST',
      headers: { 'content-type': type, origin: SITE },
      body: bytes,
    });
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0x22, 0xe4, 0xb8, 0x22]]) {
      expect((await problemOf(await host.send('/api/messages', raw(new Uint8Array(bytes))))).code).toBe('badText');
    }
    expect((await host.send('/api/messages', raw(new Uint8Array([0x7b]), 'application/json; charset=gbk'))).status).toBe(415);
    expect((await host.send('/api/messages', form('to=%E4%B8&kind=help'))).status).toBe(400);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom('application/json', 'application/x-www-form-urlencoded'),
        async (bytes, type) => {
          const { status } = await host.send('/api/messages', raw(new Uint8Array(bytes), type));
          expect(status >= 400 && status < 500).toBe(true);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('a body over 64 KiB is refused, whatever it says of its length (row 36)', async () => {
    const big = JSON.stringify(message({ text: 'x'.repeat(70_000) }));
    // workerd may cut the connection while the client still writes; what matters is that nothing is taken.
    const answer = await host.send('/api/messages', json(big)).catch(() => undefined);
    if (host.name === 'node' || answer) expect(answer?.status).toBe(413);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        if (pulled > 2000) controller.close();
        else controller.enqueue(new Uint8Array(16_384).fill(120));
      },
    });
    if (host.name === 'node') {
      const stopped = await host.send('/api/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: endless,
        duplex: 'half',
      });
      expect(stopped.status).toBe(413);
      expect(pulled).toBeLessThan(10);
    }
    expect(
      (await host.send('/api/messages', { ...json('{}'), headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } })).status,
    ).toBe(415);
    expect(
      (
        await host.send('/api/messages', {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=x', origin: SITE },
          body: '--x--',
        })
      ).status,
    ).toBe(415);
  });

  test('keys that reach for prototypes change nothing (row 41)', async () => {
    const bodies = [
      '{"__proto__":{"admin":true}}',
      '{"grades":{"__proto__":{"overall":"satisfied"}}}',
      '{"constructor":{"prototype":{"admin":true}}}',
      '{"a":[{"prototype":1}]}',
    ];
    for (const body of bodies)
      for (const path of ['/api/messages', '/api/reports/report-1/ratings']) expect((await host.send(path, json(body))).status).toBe(400);
    for (const body of ['__proto__=1', '__proto__.admin=1', 'grades.__proto__=1', 'constructor.prototype=1', 'a.b.c=1'])
      expect((await host.send('/api/messages', form(body))).status).toBe(400);
    expect((await host.send('/api/proposals?__proto__=1')).status).toBe(400);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });

  test('forms of other sites change nothing (row 24)', async () => {
    const body = new URLSearchParams({ to: 'people:lin-xiaohe', kind: 'help', title: '题', text: '文', ageConfirmed: 'on' }).toString();
    for (const headers of [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: `${SITE}.evil.example` },
      { origin: 'http://rd.example.test' },
    ] as Record<string, string>[]) {
      expect((await host.send('/api/messages', form(body, headers))).status).toBe(403);
    }
    expect(
      (await host.send('/api/messages', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify(message()) })).status,
    ).toBe(403);
    expect(
      (await host.send('/api/messages', { method: 'POST', headers: { 'content-type': 'text/plain', origin: SITE }, body: JSON.stringify(message()) }))
        .status,
    ).toBe(415);
    expect(
      (await host.send('/api/messages', { ...json(message()), headers: { 'content-type': 'application/json', origin: 'https://evil.example' } }))
        .status,
    ).toBe(403);
    expect((await host.send('/api/messages', { method: 'POST' })).status).toBe(403);
  });

  test('one path, one parameter, one method (row 44)', async () => {
    for (const path of [
      '/api//health',
      '//api/health',
      '/api/%68ealth',
      '/api%2Fhealth',
      '/api%252Fhealth',
      '/api/health/',
      '/API/health',
      '/api/Health',
      '/api/messages%2Fstatus',
      '/api/%5Chealth',
      '/api/reports/report-1%00/ratings',
    ]) {
      expect([path, (await host.send(`${SITE}${path}`)).status]).toEqual([path, 404]);
    }
    expect((await host.send('/api/proposals?year=2025&year=2026')).status).toBe(400);
    expect((await host.send('/api/proposals?sort=id;drop')).status).toBe(422);
    expect((await host.send('/api/messages', form('title=a&title=b'))).status).toBe(400);
    expect((await host.send('/api/messages?_method=DELETE', { method: 'DELETE', headers: { 'content-type': 'application/json' } })).status).toBe(404);
    expect(
      (await host.send('/api/health', { method: 'POST', headers: { 'content-type': 'application/json', 'x-http-method-override': 'GET' } })).status,
    ).toBe(404);
  });

  test('answers are never cached, whatever stands behind the path (row 47)', async () => {
    for (const path of [
      '/api/health',
      '/api/messages',
      '/api/messages/status.css',
      '/api/health/x.js',
      '/api/proposals',
      '/api/proposals.csv',
      '/api/proposals.json',
      '/api/openapi.json',
      '/api/challenge',
      '/api/none',
    ]) {
      const { headers } = await host.send(path);
      expect([path, headers.get('cache-control'), headers.get('x-frame-options')]).toEqual([path, 'no-store', 'DENY']);
    }
  });

  test('receipt codes cannot be found by trying (row 22)', async () => {
    const unknown = await host.send('/api/messages/status', { ...json({ code: '0000-0000-0000-0000-0000-0000' }), address: '198.51.100.1' });
    expect(unknown.status).toBe(404);
    expect((await problemOf(unknown)).code).toBe('receiptNotFound');
    for (const id of ['msg_1', 'msg_00000000000000000000', '1', 'msg_zzzzzzzzzzzzzzzzzzzz'])
      expect((await host.send(`/api/messages/${id}`)).status).toBe(404);
  });
});
