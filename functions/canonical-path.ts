/**
 * True for the one spelling under which a path is answered. No percent sign, doubled slash, backslash or dot segment
 * is ever needed here (ids are `[a-z0-9-]`), so a guard and a handler can never read the same path differently.
 */
export const isCanonicalPath = (path: string): boolean => /^(?:\/[\w.~@!$&'()*+,;=:-]+)*\/?$/.test(path) && !/\/\.(?!well-known\/)/.test(path);

/** Paths that belong to Astro's own machinery (image and island endpoints); nothing of ours is rendered there. */
export const isFrameworkPath = (path: string): boolean => path.startsWith('/_');
