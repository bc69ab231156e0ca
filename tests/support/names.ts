/** The names of a small county as publish writes them, without a folder. */
import { findIndexOf } from '../../functions/cli/release/find-index.ts';
import { smallCounty, TODAY } from '../site/small-county.ts';

/** File texts by path. */
export function namesAsFiles(): Record<string, string> {
  const { plan, files } = findIndexOf(smallCounty().records, TODAY);
  const parts = files.map((part, file) => [`find/names/${plan.folder}/${file}.json`, JSON.stringify(part)]);
  return Object.fromEntries([['find/names/plan.json', JSON.stringify(plan)], ...parts]) as Record<string, string>;
}
