/** What the form of a sender asks of the API: the plain look by code, or one of the things that may be done. */
import type { MessageStatus } from '../../db/domain/message-status.ts';
import type { Api } from '../../functions/host.ts';
import { postJson, type Answer } from './ask-api.ts';
import { filled, type Typed } from './read-form.ts';

/** By the button that was pressed: the path, and the fields that go along with the code. */
const ACTS: Readonly<Record<string, (typed: Typed) => [string, Record<string, string>]>> = {
  chase: () => ['chase', {}],
  add: (typed) => ['additions', { text: typed.get('text') }],
  appeal: (typed) => ['appeal', filled({ reason: typed.get('reason') })],
  unpublish: () => ['unpublish', {}],
  withdraw: () => ['withdraw', {}],
  eraseContact: () => ['erase', { what: 'contact' }],
  eraseAll: () => ['erase', { what: 'all' }],
  survey: (typed) => ['survey', { round: typed.get('round'), answer: typed.get('answer') }],
};

export type OwnAnswer = {
  status: MessageStatus | undefined;
  problem: Answer<MessageStatus>['problem'];
  /** What was done, where something was asked for. */
  done: string | undefined;
};

/** Where an act is refused, the message is still shown as it stands, with the problem beside it. */
export async function askForOwn(api: Api, typed: Typed): Promise<OwnAnswer> {
  const code = typed.get('code');
  const name = typed.get('act');
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  const [path, fields] = act?.(typed) ?? ['status', {}];
  const { answer, problem } = await postJson<MessageStatus>(
    api,
    `/api/messages/${path}`,
    { code, ...fields },
    typed.get('idempotencyKey') || undefined,
  );
  if (answer) return { status: answer, problem: undefined, done: act && name };
  const shown = act && problem.status < 500 ? (await postJson<MessageStatus>(api, '/api/messages/status', { code })).answer : undefined;
  return { status: shown, problem, done: undefined };
}
