/** Portraits, one file for each photo that a person names. */
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { openCounty } from '../../queries/county.ts';
import { makePortrait } from '../../queries/make-portrait.ts';
import { portraitFiles, portraitPath } from '../../queries/portraits.ts';
import { contentDir } from '../../queries/records.ts';

export const getStaticPaths = (() =>
  portraitFiles(openCounty()).map((file) => ({
    params: { name: portraitPath(file).slice('/photos/'.length, -'.jpg'.length) },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response(await makePortrait(join(contentDir(), 'photos', String(props.file))), { headers: { 'content-type': 'image/jpeg' } });
