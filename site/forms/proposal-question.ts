/** The question in the address of the list of proposals: what the API may be asked, without the empty fields of a form. */
import { registerSlug } from '../../db/domain/proposal-list.ts';

export const QUESTION_FIELDS = [
  'q',
  'unit',
  'topic',
  'state',
  'year',
  'session',
  'class',
  'deputy',
  'overdue',
  'late',
  'key',
  'promised',
  'sort',
  'page',
] as const;
export type QuestionField = (typeof QUESTION_FIELDS)[number];
/** Conditions that are only ever asked for or not. */
export const YES_FIELDS = ['late', 'key', 'promised'] as const;
export const isYesField = (field: QuestionField): field is (typeof YES_FIELDS)[number] => YES_FIELDS.some((yes) => yes === field);

export type Question = Partial<Record<QuestionField, string>>;

/** The filled fields of an address, in a fixed order; what is not known, empty or a default is left out. */
export function readQuestion(query: URLSearchParams): Question {
  const defaults: Question = { sort: 'newest', page: '1' };
  const asked = (field: QuestionField): string => (field === 'session' ? registerSlug(query.get(field) ?? '') : (query.get(field)?.trim() ?? ''));
  return Object.fromEntries(
    QUESTION_FIELDS.map((field) => [field, asked(field)] as const).filter(([field, value]) => value !== '' && value !== defaults[field]),
  );
}

/** `?q=…&unit=…`; empty where nothing is asked. `change` replaces fields, an empty value drops one. */
export function questionQuery(question: Question, change: Question = {}): string {
  const query = new URLSearchParams(Object.entries(readQuestion(new URLSearchParams({ ...question, ...change }))));
  return query.size > 0 ? `?${query.toString()}` : '';
}
