/** The cookie of a deputy's session, and who it lets in. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { ReplySession } from '../../db/domain/reply-key.ts';
import type { ActContext } from '../act-context.ts';
import { findReplySession } from '../acts/find-reply-session.ts';
import type { AppEnv } from '../app-env.ts';

const HOURS = 2;

export type ReplyEnv = AppEnv & { Variables: { deputy: ReplySession } };

// The `__Host-` prefix needs https; a trial on http://localhost does without.
const isSecure = ({ settings }: Pick<ActContext, 'settings'>): boolean => settings.siteUrl.startsWith('https:');
const nameOf = (context: Pick<ActContext, 'settings'>): string => (isSecure(context) ? '__Host-reply' : 'reply');
const attributes = (context: Pick<ActContext, 'settings'>) => ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: isSecure(context) }) as const;

/** The secret that the browser holds. */
export const replyCookie = (context: ActContext, c: Context): string | undefined => getCookie(c, nameOf(context));

/** Gives the browser the secret; it forgets it when it closes, or after two hours. */
export const giveReplyCookie = (context: ActContext, c: Context, secret: string): void =>
  setCookie(c, nameOf(context), secret, { ...attributes(context), maxAge: HOURS * 3600 });

/** Takes it back. */
export const takeReplyCookie = (context: ActContext, c: Context): void => void deleteCookie(c, nameOf(context), attributes(context));

/** Lets deputies pass who are in. @throws refused `notSignedIn` */
export const deputyOnly = (context: ActContext) =>
  createMiddleware<ReplyEnv>(async (c, next) => {
    c.set('deputy', await findReplySession(context, replyCookie(context, c)));
    await next();
  });
