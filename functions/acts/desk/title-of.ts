import type { ReleaseRecords } from '../../records.ts';

/** The name of the record behind `kind:id`, or the reference itself where it is not published any more. */
export function titleOf(records: ReleaseRecords, reference: string): string {
  const [kind = '', rest = ''] = reference.split(':');
  return records.find(kind, rest.split('/')[0] ?? '')?.title ?? reference;
}
