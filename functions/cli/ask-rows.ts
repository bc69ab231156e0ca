import type { Settings } from '../settings.ts';
import { openCalls } from './open-calls.ts';

/**
 * Asks rows for one thing: through the running server, or with the database opened for this moment only, so that a
 * server can be started while a release is being built.
 * @throws when neither answers
 */
export const askRows = async (settings: Settings, name: string, input: unknown): Promise<unknown> => {
  const { call, close } = await openCalls(settings);
  try {
    return await call(name, input);
  } finally {
    await close();
  }
};
