/** `npm run rollback [-- RELEASE]`: goes back to the release before the current one, or to the one named. */
import { readNodeSettings } from '../node-settings.ts';
import { releaseWords as words } from '../words/release.ts';
import { rollBack } from './release/roll-back.ts';
import { runCommand } from '../run-command.ts';

await runCommand(async () => {
  const { id, from, warning } = await rollBack(readNodeSettings(), process.argv[2]);
  if (warning) console.error(warning);
  console.log(words.rolledBack(id, from));
});
