import { zipSync } from 'fflate';

/** Packs files; their time is fixed, so that equal files give equal bytes. */
export const packZip = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) });
