/** An address found in a page or style sheet; `loads` is true where a browser fetches it by itself. */
export type FoundLink = { address: string; loads: boolean };

const TAG = /<([a-z][\w-]*)((?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /\s(href|src|srcset|action|formaction|poster|data|rel)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const CSS_URL = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi;
const HTTP_ONLY = new Set(['a', 'area', 'form', 'button', 'input']);
/** `<link>` relations that state something about the page and fetch nothing. */
const STATEMENTS = /^(?:canonical|alternate|license|author|help|next|prev|search|up|describedby)(?:\s|$)/i;

/** All addresses in the tags of a page. Text between tags is not looked at: a record may quote any address. */
export const linksOfPage = (html: string): FoundLink[] => {
  const found: FoundLink[] = [];
  for (const [, tag = '', inside = ''] of withoutScripts(html).matchAll(TAG)) {
    const attributes = [...inside.matchAll(ATTRIBUTE)].map(
      ([, name = '', ...values]) => [name.toLowerCase(), unescape(values.find((value) => value !== undefined) ?? '')] as const,
    );
    const rel = attributes.find(([name]) => name === 'rel')?.[1] ?? '';
    const loads = !HTTP_ONLY.has(tag.toLowerCase()) && !(tag.toLowerCase() === 'link' && STATEMENTS.test(rel));
    for (const [name, value] of attributes) {
      if (name === 'srcset') for (const part of value.split(',')) found.push({ address: part.trim().split(/\s/)[0] ?? '', loads });
      else if (name !== 'rel') found.push({ address: value.trim(), loads });
    }
  }
  return found;
};

/** All addresses a style sheet loads. */
export const linksOfStyle = (css: string): FoundLink[] =>
  [...css.matchAll(CSS_URL)].map(([, ...values]) => ({ address: values.find((value) => value !== undefined) ?? '', loads: true }));

const withoutScripts = (html: string): string => html.replace(/<!--[\s\S]*?-->/g, '').replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/gi, '$1');

const unescape = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
