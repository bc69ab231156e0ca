/** Guessing is slowed, honest voters of the same address are not (threat rows 4 and 5), and no answer tells codes apart (row 6). */
import { newSecret, formatSecret } from '../../../db/domain/secret.ts';
import { issueCodes } from '../../../functions/acts/issue-codes.ts';
import { openRating } from '../../../functions/acts/open-rating.ts';
import { startNodeHost, type ApiHost } from '../../support/api-host.ts';
import { REPORT, WINDOW } from '../open-vote.ts';
import { median, type Result } from '../result.ts';

/** Addresses that are busy at the same moment. */
const AT_ONCE = 100;

const rate = (host: ApiHost, code: string | undefined, address: string) =>
  host.send(`/api/reports/${REPORT}/ratings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, grades: { overall: 'satisfied' } }),
    address,
  });

async function flood(addresses: readonly string[], wrongEach: number, honestEach: number): Promise<{ told: number; through: number }> {
  const host = await startNodeHost();
  await openRating(host.context, { reportIds: [REPORT], ...WINDOW });
  const { codes } = await issueCodes(host.context, { reportIds: [REPORT], count: addresses.length * honestEach });
  let [mostTold, through] = [0, 0];
  const visit = async (address: string, place: number): Promise<void> => {
    const wrong = Array.from({ length: wrongEach }, async () => (await rate(host, formatSecret(newSecret()), address)).status);
    const honest = codes.slice(place * honestEach, (place + 1) * honestEach).map(async (code) => (await rate(host, code, address)).status);
    mostTold = Math.max(mostTold, (await Promise.all(wrong)).filter((status) => status !== 429).length);
    through += (await Promise.all(honest)).filter((status) => status === 201).length;
  };
  for (let at = 0; at < addresses.length; at += AT_ONCE)
    await Promise.all(addresses.slice(at, at + AT_ONCE).map((address, place) => visit(address, at + place)));
  await host.close();
  return { told: mostTold, through: through / (addresses.length * honestEach) };
}

export async function benchGuessing(): Promise<Result[]> {
  const one = await flood(['2001:db8:1:2::5'], 1000, 500);
  const many = await flood(
    Array.from({ length: 1000 }, (_, place) => `2001:db8:${place.toString(16)}::1`),
    15,
    1,
  );
  return [
    { name: 'wrong codes told apart a minute, one /64 that guesses 1,000', ours: one.told, unit: 'codes', goal: { atMost: 10 } },
    {
      name: 'honest voters of that address who get through',
      ours: one.through * 100,
      unit: '%',
      goal: { atLeast: 99 },
      note: '500 voters at the same moment',
    },
    { name: 'wrong codes told apart a minute, each of 1,000 addresses', ours: many.told, unit: 'codes', goal: { atMost: 10 } },
    { name: 'honest voters of those addresses who get through', ours: many.through * 100, unit: '%', goal: { atLeast: 99 } },
    await benchTelling(),
  ];
}

/** Unknown, used and foreign codes in turns: how far the medians of their answer times lie apart. */
async function benchTelling(): Promise<Result> {
  const samples = 4000;
  const host = await startNodeHost();
  await openRating(host.context, { reportIds: [REPORT, 'report-2'], ...WINDOW });
  const used = (await issueCodes(host.context, { reportIds: [REPORT], count: 1 })).codes[0];
  const foreign = (await issueCodes(host.context, { reportIds: ['report-2'], count: 1 })).codes[0];
  await rate(host, used, '2001:db8::1');
  const times: Record<'unknown' | 'used' | 'foreign', number[]> = { unknown: [], used: [], foreign: [] };
  for (let turn = 0; turn < samples; turn++)
    for (const [kind, code] of [
      ['used', used],
      ['unknown', formatSecret(newSecret())],
      ['foreign', foreign],
    ] as const) {
      // Each from an address of its own, so that no answer is held back.
      const begun = performance.now();
      await rate(host, code, `2001:db8:${(turn * 3 + times[kind].length).toString(16).slice(-4)}:${kind.length}::1`);
      if (turn >= 200) times[kind].push(performance.now() - begun);
    }
  await host.close();
  const medians = Object.values(times).map(median);
  return {
    name: 'medians of answer times of unknown, used and foreign codes lie apart',
    ours: ((Math.max(...medians) - Math.min(...medians)) / median(medians)) * 100,
    unit: '%',
    goal: { atMost: 1 },
    note: `${samples - 200} of each in turns; same body, statements and keyed hashes (test)`,
  };
}
