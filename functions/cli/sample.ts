import type { Sample } from '../acts/add-sample.ts';
import { readNodeSettings } from '../node-settings.ts';
import { commandWords } from '../words/commands.ts';
import { askRows } from './ask-rows.ts';
import { runCommand } from '../run-command.ts';

await runCommand(async () => {
  const settings = readNodeSettings();
  const { added, reportIds, codes } = (await askRows(settings, 'addSample', {})) as Sample;
  console.log(added ? commandWords.sampleAdded : commandWords.sampleThere);
  console.log(commandWords.demoCodes(reportIds.map((id) => `${settings.siteUrl}/reports/${id}/rate/`)));
  for (const code of codes) console.log(`  ${code}`);
});
