/** Between the addresses and fields of a deputy's forms and what the API takes. */
import { SUBMISSION_KINDS, type OwnSubmission, type SubmissionKind } from '../../db/domain/submission.ts';
import { filled, type Typed } from './read-form.ts';

const FOLDERS: Partial<Record<SubmissionKind, string>> = { feedback: 'replies', verdict: 'replies', dispute: 'activities', report: 'reports' };

/** The kind and target behind `/reply/enter/KIND/TARGET/`; undefined where there is no such form. */
export function entryOf(
  kindName: string | undefined,
  path: string | undefined,
): { kind: Exclude<SubmissionKind, 'report'>; target: string } | undefined {
  const kind = SUBMISSION_KINDS.find((name) => name === kindName);
  if (!kind || kind === 'report' || !path) return undefined;
  const folder = FOLDERS[kind];
  return { kind, target: folder ? `${folder}:${path.replace('~', '/')}` : path };
}

/** The page on which a submission is written; a promise is named `REPLY~PROMISE` there. */
export const entryPage = ({ kind, target }: Pick<OwnSubmission, 'kind' | 'target'>): string => {
  const path = target.replace(/^\w+:/, '').replace('/', '~');
  return kind === 'report' ? `/reply/report/${path}/` : `/reply/enter/${kind}/${path}/`;
};

/** What the fields say, as the API takes it; what is empty was not said. */
export function bodyOf(kind: Exclude<SubmissionKind, 'report'>, typed: Typed): Record<string, unknown> {
  const fields = (...names: string[]) => filled(Object.fromEntries(names.map((name) => [name, typed.get(name)])));
  const text = typed.get('text');
  switch (kind) {
    case 'answer':
    case 'question':
    case 'dispute':
      return { text: kind === 'dispute' ? oneLine(text) : text };
    case 'passOn':
      return { note: text };
    case 'proposal':
      return { ...fields('title', 'mandate'), text, letters: typed.getAll('letters') };
    case 'feedback':
      return { ...fields('attitude', 'result'), ...filled({ comment: oneLine(text) }) };
    case 'verdict':
      return { ...fields('verdict'), ...filled({ comment: oneLine(text) }) };
  }
}

// A record's field is one line; whoever pressed Enter meant a new sentence.
const oneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, ' ');

/** The name in a body of the text that the one large field holds. */
export const textFieldOf = (kind: SubmissionKind): 'text' | 'note' | 'comment' =>
  kind === 'passOn' ? 'note' : kind === 'feedback' || kind === 'verdict' ? 'comment' : 'text';
