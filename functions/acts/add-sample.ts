import type { ActContext } from '../act-context.ts';

export async function addSample(_context: ActContext): Promise<unknown> {
  return undefined;
}
