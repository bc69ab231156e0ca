/** `npm run codes`: prints codes, sets windows, and says how every rating stands. Codes are shown once and never again. */
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { CallRefused } from '../../db/socket.ts';
import type { Issued } from '../acts/issue-codes.ts';
import type { RatingStatus } from '../acts/rating-status.ts';
import { readNodeSettings } from '../node-settings.ts';
import { runCommand } from '../run-command.ts';
import { ratingWords as words } from '../words/ratings.ts';
import { askRows } from './ask-rows.ts';
import { slipsPage } from './ratings/slips.ts';

const text = { type: 'string' } as const;
const OPTIONS = {
  ...{ reports: text, count: text, csv: text, html: text, opens: text, closes: text, reason: text, set: text },
  ...{ 'handed-out': text, returned: text },
};

await runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const { opens, closes, reason, set, count } = values;
  const reportIds = (values.reports ?? '').split(',').flatMap((id) => id.trim() || []);
  const [reportId] = reportIds;
  const settings = readNodeSettings();
  const verb = positionals[0];

  if (verb === 'issue' && reportId && Number(count) > 0) await hand('issueCodes', { reportIds, count: Number(count) });
  else if (verb === 'reissue' && set && reason) await hand('reissueCodes', { set, reason, ...(count && { count: Number(count) }) });
  else if (verb === 'open' && reportId && opens && closes) await tell('openRating', { reportIds, opens, closes, reason }, words.opened);
  else if (verb === 'close' && reportId && reason) for (const id of reportIds) await tell('closeRating', { reportId: id, reason }, words.closed);
  else if (verb === 'void' && reportId && reason) for (const id of reportIds) await tell('voidRating', { reportId: id, reason }, words.voided);
  else if (verb === 'void-set' && set && reason) await tell('voidCodes', { set, reason }, words.voidedCodes);
  else if (verb === 'count' && set)
    await tell('countCodes', { set, handedOut: Number(values['handed-out']), returned: Number(values.returned ?? 0) }, words.counted);
  else if (verb === 'status') printStatus((await askRows(settings, 'ratingStatus', {})) as RatingStatus);
  else {
    console.error(words.usage);
    process.exitCode = 1;
  }

  /** Makes codes and writes them to a file, or prints them, one a line; what else is to be said goes to the other stream. */
  async function hand(name: string, input: unknown): Promise<void> {
    const file = values.csv ?? values.html;
    // Opened first: these are the only copies of the codes, so a file that is there already must not cost them. Mode 600.
    const opened = file === undefined ? undefined : openNew(file);
    const issued = (await askRows(settings, name, input).catch((error: unknown) => {
      if (file !== undefined) rmSync(file);
      throw error;
    })) as Issued;
    if (opened === undefined) return console.log(issued.codes.join('\n'));
    writeFileSync(opened, values.csv === undefined ? slipsPage(issued, settings.siteUrl) : tableOf(issued));
    closeSync(opened);
    console.log(words.issued(issued.set, issued.codes.length));
  }

  async function tell(name: string, input: unknown, sentence: string): Promise<void> {
    await askRows(settings, name, input);
    console.log(sentence);
  }
});

function openNew(file: string): number {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new CallRefused(words.fileThere(file)) : error;
  }
}

const tableOf = ({ codes }: Issued): string =>
  `\u{FEFF}${Papa.unparse(
    codes.map((code) => ({ [words.codeColumn]: code })),
    { newline: '\r\n' },
  )}\r\n`;

function printStatus({ windows, sets, stray, logHolds }: RatingStatus): void {
  for (const window of windows) console.log(words.window(window));
  for (const set of sets) console.log(words.set(set));
  const wrong = [
    ...windows.flatMap(({ reportId, disagreements }) => (disagreements.length > 0 ? [words.wrong(reportId, disagreements)] : [])),
    ...sets.flatMap((set) => (set.wrong ? [words.wrong(set.id, ['codes'])] : [])),
    ...stray.map((name) => words.wrong(name, ['window'])),
    ...(logHolds ? [] : [words.wrong('ratings-log.jsonl', ['log'])]),
  ];
  console.log(wrong.length === 0 ? words.holds : wrong.join('\n'));
  if (wrong.length > 0) process.exitCode = 1;
}
