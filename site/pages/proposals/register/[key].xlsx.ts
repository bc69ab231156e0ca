/** The register of a session as a workbook. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { registerSheet } from '../../../files/register-sheet.ts';
import { openCounty } from '../../../queries/county.ts';
import { recordOf } from '../../../queries/paths.ts';
import { listings } from '../../../queries/proposal-lists.ts';
import { registerRows } from '../../../queries/register.ts';
import { listingLabel } from '../../../words/listing.ts';
import { zhHans } from '../../../words/zh-Hans.ts';

export const getStaticPaths = (() => listings(openCounty()).register.map(({ key }) => ({ params: { key } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const county = openCounty();
  const list = recordOf(listings(county).register.find(({ key }) => key === params.key));
  const bytes = await registerSheet(listingLabel(list.subject, zhHans), registerRows(county, list, zhHans));
  return new Response(bytes, { headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } });
};
