/** Long lists cut into pages, so that each stays within the weight of a reading page. */

/** Rows of proposals on one page. */
export const PAGE_OF_PROPOSALS = 60;

/** The numbers of the pages that a list of `length` needs, from 1; one page where it is empty. */
export const pagesOf = (length: number, size: number): number[] =>
  Array.from({ length: Math.max(1, Math.ceil(length / size)) }, (_, index) => index + 1);
