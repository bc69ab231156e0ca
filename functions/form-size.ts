/** Bytes of a form; the same limit as for the API. */
const FORM_LIMIT = 64 * 1024;

/**
 * Whether the form of a page request may be read, by its declared length: a page reads its form as a whole, and the
 * runtime holds the sender to the length. Browsers always declare it.
 * @returns 411 or 413 to answer with, undefined where it may be read
 */
export const refusedFormSize = (method: string, contentLength: string | null | undefined, hasBody: boolean): 411 | 413 | undefined => {
  if (method === 'GET' || method === 'HEAD' || !hasBody) return undefined;
  if (contentLength === null || contentLength === undefined) return 411;
  return Number(contentLength) <= FORM_LIMIT ? undefined : 413;
};
