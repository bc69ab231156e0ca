/** The published messages as an Atom feed, made on demand: what is hidden is gone from it at once. */
import frame from 'virtual:frame';
import type { APIRoute } from 'astro';
import type { PublicMessage } from '../../../db/domain/public-message.ts';
import { messageFeed } from '../../files/message-feed.ts';
import { getJson } from '../../forms/ask-api.ts';
import { BRIEFLY } from '../../forms/briefly.ts';

export const prerender = false;

export const GET: APIRoute = async ({ locals, url, site }) => {
  const { answer, problem } = await getJson<{ items: PublicMessage[] }>(locals.api, '/api/messages');
  if (problem) return new Response(null, { status: problem.status, headers: { 'retry-after': '300', 'cache-control': 'no-store' } });
  const headers = { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': BRIEFLY };
  return new Response(messageFeed(frame, answer.items, site ?? url), { headers });
};
