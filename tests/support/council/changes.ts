/** What the converter changed or could not read, counted: nothing is dropped in silence. */
export type Changes = { count(what: string, example: string): void; lines(): string[]; total(what: string): number };

export function countChanges(): Changes {
  const counts = new Map<string, { count: number; examples: Set<string> }>();
  return {
    count(what, example) {
      const entry = counts.get(what) ?? { count: 0, examples: new Set<string>() };
      entry.count += 1;
      if (entry.examples.size < 3) entry.examples.add(example);
      counts.set(what, entry);
    },
    lines: () =>
      [...counts]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([what, { count, examples }]) => `${String(count).padStart(6)} × ${what} (${[...examples].join(' | ')})`),
    total: (what) => counts.get(what)?.count ?? 0,
  };
}
