/** Atom feeds, see site/queries/feeds.ts for their addresses. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { atomFeed } from '../../files/atom-feed.ts';
import { openCounty } from '../../queries/county.ts';
import { feeds } from '../../queries/feeds.ts';
import { recordOf } from '../../queries/paths.ts';

export const getStaticPaths = (() => [...feeds(openCounty()).keys()].map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, site }) => {
  const county = openCounty();
  const feed = recordOf(feeds(county).get(String(params.name)));
  return new Response(atomFeed(county, feed, recordOf(site)), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
