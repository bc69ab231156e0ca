/** How long others may keep a page of public messages: what is hidden must be gone everywhere within five minutes. */
export const BRIEFLY = 'public, max-age=60';
