/** The tally of a report's online ratings with the hashes of all published receipts, for who wants to count again. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { recordOf } from '../../../queries/paths.ts';
import { ratingTallies } from '../../../queries/ratings.ts';

export const getStaticPaths = (() => [...ratingTallies().keys()].map((id) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(recordOf(ratingTallies().get(String(params.id)))), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
