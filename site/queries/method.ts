/** Where the county explains its numbers: its page `methods`, or the overview where it has not written one. */
import type { County } from './county.ts';

export const methodPath = ({ records }: County): string => (records.pages.has('methods') ? '/about/methods/' : '/about/');
