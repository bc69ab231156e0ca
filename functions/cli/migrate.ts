import { openCalls } from './open-calls.ts';
import { runCommand } from '../run-command.ts';
import { readNodeSettings } from '../node-settings.ts';
import { commandWords } from '../words/commands.ts';

// Opening the database brings it to the newest tables; a running server did so when it started.
await runCommand(async () => {
  const { close } = await openCalls(readNodeSettings());
  await close();
  console.log(commandWords.migrated);
});
