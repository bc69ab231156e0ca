import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { answerFile } from './answer-file.ts';
import type { Shelf } from './current-release.ts';
import type { ReleasedFile } from './release.ts';

/**
 * Answers from the released files: a file, or a redirect to the one address of a page.
 * @returns false when no file has this path, and nothing was sent
 */
export const answerRelease = async (
  req: IncomingMessage,
  res: ServerResponse,
  shelf: Shelf,
  path: string,
  headers: OutgoingHttpHeaders,
): Promise<boolean> => {
  const file = findFile(shelf, path);
  // What is made on demand under this very path, such as a feed, is no page that lacks its last slash.
  if (!file) return !shelf.current.isOnDemand(path) && isPageOf(shelf, `${path}/`) && redirectToPage(req, res, path, headers);
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.writeHead(405, { ...headers, allow: 'GET, HEAD', 'content-length': 0 }).end();
    return true;
  }
  await answerFile(req, res, file, headers);
  return true;
};

/** The release's own page for a path that does not exist. */
export const answerNotFound = async (req: IncomingMessage, res: ServerResponse, shelf: Shelf, headers: OutgoingHttpHeaders): Promise<void> => {
  const page = shelf.current.files.get('/404.html');
  if (page) await answerFile(req, res, page, headers, 404);
  else res.writeHead(404, { ...headers, 'content-length': 0 }).end();
};

const findFile = (shelf: Shelf, path: string): ReleasedFile | undefined => {
  const file = shelf.current.files.get(path);
  if (file) return file;
  for (const files of shelf.older) {
    const earlier = files.get(path);
    if (earlier?.immutable) return earlier;
  }
  return undefined;
};

const isPageOf = ({ current }: Shelf, path: string): boolean => current.files.has(path) || current.isOnDemand(path);

const redirectToPage = (req: IncomingMessage, res: ServerResponse, path: string, headers: OutgoingHttpHeaders): true => {
  const query = req.url?.slice(path.length) ?? '';
  res.writeHead(308, { ...headers, location: `${path}/${query}`, 'content-length': 0 }).end();
  return true;
};
