/** Names that are nearly what was asked. */

/** True where one character too many, too few, another one, or two that changed places make the two differ; also where they are equal. */
export function isOneEditAway(a: string, b: string): boolean {
  const [first, second] = [Array.from(a), Array.from(b)];
  if (Math.abs(first.length - second.length) > 1) return false;
  let same = 0;
  while (same < first.length && same < second.length && first[same] === second[same]) same += 1;
  const [restA, restB] = [first.slice(same), second.slice(same)];
  const equal = (x: string[], y: string[]): boolean => x.join('') === y.join('');
  const swapped = restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && equal(restA.slice(2), restB.slice(2));
  return swapped || equal(restA.slice(1), restB.slice(1)) || equal(restA.slice(1), restB) || equal(restA, restB.slice(1));
}

/** True where the name, or its beginning, is one edit away from the question. */
export function nearlyBegins(name: string, question: string): boolean {
  const characters = Array.from(name);
  const { length } = Array.from(question);
  return [length - 1, length, length + 1].some(
    (count) => count > 0 && count <= characters.length && isOneEditAway(characters.slice(0, count).join(''), question),
  );
}

/** True where all characters of the question stand in the name in this order, as in a name cut short. */
export function isScatteredIn(name: string, question: string): boolean {
  let from = 0;
  for (const character of question) {
    const at = name.indexOf(character, from);
    if (at === -1) return false;
    from = at + character.length;
  }
  return true;
}
