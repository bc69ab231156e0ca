/** The API alone as a Worker, with the release given as text instead of a file. */
import { openRemoteDatabase } from '../../db/remote.ts';
import { createApp } from '../../functions/app.ts';
import { systemClock, type AppContext } from '../../functions/context.ts';
import { createRecords } from '../../functions/records.ts';
import { sendNotices } from '../../functions/jobs/send-notices.ts';
import { readSettings } from '../../functions/settings.ts';

type Environment = Record<string, string> & { DATABASE_URL: string; RELEASE: string; FILES: string };
let opened: { app: ReturnType<typeof createApp>; context: AppContext } | undefined;

function open(env: Environment): NonNullable<typeof opened> {
  const context: AppContext = {
    db: openRemoteDatabase({ url: env.DATABASE_URL }),
    records: createRecords({
      version: async () => 'fixed',
      text: async () => env.RELEASE,
      file: async (path) => (JSON.parse(env.FILES) as Record<string, string>)[path] ?? '',
    }),
    settings: readSettings(env),
    clock: systemClock,
    log: (entry) => console.log(JSON.stringify(entry)),
  };
  return { context, app: createApp(context) };
}

export default {
  fetch: (request: Request, env: Environment) => (opened ??= open(env)).app.fetch(request, {}),
  /** What functions/worker.ts does every minute. */
  scheduled: async (_event: unknown, env: Environment) => void (await sendNotices((opened ??= open(env)).context)),
};
