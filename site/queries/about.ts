/** Pages of plain text about the site, in the order that editors gave them. */
import type { Page } from '../../db/domain/page.ts';
import { oncePer } from './county.ts';

export const aboutPages = oncePer(({ records }): Page[] =>
  [...records.pages.values()].toSorted((a, b) => a.order - b.order || a.id.localeCompare(b.id)),
);
