/** What a form of a message's page asks for, as the API takes it: each button names its act. */
import type { Api } from '../../functions/host.ts';
import { getJson, postJson, type Answer } from './ask-api.ts';
import { filled, type Typed } from './read-form.ts';

const MOVES = new Set(['accept', 'refuse', 'redirect', 'forward', 'answer', 'close', 'reopen', 'convert']);
const PLAIN = new Set(['claim', 'release', 'keep-private', 'confirm-hiding', 'restore', 'sender']);

/** Does the act that was asked for; undefined where the form asked for none that changes anything. */
export async function doAct(api: Api, id: string, typed: Typed): Promise<Answer<{ name?: string; contact?: string }> | undefined> {
  const act = typed.get('act');
  const path = `/api/desk/messages/${id}`;
  if (MOVES.has(act)) {
    const names = ['seen', 'refusal', 'recipient', 'answer', 'from', 'proposalId', 'note'];
    const fields = filled(Object.fromEntries(names.map((name) => [name, typed.get(name)])));
    for (const name of ['recipient', 'from']) if (fields[name] !== undefined) fields[name] = await referenceOf(api, fields[name]);
    return postJson(api, `${path}/move`, { verb: act, ...fields });
  }
  if (PLAIN.has(act)) return postJson(api, `${path}/${act}`, {});
  if (act === 'hide') return postJson(api, `${path}/hide`, { reason: typed.get('reason') });
  if (act === 'publish') {
    const answers = typed.getAll('answerId[]').map((answerId) => ({ id: answerId, text: typed.get(`answer-${answerId}`) }));
    return postJson(api, `${path}/publish`, { title: typed.get('title'), text: typed.get('text'), answers, sure: typed.has('sure') });
  }
  if (act === 'show-photo' || act === 'withhold-photo')
    return postJson(api, `/api/desk/photos/${encodeURIComponent(typed.get('photo'))}`, { shown: act === 'show-photo' });
  return undefined;
}

/** How somebody is offered in a list of recipients: by name, with the reference that tells namesakes apart. */
export const offered = ({ ref, title }: { ref: string; title: string }): string => `${title}（${ref}）`;

/** What was typed or chosen as a reference `kind:id`; a name that only one has will do. */
export async function referenceOf(api: Api, typed: string): Promise<string> {
  const named = /(?:people|stations|units|areas):[a-z0-9-]+(?:\/[a-z0-9-]+)?/.exec(typed)?.[0];
  if (named !== undefined) return named;
  const { answer } = await getJson<{ items: { ref: string; title: string }[] }>(api, '/api/desk/recipients');
  const same = answer?.items.filter(({ title }) => title === typed.trim()) ?? [];
  return same.length === 1 ? (same[0]?.ref ?? typed) : typed;
}
