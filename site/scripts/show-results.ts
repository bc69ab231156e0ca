/** Puts results into the page: text is set as text; of Pagefind's excerpts only the marks around what was found are kept. */
import type { Found } from './ask-pagefind.ts';

/** `label` names a value of a filter, for example the kind. */
export function resultRow({ url, title, excerpt, filters }: Found, label: (filter: string, value: string) => string | undefined): HTMLLIElement {
  const row = document.createElement('li');
  const link = document.createElement('a');
  link.className = 'title';
  link.href = url;
  link.textContent = title;
  const meta = document.createElement('div');
  meta.className = 'meta';
  for (const filter of ['kind', 'year', 'unit', 'state']) {
    const text = (filters[filter] ?? []).map((value) => label(filter, value) ?? value).join('、');
    if (text === '') continue;
    const part = document.createElement('span');
    part.textContent = text;
    meta.append(part);
  }
  row.append(link, meta, excerptOf(excerpt));
  return row;
}

function excerptOf(html: string): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.className = 'small soft';
  for (const part of html.replace(/^[\s，。；：、！？）》”]+/, '').split(/(<mark>.*?<\/mark>)/g)) {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part)?.[1];
    if (marked === undefined) paragraph.append(plain(part));
    else {
      const mark = document.createElement('mark');
      mark.textContent = plain(marked);
      paragraph.append(mark);
    }
  }
  return paragraph;
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };
const plain = (html: string): string => html.replaceAll(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
