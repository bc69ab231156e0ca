import { expect, test } from 'vitest';
import { proposalQuestion } from '../../../db/domain/proposal-list.ts';
import { questionQuery, readQuestion } from '../../../site/forms/proposal-question.ts';

test("a form's empty fields, defaults and unknown names are left out of the address", () => {
  const asked = readQuestion(new URLSearchParams('q=&unit=water&topic=&state=&sort=newest&page=1&kind=reports'));
  expect(asked).toEqual({ unit: 'water' });
  expect(questionQuery(asked)).toBe('?unit=water');
  expect(questionQuery({})).toBe('');
});

test('a condition can be changed or dropped, and text stays text', () => {
  const asked = readQuestion(new URLSearchParams({ q: '路&桥', page: '2', year: '2026' }));
  expect(questionQuery(asked, { page: '3' })).toBe('?q=%E8%B7%AF%26%E6%A1%A5&year=2026&page=3');
  expect(questionQuery(asked, { page: '', year: '' })).toBe('?q=%E8%B7%AF%26%E6%A1%A5');
});

test.each(['yunxi-17-5', 'terms:yunxi-17/5'])('session %s is one register in the address and for the API', (session) => {
  const asked = readQuestion(new URLSearchParams({ session }));
  expect(asked).toEqual({ session: 'yunxi-17-5' });
  expect(proposalQuestion.parse(asked).session).toBe('terms:yunxi-17/5');
});
