/** What happened in the last sixty days, for programs and for the mails of followers (functions/jobs/tell-followers.ts). */
import type { APIRoute } from 'astro';
import { NEWS_DAYS, type NewsFile } from '../../../db/domain/news-file.ts';
import { openCounty } from '../../queries/county.ts';
import { newsSince } from '../../queries/news.ts';

export const GET: APIRoute = () => {
  const county = openCounty();
  const file: NewsFile = {
    schemaVersion: 1,
    licence: county.site.licence,
    asOf: county.today,
    items: newsSince(county, NEWS_DAYS).map(({ id, on, kind, ref, title, label, text, path }) => ({ id, on, kind, ref, title, label, text, path })),
  };
  return new Response(JSON.stringify(file), { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
