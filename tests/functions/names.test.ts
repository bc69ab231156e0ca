import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NameAnswer } from '../../db/domain/find/view.ts';
import { lookUpName } from '../../functions/acts/look-up-name.ts';
import { createRecords } from '../../functions/records.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';
import { namesAsFiles } from '../support/names.ts';

describe.each(HOSTS)('looking up a name on %s', (_, start) => {
  let host: ApiHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host.close());
  const send = (q: string) => host.send(`/api/names?${new URLSearchParams({ q }).toString()}`);
  const ask = async (q: string) => (await (await send(q)).json()) as NameAnswer;

  test('a village leads to its page, with the constituencies and deputies of town and county', async () => {
    expect(await ask('甲村')).toEqual({
      near: false,
      more: false,
      only: '/areas/village-a/',
      matches: [
        {
          kind: 'village',
          path: '/areas/village-a/',
          name: '甲村',
          place: ['小镇'],
          seats: [
            { congress: '镇人大', name: '甲村选区', deputies: '赵一', part: '河北岸' },
            { congress: '县人大', name: '小镇选区', deputies: '赵一、孙三' },
          ],
        },
        expect.objectContaining({ kind: 'constituency', path: '/constituencies/t10-1/', name: '甲村选区' }),
      ],
    });
  });

  test.each([
    ['zhaoyi', ['赵一']],
    ['zy', ['赵一']],
    ['趙一', ['赵一']],
    ['小县小镇甲村', ['甲村']],
    ['戊己庚', []],
  ])('%s', async (q, names) => expect((await ask(q)).matches.map(({ name }) => name).slice(0, 1)).toEqual(names));

  test('a name that nobody has brings up similar ones, and says so', async () => {
    expect(await ask('赵二')).toMatchObject({ near: true, matches: [{ path: '/deputies/zhao-yi/' }, { path: '/deputies/qian-er/' }] });
  });

  test.each([
    ['', 422],
    ['x'.repeat(61), 422],
    ['\u202E甲村', 422],
    ['%', 200],
    ["' OR 1=1 --", 200],
  ])('the question %j is answered %i', async (q, status) => {
    const answer = await send(q);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('it is described for machines', async () => {
    const { paths } = (await (await host.send('/api/openapi.json')).json()) as { paths: Record<string, unknown> };
    expect(paths['/api/names']).toMatchObject({ get: { parameters: [{ name: 'q' }] } });
  });
});

describe('while a new release comes', () => {
  const release = async () => '';

  test('plan and names are never of two releases', async () => {
    const [before, after] = [
      namesAsFiles(),
      Object.fromEntries(
        Object.entries(namesAsFiles()).map(([path, text]) => [path.replace(/\/\w{12}\//, '/new/'), text.replace(/"folder":"\w+"/, '"folder":"new"')]),
      ),
    ];
    let asked = 0;
    const records = createRecords({ version: release, text: release, file: async (path) => ((asked += 1) === 1 ? before : after)[path] ?? '' });
    expect((await lookUpName({ records }, { q: '甲村' })).only).toBe('/areas/village-a/');
    expect(asked).toBe(4);
  });

  test('without names it says that nothing is published yet', async () => {
    const records = createRecords({ version: release, text: release });
    await expect(lookUpName({ records }, { q: '甲村' })).rejects.toMatchObject({ kind: 'unavailable', code: 'noRelease' });
  });
});
