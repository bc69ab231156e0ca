import { DomainError } from '../../db/domain/problem.ts';
import { RECIPIENT } from '../../db/domain/message.ts';
import type { ReleaseRecords } from '../records.ts';
import { fill, STAND_INS } from '../words/problems.ts';

/**
 * Checks that a message may be written to a reference.
 * @param field the field of the input that named it
 * @throws invalid: nobody of that name, or a former deputy (with whom to write to instead)
 */
export function checkRecipient(records: ReleaseRecords, to: string, field = 'to'): void {
  const [kind = '', rest = ''] = to.split(':');
  const [id = '', mandateId] = rest.split('/');
  const item = RECIPIENT.test(to) ? records.find(kind, id) : undefined;
  const mandate = item?.mandates?.find((one) => one.id === mandateId);
  if (!item || (mandateId !== undefined && !mandate)) return refuse(field, 'recipientNotFound');
  const former = kind === 'people' && (item.active === false || mandate?.active === false);
  if (former) refuse(field, 'formerDeputy', { writeTo: whomToWriteTo(records, item.writeTo ?? []) });
}

function refuse(field: string, code: string, params: Record<string, string> = {}): never {
  throw new DomainError('invalid', code, { params, errors: [{ path: [field], code, params }] });
}

function whomToWriteTo({ release, find }: ReleaseRecords, references: string[]): string {
  const titles = references.flatMap((reference) => {
    const [kind = '', id = ''] = reference.split(':');
    return find(kind, id.split('/')[0] ?? '')?.title ?? [];
  });
  const { name, phone } = release.site.operator;
  return titles.length > 0 ? titles.join('、') : fill(STAND_INS.office, { operator: name, phone });
}
