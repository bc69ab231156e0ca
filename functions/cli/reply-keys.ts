/** `npm run reply-keys -- issue|code|revoke`: sheets with which deputies without accounts come in. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ReplySheet } from '../acts/issue-reply-keys.ts';
import { nodeRecords } from '../node-records.ts';
import { readNodeSettings } from '../node-settings.ts';
import { runCommand } from '../run-command.ts';
import { replyKeyWords as words, replySheetsPage } from '../words/reply-sheets.ts';
import { openCalls } from './open-calls.ts';

await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { deputies: { type: 'string' }, html: { type: 'string' }, days: { type: 'string' }, 'codes-until': { type: 'string' } },
  });
  const personIds = (values.deputies ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  const [verb] = positionals;
  const asked = personIds.length > 0 && (verb === 'code' || verb === 'revoke' || (verb === 'issue' && values.html !== undefined));
  if (!asked) {
    console.error(words.usage);
    process.exitCode = 1;
    return;
  }
  const settings = readNodeSettings();
  const { release, find } = await nodeRecords(settings.dataDir).current();
  const nameOf = (id: string): string => find('people', id)?.title ?? id;
  const { call, close } = await openCalls(settings);
  try {
    if (verb === 'issue') {
      // Opened first: a file that is there already must not cost the sheets before these. Mode 600: the only copies of the secrets.
      const file = values.html ?? '';
      const opened = openSync(file, 'wx', 0o600);
      const more = { ...(values.days && { days: Number(values.days) }), ...(values['codes-until'] && { codesUntil: values['codes-until'] }) };
      const sheets = (await call('issueReplyKeys', { personIds, ...more })) as ReplySheet[];
      const office = { site: release.site.name, operator: release.site.operator.name, phone: release.site.operator.phone, url: settings.siteUrl };
      writeFileSync(opened, replySheetsPage(sheets, office));
      closeSync(opened);
      console.log(words.issued(sheets.length, file));
    } else {
      for (const personId of personIds) {
        if (verb === 'revoke') {
          await call('revokeReplyKey', { personId });
          console.log(words.revoked(nameOf(personId)));
        } else {
          const { number, dayCode, until } = (await call('issueDayCode', { personId })) as { number: number; dayCode: string; until: string };
          console.log(words.code(nameOf(personId), number, dayCode, until));
        }
      }
    }
  } finally {
    await close();
  }
});
