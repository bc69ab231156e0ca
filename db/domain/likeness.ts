/**
 * Likeness of texts (内容相近): letters of a campaign, or the same letter sent again with a few words changed. Texts are
 * compared by their runs of three characters; a signature of minimal hashes finds whom to compare at all.
 */

const RUN = 3;
const BANDS = 16;
const ROWS = 2;

/** From this share of common runs on, two texts say the same; short ones must be nearly equal. */
const ALIKE = 0.5;
const ALIKE_SHORT = 0.8;
const SHORT = 30;

/** The runs of three characters of a text; width, case, spaces and punctuation do not count. */
export function runsOf(text: string): Set<string> {
  const plain = Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  );
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= plain.length; at++) runs.add(plain.slice(at, at + RUN).join(''));
  return runs;
}

/** FNV-1a: quick, and even enough for minimal hashes. */
function hash(run: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < run.length; at++) value = Math.imul(value ^ run.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

// Odd factors and offsets from one fixed sequence: the same text must have the same signature for ever.
const FACTORS = Array.from({ length: BANDS * ROWS }, (_, at) => [hash(`factor ${at}`) | 1, hash(`offset ${at}`)] as const);

/** The bands of a text's signature. Of two texts that are alike, nearly always one band is the same; of others, seldom. */
export function bandsOf(runs: ReadonlySet<string>): string[] {
  if (runs.size === 0) return [];
  const least = FACTORS.map(() => 0xffffffff);
  for (const run of runs) {
    const value = hash(run);
    for (const [at, [factor, offset]] of FACTORS.entries()) {
      let mixed = (Math.imul(value, factor) + offset) >>> 0;
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0;
      if (mixed < (least[at] ?? 0)) least[at] = mixed;
    }
  }
  return Array.from({ length: BANDS }, (_, band) =>
    [band, ...least.slice(band * ROWS, (band + 1) * ROWS)].map((part) => part.toString(36)).join('.'),
  );
}

/** The share of runs that two texts have in common. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = one.intersection(other).size;
  return common === 0 ? 0 : common / (one.size + other.size - common);
}

/** True where two texts say the same. */
export const areAlike = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  likeness(one, other) >= (Math.min(one.size, other.size) < SHORT ? ALIKE_SHORT : ALIKE);
