/** Folds a query as the index was folded (functions/cli/release/fold-script.ts): width and case, then script, character by character. */

/** @param table pairs of a Traditional character and its Simplified one, one after the other */
export function foldQuery(query: string, table: string): string {
  const characters = [...table];
  const folded = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) folded.set(characters[at] ?? '', characters[at + 1] ?? '');
  return Array.from(query.normalize('NFKC'), (character) => folded.get(character) ?? character).join('');
}
