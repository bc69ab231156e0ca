/** A deputy's contact card for address books; only deputies in office have one. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { contactCardFile } from '../../files/contact-card.ts';
import { openCounty } from '../../queries/county.ts';
import { deputies } from '../../queries/deputies.ts';
import { recordOf } from '../../queries/paths.ts';
import { wordsFor } from '../../words/words.ts';

export const getStaticPaths = (() =>
  [...deputies(openCounty()).values()].filter(({ active }) => active).map(({ person }) => ({ params: { id: person.id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, currentLocale, site }) => {
  const deputy = recordOf(deputies(openCounty()).get(String(params.id)));
  return new Response(contactCardFile(deputy, wordsFor(currentLocale), recordOf(site)), { headers: { 'content-type': 'text/vcard; charset=utf-8' } });
};
