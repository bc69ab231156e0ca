/** Single line breaks of record texts, kept: letters have hard lines, and Chinese never wraps softly. */
import type { PhrasingContent, Root, RootContent } from 'mdast';

type Node = Root | RootContent;

/** A remark step: every line break inside a paragraph becomes a hard one. Code keeps its own lines. */
export function keepLineBreaks() {
  return (tree: Root): void => keepIn(tree);
}

function keepIn(node: Node): void {
  if (!('children' in node)) return;
  const parent = node as { children: RootContent[] };
  parent.children = parent.children.flatMap((child): RootContent[] => (child.type === 'text' ? linesOf(child.value) : [child]));
  for (const child of parent.children) keepIn(child);
}

const linesOf = (text: string): PhrasingContent[] =>
  text
    .split(/[ \t]*\n/)
    .flatMap((value, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(value === '' ? [] : [{ type: 'text', value } as const]),
    ]);
