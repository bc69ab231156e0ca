import { expect, test } from 'vitest';
import { holdsSeat, statusOfMandate } from '../../db/domain/mandate-status.ts';
import { mandateShape, type Mandate } from '../../db/domain/person.ts';
import { termShape } from '../../db/domain/term.ts';

const term = termShape.parse({ id: 't-1', congress: 'congresses:small', ordinal: 17, start: '2022-01-11' });
const mandate = (fields: Record<string, unknown> = {}): Mandate =>
  mandateShape.parse({ id: 'm1', term: 'terms:t-1', constituency: 'constituencies:c-1', electedOn: '2021-12-20', ...fields });
const on = (fields: Record<string, unknown>, today: string) => statusOfMandate(mandate(fields), term, today).status;

test('elected, then in office from the first session', () => {
  expect([on({}, '2022-01-10'), on({}, '2022-01-11')]).toEqual(['elected', 'inOffice']);
});

test('after a by-election in office from that day', () => {
  expect(on({ electedBy: 'byElection', electedOn: '2024-05-01' }, '2024-05-01')).toBe('inOffice');
});

test('a suspended deputy keeps the seat and can be restored', () => {
  const events = [
    { kind: 'suspended', on: '2024-03-01' },
    { kind: 'restored', on: '2024-09-01' },
  ];
  expect([on({ events }, '2024-02-29'), on({ events }, '2024-03-01'), on({ events }, '2024-09-01')]).toEqual(['inOffice', 'suspended', 'inOffice']);
  expect(holdsSeat('suspended')).toBe(true);
});

test.each(['resigned', 'recalled', 'deceased'] as const)('%s ends the mandate on its day', (kind) => {
  const events = [{ kind, on: '2024-03-01' }];
  expect([on({ events }, '2024-02-29'), on({ events }, '2024-03-01')]).toEqual(['inOffice', kind]);
  expect(holdsSeat(kind)).toBe(false);
});

test('the next congress ends the term, an unknown end in old records too', () => {
  expect(statusOfMandate(mandate(), { ...term, end: '2027-01-10' }, '2027-01-10').status).toBe('termEnded');
  expect(statusOfMandate(mandate(), { ...term, end: { unknown: '旧记录' } }, '2027-01-10')).toEqual({
    status: 'termEnded',
    since: undefined,
    event: undefined,
  });
});
