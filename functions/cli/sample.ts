import type { Sample } from '../acts/add-sample.ts';
import { readNodeSettings } from '../node-settings.ts';
import { commandWords } from '../words/commands.ts';
import { openCalls } from './open-calls.ts';
import { runCommand } from '../run-command.ts';

await runCommand(async () => {
  const settings = readNodeSettings();
  const { call, close } = await openCalls(settings);
  try {
    const { added, reportIds, codes } = (await call('addSample', {})) as Sample;
    console.log(added ? commandWords.sampleAdded : commandWords.sampleThere);
    console.log(commandWords.demoCodes(reportIds.map((id) => `${settings.siteUrl}/reports/${id}/rate/`)));
    for (const code of codes) console.log(`  ${code}`);
  } finally {
    await close();
  }
});
