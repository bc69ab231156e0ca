/** Static paths: one page per record, the record's id in the address. */
import type { ListedKind } from '../../db/domain/records.ts';
import { openCounty } from './county.ts';

/** `getStaticPaths` of a page `[id]`: every record of the kind. */
export const pagePerRecord = (kind: ListedKind) => () => [...openCounty().records[kind].keys()].map((id) => ({ params: { id } }));

/** The record of the page that is being made; there is one for every path above. */
export function recordOf<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('no record for this path');
  return found;
}
