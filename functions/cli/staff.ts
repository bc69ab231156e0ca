/** `npm run staff`: accounts of the desk, from the machine itself. The first admin is made here. */
import { parseArgs } from 'node:util';
import type { StaffMember } from '../../db/domain/staff.ts';
import type { AuditCheck } from '../acts/check-audit.ts';
import type { FirstPassword } from '../acts/staff/change-staff.ts';
import { readNodeSettings } from '../node-settings.ts';
import { runCommand } from '../run-command.ts';
import { staffWords as words } from '../words/staff.ts';
import { askRows } from './ask-rows.ts';

/** What may be asked, by the word on the command line: the call, and how its answer is told. */
const COMMANDS: Record<string, { call: string; told: (answer: unknown, siteUrl: string) => string }> = {
  add: { call: 'addStaff', told: (answer, siteUrl) => words.added(answer as FirstPassword, siteUrl) },
  reset: { call: 'resetStaff', told: (answer, siteUrl) => words.added(answer as FirstPassword, siteUrl) },
  role: { call: 'changeRole', told: () => words.changed },
  disable: { call: 'disableStaff', told: () => words.changed },
  enable: { call: 'enableStaff', told: () => words.changed },
  audit: { call: 'checkAudit', told: (answer) => words.audit(answer as AuditCheck) },
  list: { call: 'listStaff', told: (answer) => words.list(answer as StaffMember[]) },
};

await runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { role: { type: 'string' }, title: { type: 'string' } } });
  const [asked = '', name] = positionals;
  const command = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined;
  if (!command || (!['list', 'audit'].includes(asked) && name === undefined)) {
    console.error(words.usage);
    process.exitCode = 1;
    return;
  }
  const settings = readNodeSettings();
  const answer = await askRows(settings, command.call, { name, ...values });
  console.log(command.told(answer, settings.siteUrl));
  if (asked === 'audit' && (answer as AuditCheck).faults.length > 0) process.exitCode = 1;
});
