/** `npm start`: tables, a release where none is up to date, sample rows where the content is a sample, then the server. */
import { beijingDate } from '../../db/domain/civil-date.ts';
import { readNodeSettings } from '../node-settings.ts';
import { publishApart } from '../node/daily-publish.ts';
import { runUntilStopped } from '../node/run-until-stopped.ts';
import { openData, serveSite } from '../node/serve-site.ts';
import { releaseWords as words } from '../words/release.ts';
import { isPublished } from './release/is-published.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const settings = readNodeSettings();
  const data = await openData(settings);
  if (!(await isPublished(settings, settings.today ?? beijingDate(new Date())))) {
    const code = await publishApart();
    // An older release, if there is one, is still worth reading.
    if (code !== 0) console.error(words.notPublished);
  }
  const site = await serveSite(data).catch(async (error: unknown) => {
    await data.close();
    throw error;
  });
  console.log(words.listening(settings.host, settings.port));
  runUntilStopped(site.stop);
});
