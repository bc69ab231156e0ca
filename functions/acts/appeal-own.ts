import type { ActContext } from '../act-context.ts';
import { appealMessage } from './appeal-message.ts';
import { ownMessage } from './own-message.ts';

/** Appeals against a refusal by code; while an appeal is being looked at, nothing changes. @throws missing, as appealMessage */
export async function appealOwn(context: ActContext, { code, reason }: { code: string; reason?: string | undefined }): Promise<void> {
  const own = await ownMessage(context, code);
  if (own.state !== 'appealed') await appealMessage(context, { id: own.id, note: reason });
}
