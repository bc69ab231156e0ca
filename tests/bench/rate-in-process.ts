/** Rates through the app of one host without a server in front (`node`), or in workerd over the local libSQL endpoint. */
import { issueCodes } from '../../functions/acts/issue-codes.ts';
import { openRating } from '../../functions/acts/open-rating.ts';
import { HOSTS } from '../support/api-host.ts';
import { checkKept, GRADES, REPORT, WINDOW } from './open-vote.ts';
import { printTimed } from './timed.ts';

const AT_ONCE = 64;
const [name = '', count = ''] = process.argv.slice(2);
const start = HOSTS.find(([host]) => host === name)?.[1];
if (!start) throw new Error(`no host ${name}`);
const { send, db, context, close } = await start();
const { codes } = await issueCodes(context, { reportIds: [REPORT], count: Number(count) });
await openRating(context, { reportIds: [REPORT], ...WINDOW });

const rate = async (left: Iterator<string>): Promise<void> => {
  for (let next = left.next(); !next.done; next = left.next()) {
    const body = JSON.stringify({ code: next.value, grades: GRADES });
    const answer = await send(`/api/reports/${REPORT}/ratings`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const text = await answer.text();
    if (answer.status !== 201) throw new Error(`${answer.status} ${text}`);
  }
};

await printTimed(codes, async (some) => {
  const left = some.values();
  await Promise.all(Array.from({ length: AT_ONCE }, () => rate(left)));
});
await checkKept(db, codes.length);
await close();
