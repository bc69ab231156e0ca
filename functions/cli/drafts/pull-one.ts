/** What one confirmed submission changes in the content folder. Doing it again changes nothing; what an editor wrote stays. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, stringify } from 'yaml';
import { splitRef } from '../../../db/domain/record-fields.ts';
import { REPORT_SECTIONS, SECTION_HEADINGS, sectionsOf } from '../../../db/domain/report.ts';
import { BODIES } from '../../../db/domain/submission.ts';
import type { Submission } from '../../../db/queries/submissions.ts';
import { draftWords as words } from '../../words/drafts.ts';
import { openRecord, saveRecord, writeWhole } from './record-file.ts';

/** `differs`: the file says something else already, which is left as it is unless `replace` is asked for. */
export type Pulled = { result: 'written' | 'already' | 'differs' | 'missing'; file: string; note: string };

export type Folder = {
  dir: string;
  fileOf: ReadonlyMap<string, string>;
  /** The mandate under which a proposal is led, by the proposal's id. */
  leadOf: (proposal: string) => string | undefined;
  /** The term of a mandate, and the deputy's only current one where none is named. */
  mandateOf: (personId: string, mandate: string | undefined) => { ref: string; term: string } | undefined;
};

/** Applies one submission. @throws where a file cannot be read or written */
export function pullOne(folder: Folder, submission: Submission, replace: boolean): Pulled {
  const { kind, target } = submission;
  if (kind === 'proposal') return pullProposal(folder, submission);
  const { kind: records, id } = splitRef(target);
  const file = folder.fileOf.get(`${records}:${id}`);
  if (file === undefined) return { result: 'missing', file: target, note: words.noFile(target) };
  const pull = { feedback: pullFeedback, verdict: pullVerdict, dispute: pullDispute, report: pullReport }[kind as 'feedback'];
  const { result, note } = pull(folder, join(folder.dir, file), submission, replace);
  return { result, note, file };
}

function pullProposal({ dir, mandateOf }: Folder, { id, personId, body, decision, on }: Submission): Pulled {
  const proposalId = String(decision?.['proposalId'] ?? '');
  const { title, text, mandate, letters } = BODIES.proposal.parse(body);
  const held = mandateOf(personId, mandate);
  const file = join('proposals', `${proposalId}.md`);
  if (proposalId === '' || !held) return { result: 'missing', file, note: words.noMandate(personId) };
  if (existsSync(join(dir, file))) return { result: 'already', file, note: words.proposalThere };
  const fields = stringify({ number: words.noNumber, title, term: held.term, submittedOn: on, lead: held.ref }, { lineWidth: 0 });
  writeWhole(
    join(dir, file),
    `---\n# ${words.proposalComment(letters.length + 1, id)}\ndraft: true # ${words.draftComment}\n${fields}---\n\n${text}\n`,
  );
  return { result: 'written', file, note: words.proposal(title) };
}

type Pull = (folder: Folder, path: string, submission: Submission, replace: boolean) => Pick<Pulled, 'result' | 'note'>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Sets a field that nobody filled in before, or that says the same. */
function setField(path: string, keys: (string | number)[], value: unknown, replace: boolean, note: string): Pick<Pulled, 'result' | 'note'> {
  const record = openRecord(path);
  const there = record.document.getIn(keys) as { toJSON?: () => unknown } | undefined;
  const before = isMap(there) ? there.toJSON() : there;
  if (before !== undefined && same(sorted(before), sorted(value))) return { result: 'already', note };
  if (before !== undefined && !replace) return { result: 'differs', note: words.differs(note, JSON.stringify(before), JSON.stringify(value)) };
  record.document.setIn(keys, record.document.createNode(value, { flow: true }));
  saveRecord(path, record);
  return { result: 'written', note };
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)) : value;

const pullFeedback: Pull = (_folder, path, { body, on }, replace) => {
  const { attitude, result, comment } = BODIES.feedback.parse(body);
  const value = { given: true, on, ...(attitude && { attitude }), result, ...(comment && { comment }) };
  const note = result === 'dissatisfied' ? `${words.feedback}${words.rehandle}` : words.feedback;
  return setField(path, ['feedback'], value, replace, note);
};

const pullVerdict: Pull = ({ leadOf }, path, { target, body, on, personId }) => {
  const record = openRecord(path);
  const { promises = [], proposal } = record.document.toJSON() as { promises?: { id: string; verdicts?: object[] }[]; proposal: string };
  const place = promises.findIndex(({ id }) => id === splitRef(target).inner);
  const by = leadOf(splitRef(proposal).id);
  if (place === -1 || !by?.startsWith(`people:${personId}/`)) return { result: 'missing', note: words.noFile(target) };
  const value = { on, by, ...BODIES.verdict.parse(body) };
  const before = promises[place]?.verdicts ?? [];
  if (before.some((one) => same(sorted(one), sorted(value)))) return { result: 'already', note: words.verdict };
  const node = record.document.createNode(value, { flow: true });
  if (before.length > 0) record.document.addIn(['promises', place, 'verdicts'], node);
  else record.document.setIn(['promises', place, 'verdicts'], record.document.createNode([node], { flow: true }));
  saveRecord(path, record);
  return { result: 'written', note: words.verdict };
};

const pullDispute: Pull = (_folder, path, { body, personId, target }, replace) => {
  const { deputies = [] } = openRecord(path).document.toJSON() as { deputies?: { mandate: string }[] };
  const place = deputies.findIndex(({ mandate }) => mandate.startsWith(`people:${personId}/`));
  if (place === -1) return { result: 'missing', note: words.noFile(target) };
  return setField(path, ['deputies', place, 'dispute'], BODIES.dispute.parse(body).text, replace, words.dispute);
};

const pullReport: Pull = (_folder, path, { body }, replace) => {
  const record = openRecord(path);
  const given = BODIES.report.parse(body);
  const { opening, sections } = sectionsOf(record.body ?? '');
  const there = new Map(sections.map(({ heading, text }) => [heading, text]));
  const kept: string[] = [];
  let changed = false;
  for (const name of REPORT_SECTIONS) {
    const heading = SECTION_HEADINGS[name];
    const [text, before = ''] = [given[name], there.get(heading)];
    if (text === undefined || text === before) continue;
    if (before !== '' && !replace) kept.push(heading);
    else {
      there.set(heading, text);
      changed = true;
    }
  }
  if (changed) {
    const known = REPORT_SECTIONS.map((name) => SECTION_HEADINGS[name]);
    const order = [...known, ...[...there.keys()].filter((heading) => !known.includes(heading))].filter((heading) => there.has(heading));
    const parts = order.map((heading) => `## ${heading}\n\n${there.get(heading) ?? ''}\n`);
    record.body = `\n${[...(opening ? [`${opening}\n`] : []), ...parts].join('\n')}`;
    if (['planned', 'drafting'].includes(String(record.document.get('state')))) record.document.set('state', 'submitted');
    saveRecord(path, record);
  }
  if (kept.length > 0) return { result: 'differs', note: words.sectionsDiffer(kept) };
  return { result: changed ? 'written' : 'already', note: words.report };
};
