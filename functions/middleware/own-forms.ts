import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { HttpProblem } from '../http-problem.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Against forms of other sites: a write that names an origin must name ours, and one without an origin must be JSON,
 * which a browser does not send across sites without asking first. `null` is an origin of nobody.
 */
export const ownForms = (siteUrl: string) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (READING.has(c.req.method)) return next();
    const origin = c.req.header('origin');
    const isJson = /^application\/json(?:;|$)/i.test(c.req.header('content-type') ?? '');
    if (origin === undefined ? !isJson : !isOwn(origin, siteUrl, c.req.url)) throw new HttpProblem(403, 'foreignForm');
    return next();
  });

// The address asked for counts as ours too: a browser cannot be made to lie about it.
const isOwn = (origin: string, siteUrl: string, requestUrl: string): boolean => origin === siteUrl || origin === new URL(requestUrl).origin;
