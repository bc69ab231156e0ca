/** A row of the look-up as an element; every text is set as text. */
import type { FoundRow } from '../components/found.ts';
import { linkBelow, splitPath } from '../locales/prefixes.ts';

/** @param lang of names and seats, where the page speaks another language */
export function foundElement({ path, name, meta, note, lines }: FoundRow, lang: string | undefined): HTMLLIElement {
  const row = document.createElement('li');
  const link = withText('a', name, 'title');
  link.href = linkBelow(splitPath(location.pathname).prefix, path);
  if (lang) link.lang = lang;
  const about = document.createElement('div');
  about.className = 'meta';
  about.append(...meta.map((text) => withText('span', text)));
  row.append(link, about);
  if (note !== undefined) row.append(withText('p', note, 'small'));
  if (lines.length > 0) {
    const list = document.createElement('ul');
    list.className = 'lines';
    if (lang) list.lang = lang;
    list.append(...lines.map((line) => withText('li', line)));
    row.append(list);
  }
  return row;
}

function withText<K extends keyof HTMLElementTagNameMap>(tag: K, text: string, className = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  return element;
}
