/** `npm run serve`: the site on one machine. Nothing is built; `npm start` does that first. */
import { readNodeSettings } from './node-settings.ts';
import { runCommand } from './run-command.ts';
import { runUntilStopped } from './node/run-until-stopped.ts';
import { openData, serveSite } from './node/serve-site.ts';
import { releaseWords as words } from './words/release.ts';

await runCommand(async () => {
  const settings = readNodeSettings();
  const data = await openData(settings);
  try {
    const site = await serveSite(data);
    console.log(words.listening(settings.host, settings.port));
    runUntilStopped(site.stop);
  } catch (error) {
    await data.close();
    throw error;
  }
});
