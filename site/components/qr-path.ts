/** A QR code as one path of horizontal strokes, a unit a module: small in a page, and without style attributes. */
import { encode } from 'uqr';

export type QrPath = { size: number; path: string };

/** Error correction M: cards get dirty and worn, and a larger code would be harder to scan from a small one. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const strokes = data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}`));
  return { size, path: strokes.join('') };
}

/** Where dark modules begin in a row, and how many follow. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    if (!dark) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}
