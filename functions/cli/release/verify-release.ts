import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { linksOfPage, linksOfStyle, type FoundLink } from './find-links.ts';
import { listFiles } from './inventory.ts';
import { releaseWords as words } from '../../words/release.ts';

export type Expectation = {
  /** the site's own origin: absolute addresses below it are internal */
  siteUrl: string;
  /** paths of pages that are rendered on demand */
  onDemand: RegExp[];
  /** most public files that the host takes */
  fileLimit: number;
  /** strings that must not be in any byte of the output: planted secrets */
  canaries: string[];
};

export type Verified = { files: number; pages: number; links: number; faults: string[] };

/** Looks at every byte of a built folder (`client/`, `server/`) as a visitor would meet it; says all faults at once. */
export const verifyRelease = async (folder: string, expected: Expectation): Promise<Verified> => {
  const client = join(folder, 'client');
  const files = await listFiles(client);
  const known = new Set(files);
  const verified: Verified = { files: files.length, pages: 0, links: 0, faults: [] };
  if (files.length > expected.fileLimit) verified.faults.push(words.tooManyFiles(files.length, expected.fileLimit));
  if (!known.has('404.html')) verified.faults.push(words.noNotFoundPage);

  const faulty: FaultyLinks = new Map();
  const looked = new Map<string, string | undefined>();
  // A menu is on every page: an address that means the same wherever it stands is looked at once.
  const faultOf = (link: FoundLink, path: string): string | undefined => {
    if (!/^\/(?!\/)/.test(link.address)) return faultOfLink(link, path, known, expected);
    const key = `${link.loads} ${link.address}`;
    if (!looked.has(key)) looked.set(key, faultOfLink(link, path, known, expected));
    return looked.get(key);
  };
  // Synchronous on purpose: thousands of small files are read several times as fast so.
  for (const path of files) {
    const bytes = readFileSync(join(client, path));
    verified.faults.push(...new Set(leaks(path, bytes, expected.canaries)));
    const text = /\.(?:html|css)$/.test(path) ? bytes.toString('utf8') : '';
    if (path.endsWith('.html')) {
      verified.pages += 1;
      if (!isWholePage(text)) verified.faults.push(words.brokenPage(path));
    }
    const links = path.endsWith('.html') ? linksOfPage(text) : linksOfStyle(text);
    verified.links += links.length;
    for (const link of links) count(faulty, faultOf(link, path), path);
  }
  for (const [fault, { times, first }] of faulty) verified.faults.push(words.linkFault(first, fault, times));
  for (const path of await listFiles(join(folder, 'server')))
    verified.faults.push(...leaks(`server/${path}`, readFileSync(join(folder, 'server', path)), expected.canaries));
  return verified;
};

const isWholePage = (html: string): boolean => /^<!doctype html>/i.test(html) && /<\/body>\s*<\/html>\s*$/i.test(html);

/** What is wrong with links, once for all pages that have the same fault: a menu is on every page. */
type FaultyLinks = Map<string, { times: number; first: string }>;

const count = (faulty: FaultyLinks, fault: string | undefined, from: string): void => {
  if (fault === undefined) return;
  const known = faulty.get(fault);
  if (known) known.times += 1;
  else faulty.set(fault, { times: 1, first: from });
};

const faultOfLink = ({ address, loads }: FoundLink, from: string, known: ReadonlySet<string>, expected: Expectation): string | undefined => {
  if (address.startsWith('#')) return undefined;
  const page = new URL(from.replace(/(^|\/)index\.html$/, '$1'), `${expected.siteUrl}/`);
  if (!URL.canParse(address, page.href)) return words.badLink(address);
  const url = new URL(address, page);
  if (/^(?:mailto|tel|sms|geo|data):$/.test(url.protocol)) return undefined;
  if (url.origin !== page.origin) return loads || !/^https?:$/.test(url.protocol) ? words.foreignOrigin(address) : undefined;
  return isReachable(url.pathname, known, expected.onDemand) ? undefined : words.deadLink(address);
};

const isReachable = (path: string, known: ReadonlySet<string>, onDemand: RegExp[]): boolean =>
  known.has(path.slice(1)) ||
  (path.endsWith('/') && known.has(`${path.slice(1)}index.html`)) ||
  path.startsWith('/api/') ||
  onDemand.some((pattern) => pattern.test(path));

const leaks = (path: string, bytes: Buffer, canaries: string[]): string[] =>
  canaries.length === 0
    ? []
    : unpacked(path, bytes).flatMap((content) => canaries.filter((canary) => content.includes(canary)).map(() => words.leak(path)));

// A planted secret inside a compressed file is as public as any other.
const unpacked = (path: string, bytes: Buffer): Buffer[] => {
  if (path.endsWith('.zip')) return [bytes, ...Object.values(unzipSync(bytes)).map((entry) => Buffer.from(entry))];
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return [bytes];
  const content = gunzipSync(bytes);
  // Pagefind parts Chinese words by zero-width spaces.
  return path.endsWith('.pf_fragment') ? [content, Buffer.from(content.toString('utf8').replaceAll('\u200B', ''))] : [content];
};
