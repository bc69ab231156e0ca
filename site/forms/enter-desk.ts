/** The way into a page of the desk: who is there, or where they have to go first. */
import type { AstroGlobal } from 'astro';
import type { DeskAct } from '../../db/domain/desk-rules.ts';
import type { EntryStep, Role } from '../../db/domain/staff.ts';
import { getJson, type Problem } from './ask-api.ts';

export type Me = { name: string; title: string; role: Role; step: EntryStep; acts: DeskAct[] };

const STEP_PAGES: Record<EntryStep, string> = { password: '/desk/me/password/', authenticator: '/desk/me/authenticator/', desk: '/desk/' };

/** The page for a step of entering. */
export const stepPage = (step: EntryStep): string => STEP_PAGES[step];

/** A page of the desk that somebody wanted before they had to sign in; anything else is the desk's first page. */
export const wantedPage = (asked: string | null): string =>
  asked !== null && /^\/desk\/(?:[\w-]+\/)*(?:\?[\w=&%.:-]*)?$/.test(asked) ? asked : '/desk/';

/**
 * The person at the desk, or the answer that sends them on: to sign in, or to the step that is still missing.
 * @param step the page belongs to this step of entering; others are pages of the open desk
 */
export async function enterDesk(
  astro: Pick<AstroGlobal, 'locals' | 'url' | 'redirect' | 'rewrite' | 'request'>,
  step: EntryStep = 'desk',
): Promise<Me | Response> {
  const { answer: me, problem } = await getJson<Me>(astro.locals.api, '/api/desk/me');
  const here = encodeURIComponent(astro.url.pathname + astro.url.search);
  // A form that comes too late is not lost: it is kept on a page from which it can be sent again.
  if (problem?.status === 401 && astro.request.method === 'POST') return astro.rewrite(`/desk/expired/?to=${here}`);
  if (problem?.status === 401) return astro.redirect(`/desk/sign-in/?to=${here}`, 303);
  if (!me) return unavailable(problem);
  if (me.step === step || me.step === 'desk') return me;
  return astro.redirect(stepPage(me.step), 303);
}

// Without the database there is no desk; the sentence is the API's own.
const unavailable = ({ title, detail }: Problem): Response =>
  new Response(`${title}\n\n${detail}\n`, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' } });
