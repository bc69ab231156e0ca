/** What a form of a message's page asks for, as the API takes it: each button names its act. */
import type { Api } from '../../functions/host.ts';
import { postJson, type Answer } from './ask-api.ts';
import { filled, type Typed } from './read-form.ts';

const MOVES = new Set(['accept', 'refuse', 'redirect', 'forward', 'answer', 'close', 'reopen', 'convert']);
const PLAIN = new Set(['claim', 'release', 'keep-private', 'confirm-hiding', 'restore', 'sender']);

/** Does the act that was asked for; undefined where the form asked for none that changes anything. */
export async function doAct(api: Api, id: string, typed: Typed): Promise<Answer<{ name?: string; contact?: string }> | undefined> {
  const act = typed.get('act');
  const path = `/api/desk/messages/${id}`;
  if (MOVES.has(act)) {
    const names = ['seen', 'refusal', 'recipient', 'answer', 'from', 'proposalId', 'note'];
    return postJson(api, `${path}/move`, { verb: act, ...filled(Object.fromEntries(names.map((name) => [name, typed.get(name)]))) });
  }
  if (PLAIN.has(act)) return postJson(api, `${path}/${act}`, {});
  if (act === 'hide') return postJson(api, `${path}/hide`, { reason: typed.get('reason') });
  if (act === 'publish') {
    const answers = typed.all('answerId').map((answerId) => ({ id: answerId, text: typed.get(`answer-${answerId}`) }));
    return postJson(api, `${path}/publish`, { title: typed.get('title'), text: typed.get('text'), answers, sure: typed.has('sure') });
  }
  if (act === 'show-photo' || act === 'withhold-photo')
    return postJson(api, `/api/desk/photos/${typed.get('photo')}`, { shown: act === 'show-photo' });
  return undefined;
}
