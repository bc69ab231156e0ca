/** The way into a deputy's page: who is in, or the door with everything that was typed so far. */
import type { AstroGlobal } from 'astro';
import type { ReplySession } from '../../db/domain/reply-key.ts';
import { getJson, postJson, type Problem } from './ask-api.ts';
import { filled, readForm, type Typed } from './read-form.ts';

/** Fields of the door itself; all others belong to the page that is behind it. */
const DOOR = ['token', 'number', 'dayCode'];

export type AtDoor = { deputy?: undefined; typed: Typed; carried: [string, string][]; problem: Problem | undefined };
/** `sent` is true where the page's own form was posted; `back` where somebody came in again in the middle of it. */
export type Inside = { deputy: ReplySession; typed: Typed; sent: boolean; back: boolean };

/** Lets a deputy in, or says why not. What was typed before a session ended is carried through the door. */
export async function enterReply({ locals, request, response }: Pick<AstroGlobal, 'locals' | 'request' | 'response'>): Promise<AtDoor | Inside> {
  const typed = await readForm(request);
  const posted = request.method === 'POST';
  const carried = typed.entries().filter(([name]) => !DOOR.includes(name));
  if (DOOR.some((name) => typed.has(name))) {
    const token = typed.get('token');
    const shown = token === '' ? filled({ number: typed.get('number'), dayCode: typed.get('dayCode') }) : { token };
    const opened = await postJson<ReplySession>(locals.api, '/api/reply/sessions', shown);
    if (opened.answer) return { deputy: opened.answer, typed, sent: false, back: carried.length > 0 };
    response.status = opened.problem.status;
    return { typed, carried, problem: opened.problem };
  }
  const session = await getJson<ReplySession>(locals.api, '/api/reply/session');
  if (session.answer) return { deputy: session.answer, typed, sent: posted, back: false };
  const stranger = session.problem.code === 'notSignedIn';
  if (posted || !stranger) response.status = session.problem.status;
  return { typed, carried, problem: posted || !stranger ? session.problem : undefined };
}
