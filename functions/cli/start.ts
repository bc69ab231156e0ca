/** `npm start`: tables, a release where none is up to date, sample rows where the content is a sample, then the server. */
import { today } from '../context.ts';
import { readNodeSettings } from '../node-settings.ts';
import { publishApart } from '../node/publish-apart.ts';
import { runUntilStopped } from '../node/run-until-stopped.ts';
import { openData, serveSite, type OpenData } from '../node/serve-site.ts';
import { listStaff } from '../../db/queries/staff.ts';
import { staffWords } from '../words/staff.ts';
import { commandWords } from '../words/commands.ts';
import { releaseWords as words } from '../words/release.ts';
import { addSampleFirst } from './add-sample-first.ts';
import { isPublished } from './release/is-published.ts';
import { runCommand } from '../run-command.ts';

const prepare = async ({ context }: OpenData): Promise<void> => {
  const { settings } = context;
  if (await isPublished(settings, today(context))) return;
  const sample = await addSampleFirst(context);
  // An older release, if there is one, is still worth reading when the new one fails.
  if ((await publishApart()) !== 0) console.error(words.notPublished);
  if (!sample) return;
  console.log(commandWords.demoCodes(sample.reportIds.map((id) => `${settings.siteUrl}/reports/${id}/rate/`)));
  for (const code of sample.codes) console.log(`  ${code}`);
};

await runCommand(async () => {
  const settings = readNodeSettings();
  const data = await openData(settings);
  try {
    await prepare(data);
    const site = await serveSite(data);
    if ((await listStaff(data.context.db)).length === 0) console.log(staffWords.howToBegin(settings.siteUrl));
    console.log(words.listening(settings.host, settings.port));
    runUntilStopped(site.stop);
  } catch (error) {
    await data.close();
    throw error;
  }
});
