/** Record texts as safe HTML: Markdown through the sanitiser, plain text by a short cut that escapes everything. */
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import type { Root, RootContent } from 'hast';
import { unified } from 'unified';
import { keepLineBreaks } from './line-breaks.ts';

const pipelineFrom = (from: number) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(keepLineBreaks)
    .use(remarkRehype)
    .use(demoteHeadings, from)
    .use(rehypeSanitize)
    .use(rehypeStringify)
    .freeze();
const pipelines = { 2: pipelineFrom(2), 3: pipelineFrom(3), 4: pipelineFrom(4) };

/** Any sign that could mean something in Markdown, a bare link or an HTML entity included. */
const MARKS = /[*_`#<>[\]|~\\&]|^\s*(?:[-+]|\d+[.)])\s|^(?: {4}|\t)|^\s*(?:-{3,}|={3,})\s*$|:\/\/|www\.|@| {2}\n/m;

const kept = new Map<string, string>();

/** The text as HTML that may be set into a page. Headings begin at h2, or at `from`. Most old records hold no Markdown: they cost one pass. */
export function proseHtml(text: string, from: 2 | 3 | 4 = 2): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  if (!MARKS.test(trimmed)) return paragraphs(trimmed);
  const key = `${from}${trimmed}`;
  const found = kept.get(key);
  if (found !== undefined) return found;
  const html = String(pipelines[from].processSync(trimmed));
  kept.set(key, html);
  return html;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((part) => `<p>${escape(part.trim()).replaceAll(/[ \t]*\n/g, '<br>\n')}</p>`)
    .join('\n');

/** The page has its own h1: a text's highest heading becomes h2 (or `from`), and so on down to h6. */
function demoteHeadings(from: number) {
  return (tree: Root): void => demote(tree, from - topLevel(tree));
}

type Node = Root | RootContent;
const levelOf = (node: Node): number | undefined => (node.type === 'element' && /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : undefined);

function demote(node: Node, by: number): void {
  const level = levelOf(node);
  if (level && node.type === 'element') node.tagName = `h${Math.min(6, level + by)}`;
  if ('children' in node) for (const child of node.children) demote(child, by);
}

/** The highest heading level that the text uses, so that levels never jump. */
function topLevel(node: Node): number {
  return Math.min(levelOf(node) ?? 6, ...('children' in node ? node.children.map(topLevel) : []));
}

/** The first sentences of a text without its marks, at most `length` characters. */
export function excerpt(text: string, length: number): string {
  const plain = text
    .replaceAll(/[#*_`>|]|^\s*[-+]\s/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length);
  const stop = Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('；'));
  return stop > length * 0.6 ? cut.slice(0, stop + 1) : `${cut.replace(/[，、；：]$/, '')}…`;
}

/** A reply letter without its salutation and opening courtesy, for excerpts: from the first paragraph that says something. */
export function openingOfReply(text: string): string {
  const paragraphsOfLetter = text
    .split(/\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('#'));
  const start = paragraphsOfLetter.findIndex((part) => !/[：:]$/.test(part) && !/(?:收悉|答复如下|函复如下)[。：:]?$/.test(part));
  return paragraphsOfLetter.slice(Math.max(0, start)).join(' ');
}
