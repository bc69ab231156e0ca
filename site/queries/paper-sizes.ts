/** How large things are printed, so that a long card stays on its two sides and a full board on its sheet. */

export type CardTexts = { name: string; work: string; mandates: number; stations: readonly { address: string; rules: readonly string[] }[] };

/** Characters that a line of a card takes at its largest: of a name, beside the portrait, below it. */
const LINE = { name: 7, beside: 19, below: 22 };
const lines = (text: string, of: number): number => Math.ceil([...text].length / of);

/** The class of a card's front, by the lines that its texts would take at the largest size. */
export function cardSize({ name, work, mandates, stations }: CardTexts): '' | 'dense' | 'tight' {
  const own = lines(name, LINE.name) * 2 + lines(work, LINE.beside) + mandates * 2;
  const total = stations.reduce(
    (sum, { address, rules }) => sum + 2 + lines(address, LINE.below) + rules.reduce((all, rule) => all + lines(rule, LINE.below), 0),
    own,
  );
  return total > 22 ? 'tight' : total > 14 ? 'dense' : '';
}

const WALLS = [
  { upTo: 5, size: 'few' },
  { upTo: 14, size: 'some' },
  { upTo: 18, size: 'more' },
  { upTo: 48, size: 'many' },
] as const;

/** The class of the wall of portraits on a notice board; of a crowd there are names alone. */
export const wallSize = (deputies: number): string => WALLS.find(({ upTo }) => deputies <= upTo)?.size ?? 'crowd';
