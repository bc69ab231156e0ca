/** A JPEG photograph without what it tells besides the picture (照片去掉附带信息): place, time, camera, comments, thumbnails. */

/** Bytes; the browser makes photographs smaller than this. */
export const PHOTO_BYTES = 300 * 1024;
const MOST_PIXELS = 8000;

export type CleanJpeg = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number };

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const ADOBE = 0xee;

/** Segments that the picture itself needs: tables, restart interval, number of lines. Frames are looked at apart. */
const NEEDED: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd, 0xdc]);
/** Baseline, extended and progressive frames; lossless and arithmetic ones no browser shows. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/** The picture alone; undefined where it is not a whole JPEG of at most 8000 pixels a side. Takes one pass. */
export function cleanJpeg(bytes: Uint8Array): CleanJpeg | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const kept: [number, number][] = [[0, 2]];
  let size: { width: number; height: number } | undefined;
  let scans = 0;
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === EOI) {
      kept.push([at, at + 2]);
      return size && scans > 0 ? { bytes: joined(bytes, kept), ...size } : undefined;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    let end = at + 2 + length;
    if (marker < 0xc0 || length < 2 || end > bytes.length) return undefined;
    if (FRAMES.has(marker)) {
      if (size) return undefined;
      size = sizeOf(bytes.subarray(at + 4, end));
      if (!size) return undefined;
    } else if (marker === SOS) {
      if (!size) return undefined;
      end = endOfScan(bytes, end);
      scans++;
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4) return undefined;
    if (FRAMES.has(marker) || marker === SOS || NEEDED.has(marker) || isAdobe(bytes, at, length)) kept.push([at, end]);
    at = end;
  }
  return undefined;
}

/** It says in which colours the picture is; nothing else fits into twelve bytes. */
const isAdobe = (bytes: Uint8Array, at: number, length: number): boolean =>
  bytes[at + 1] === ADOBE && length === 14 && String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === 'Adobe';

function sizeOf(frame: Uint8Array): { width: number; height: number } | undefined {
  const [precision = 0, heightHigh = 0, heightLow = 0, widthHigh = 0, widthLow = 0, components = 0] = frame;
  const [height, width] = [(heightHigh << 8) | heightLow, (widthHigh << 8) | widthLow];
  const isPicture = precision === 8 && (components === 1 || components === 3) && frame.length === 6 + components * 3;
  return isPicture && width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS ? { width, height } : undefined;
}

/** The next marker that ends the compressed data: not a stuffed zero, not a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function joined(bytes: Uint8Array, parts: readonly [number, number][]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, [from, to]) => sum + to - from, 0));
  let at = 0;
  for (const [from, to] of parts) {
    whole.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return whole;
}
