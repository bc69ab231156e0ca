/** Enclosures: PDF files as they are, pictures turned upright and without EXIF (places, camera names). */
import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { attachmentFiles, attachmentPath } from '../../queries/attachments.ts';
import { openCounty } from '../../queries/county.ts';

export const getStaticPaths = (() => attachmentFiles(openCounty()).map((file) => ({ params: { file } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const path = attachmentPath(String(params.file));
  if (path.endsWith('.pdf')) return new Response(new Uint8Array(await readFile(path)), { headers: { 'content-type': 'application/pdf' } });
  return new Response(new Uint8Array(await sharp(path).rotate().jpeg({ quality: 85 }).toBuffer()), { headers: { 'content-type': 'image/jpeg' } });
};
