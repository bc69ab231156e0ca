/** The API alone as a Worker, with the release given as text instead of a file. */
import { openRemoteDatabase } from '../../db/remote.ts';
import { createApp } from '../../functions/app.ts';
import { systemClock } from '../../functions/context.ts';
import { createRecords } from '../../functions/records.ts';
import { readSettings } from '../../functions/settings.ts';

type Environment = Record<string, string> & { DATABASE_URL: string; RELEASE: string; FILES: string };
let app: ReturnType<typeof createApp> | undefined;

export default {
  fetch(request: Request, env: Environment) {
    app ??= createApp({
      db: openRemoteDatabase({ url: env.DATABASE_URL }),
      records: createRecords({
        version: async () => 'fixed',
        text: async () => env.RELEASE,
        file: async (path) => (JSON.parse(env.FILES) as Record<string, string>)[path] ?? '',
      }),
      settings: readSettings(env),
      clock: systemClock,
      log: (entry) => console.log(JSON.stringify(entry)),
    });
    return app.fetch(request, {});
  },
};
