import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { readNodeSettings } from '../node-settings.ts';
import { commandWords, slipsPage } from '../words/commands.ts';
import { openCalls } from './open-calls.ts';
import { runCommand } from '../run-command.ts';

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);

/** `issue` prints codes once and never again; `open` sets the window. */
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      reports: { type: 'string' },
      count: { type: 'string' },
      csv: { type: 'string' },
      html: { type: 'string' },
      opens: { type: 'string' },
      closes: { type: 'string' },
    },
  });
  const reportIds = list(values.reports);
  const settings = readNodeSettings();
  if (positionals[0] === 'issue' && reportIds.length > 0 && Number(values.count) > 0) {
    const codes = (await ask('issueCodes', { reportIds, count: Number(values.count) })) as string[];
    const addresses = reportIds.map((id) => `${settings.siteUrl}/reports/${id}/rate/`);
    // Mode 600 and never over an existing file: these are the only copies of the codes.
    const options = { mode: 0o600, flag: 'wx' } as const;
    if (values.csv)
      writeFileSync(
        values.csv,
        `\u{FEFF}${Papa.unparse(
          codes.map((code) => ({ [commandWords.codeColumn]: code })),
          { newline: '\r\n' },
        )}\r\n`,
        options,
      );
    else if (values.html) writeFileSync(values.html, slipsPage(codes, addresses), options);
    else console.log(codes.join('\n'));
  } else if (positionals[0] === 'open' && reportIds.length > 0 && values.opens && values.closes) {
    await ask('openRating', { reportIds, opens: values.opens, closes: values.closes });
    console.log(commandWords.windowOpened);
  } else {
    console.error(commandWords.codesUsage);
    process.exitCode = 1;
  }

  async function ask(name: string, input: unknown): Promise<unknown> {
    const { call, close } = await openCalls(settings);
    try {
      return await call(name, input);
    } finally {
      await close();
    }
  }
});
