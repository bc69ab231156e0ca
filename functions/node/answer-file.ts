import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { byteCache } from './byte-cache.ts';
import type { ReleasedFile } from './release.ts';

/** Larger files are streamed as they are: they are downloads, and a proxy in front may compress them. */
const IN_MEMORY = 1024 * 1024;
const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

type Encoding = 'br' | 'gzip' | 'identity';

const cached = byteCache(64 * 1024 * 1024);

/**
 * Answers GET and HEAD with one released file: revalidated by digest, compressed where that pays.
 * @param headers sent with every answer (the security headers)
 */
export const answerFile = async (
  req: IncomingMessage,
  res: ServerResponse,
  file: ReleasedFile,
  headers: OutgoingHttpHeaders,
  status = 200,
): Promise<void> => {
  const small = file.bytes <= IN_MEMORY;
  const encoding = small && file.compressible ? preferredEncoding(req.headers['accept-encoding']) : 'identity';
  const etag = encoding === 'identity' ? file.etag : `${file.etag.slice(0, -1)}-${encoding}"`;
  const common: OutgoingHttpHeaders = {
    ...headers,
    etag,
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (file.compressible) common['vary'] = 'accept-encoding';
  if (status === 200 && isUnchanged(req.headers['if-none-match'], etag)) {
    res.writeHead(304, common).end();
    return;
  }
  common['content-type'] = file.type;
  if (encoding !== 'identity') common['content-encoding'] = encoding;
  if (small) {
    const body = await cached(etag, () => packed(file.file, encoding));
    res.writeHead(status, { ...common, 'content-length': body.length }).end(req.method === 'HEAD' ? undefined : body);
    return;
  }
  res.writeHead(status, { ...common, 'content-length': file.bytes });
  if (req.method === 'HEAD') res.end();
  // The visitor leaving is no error of ours; a read error cuts the connection, which the visitor's browser notices.
  else pipeline(createReadStream(file.file), res, () => {});
};

const preferredEncoding = (accepted: string | string[] = ''): Encoding => {
  const names = String(accepted);
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(names)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(names) ? 'gzip' : 'identity';
};

// The digest names the bytes, so a weakened tag (a proxy that compresses weakens it) still means the same file.
const isUnchanged = (given: string | undefined, etag: string): boolean =>
  given !== undefined && given.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');

const packed = async (path: string, encoding: Encoding): Promise<Buffer> => {
  const bytes = await readFile(path);
  if (encoding === 'gzip') return packGzip(bytes, { level: 6 });
  if (encoding === 'identity') return bytes;
  return packBrotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
};
