/** `npm run publish`: checks, builds, verifies and switches to a new release; a running server follows by itself. */
import { readNodeSettings } from '../node-settings.ts';
import { releaseWords as words } from '../words/release.ts';
import { publishRelease } from './release/publish-release.ts';
import { runCommand } from '../run-command.ts';

await runCommand(async () => {
  const id = await publishRelease(readNodeSettings(), (line) => console.log(line));
  console.log(words.published(id));
});
