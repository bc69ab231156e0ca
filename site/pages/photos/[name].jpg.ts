/** Portraits at the one size that pages use; sharp turns them upright and drops EXIF, places and camera names included. */
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { openCounty } from '../../queries/county.ts';
import { portraitFiles, portraitPath } from '../../queries/portraits.ts';
import { contentDir } from '../../queries/records.ts';

export const getStaticPaths = (() =>
  portraitFiles(openCounty()).map((file) => ({ params: { name: portraitPath(file).slice('/photos/'.length, -'.jpg'.length) }, props: { file } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => {
  const picture = sharp(join(contentDir(), 'photos', String(props.file))).rotate().resize(480, 600, { fit: 'cover', position: 'attention' });
  return new Response(new Uint8Array(await picture.jpeg({ quality: 78, mozjpeg: true }).toBuffer()), { headers: { 'content-type': 'image/jpeg' } });
};
