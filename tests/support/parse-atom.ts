/** A strict reader of XML as far as feeds use it, and the rules of RFC 4287, written from the documents and sharing no code with the library. */

type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));|&/gi, (all, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    const known = name === undefined ? undefined : ENTITIES[name];
    if (known === undefined) throw new Error(`not an entity: ${all}`);
    return known;
  });

const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:]+)\s*>|<([\w:]+)((?:\s+[\w:]+\s*=\s*"[^"<]*")*)\s*(\/?)>|([^<]+)/y;

/** Reads a document, or throws where it is not well formed. */
function readXml(source: string): Element {
  const text = source.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\s*/, '').trimEnd();
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const [, data, closed, name, attributes = '', empty, words] = TOKEN.exec(text) ?? [undefined];
    const inside = open.at(-1) ?? root;
    if (data !== undefined) inside.text += data;
    else if (words !== undefined) {
      if (words.includes(']]>')) throw new Error('"]]>" in text');
      inside.text += decode(words);
    } else if (closed !== undefined) {
      if (open.pop()?.name !== closed) throw new Error(`</${closed}> closes another element`);
    } else if (name !== undefined) {
      const pairs = [...attributes.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map(([, key = '', value = '']) => [key, decode(value)] as const);
      if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`an attribute twice in <${name}>`);
      const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      inside.children.push(element);
      if (empty !== '/') open.push(element);
    } else throw new Error(`not XML at ${at}: ${text.slice(at, at + 40)}`);
  }
  if (open.length !== 1 || root.children.length !== 1 || root.text.trim() !== '') throw new Error('not one whole document');
  return root.children[0] as Element;
}

export type AtomEntry = { id: string; title: string; updated: string; content: string; link: string };
export type Atom = { faults: string[]; links: { rel: string | undefined; href: string | undefined }[]; entries: AtomEntry[] };

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const childrenOf = ({ children }: Element, name: string): Element[] => children.filter((child) => child.name === name);
const textOf = (element: Element, name: string): string => childrenOf(element, name)[0]?.text ?? '';
/** A text construct as a reader shows it: of type html its markup is read a second time. */
const shown = (element: Element | undefined): string => (element?.attributes['type'] === 'html' ? decode(element.text) : (element?.text ?? ''));

/** Reads a feed and names what RFC 4287 (4.1.1, 4.1.2, 3.3, 4.2.6, 4.2.7) would not allow. */
export function parseAtom(source: string): Atom {
  const feed = readXml(source);
  const faults: string[] = [];
  const need = (right: boolean, what: string): void => void (right || faults.push(what));
  const once = (element: Element, where: string, ...names: string[]): void =>
    names.forEach((name) => need(childrenOf(element, name).length === 1, `${where} has ${childrenOf(element, name).length} ${name}`));
  need(feed.name === 'feed' && feed.attributes['xmlns'] === 'http://www.w3.org/2005/Atom', 'not an Atom feed');
  once(feed, 'feed', 'id', 'title', 'updated');
  const entries = childrenOf(feed, 'entry');
  const authors = childrenOf(feed, 'author');
  need(authors.length > 0 && authors.every((author) => textOf(author, 'name') !== ''), 'nobody wrote it');
  for (const element of [feed, ...entries]) {
    const where = element === feed ? 'feed' : `entry ${textOf(element, 'id')}`;
    once(element, where, 'id', 'title', 'updated');
    need(URL.canParse(textOf(element, 'id')) && !/\s/.test(textOf(element, 'id')), `${where}: the id is no IRI`);
    need(textOf(element, 'title').trim() !== '', `${where}: no title`);
    need(DATE.test(textOf(element, 'updated')), `${where}: updated is no date`);
    for (const { attributes } of childrenOf(element, 'link')) need(URL.canParse(attributes['href'] ?? ''), `${where}: a link leads nowhere`);
    for (const { attributes } of childrenOf(element, 'category')) need((attributes['term'] ?? '') !== '', `${where}: a category without a term`);
    for (const name of ['title', 'content', 'summary'])
      for (const { attributes, text } of childrenOf(element, name)) {
        need(['text', 'html', undefined].includes(attributes['type']), `${where}: ${name} of type ${attributes['type']}`);
        if (attributes['type'] === 'html') need(!/<|>|&(?!(?:amp|lt|gt);)/.test(text), `${where}: markup in ${name}`);
      }
    if (element !== feed)
      need(
        childrenOf(element, 'link').some(({ attributes }) => [undefined, 'alternate'].includes(attributes['rel'])),
        `${where}: no page`,
      );
  }
  const ids = entries.map((entry) => textOf(entry, 'id'));
  need(new Set(ids).size === ids.length, 'an id twice');
  return {
    faults,
    links: childrenOf(feed, 'link').map(({ attributes }) => ({ rel: attributes['rel'], href: attributes['href'] })),
    entries: entries.map((entry) => ({
      id: textOf(entry, 'id'),
      title: shown(childrenOf(entry, 'title')[0]),
      updated: textOf(entry, 'updated'),
      content: shown(childrenOf(entry, 'content')[0]),
      link: childrenOf(entry, 'link')[0]?.attributes['href'] ?? '',
    })),
  };
}
