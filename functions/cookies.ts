/** Cookies of a request and of an answer, as text. */

/** The `cookie` header with only the named cookies, or without them. Each step of a sign-in sees only what is its own. */
export function onlyCookies(header: string | null, wanted: (name: string) => boolean): Headers {
  const kept = (header ?? '').split(';').filter((pair) => wanted(pair.split('=')[0]?.trim() ?? ''));
  return kept.length === 0 ? new Headers() : new Headers({ cookie: kept.map((pair) => pair.trim()).join('; ') });
}

/** The value of a cookie of a request; undefined where it is not there. */
export const cookieOf = (header: string | null, name: string): string | undefined =>
  (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
