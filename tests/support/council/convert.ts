/** Turns a folder of council records into a content folder that `check:content` accepts. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { countChanges, type Changes } from './changes.ts';
import { buildRoll } from './names.ts';
import { peopleFiles, termFiles } from './people.ts';
import { settingsFile } from './settings.ts';
import { parseSitting, readSource, type Source, type SourceProposal } from './source.ts';
import { cleanText, escapeMarkdown, oneLine } from './text.ts';

/** A record file: fields, and a text where the kind has one. */
export type RecordFile = { path: string; fields: Record<string, unknown>; body?: string };
export type Converted = { files: RecordFile[]; proposals: number; replies: number; people: number; changes: Changes };

const UNDATED = '原始資料只記屆次會議，沒有日期';
const SOURCE = '議會公開資料';

/** Who signed, by clean name, per proposal. */
export type Signed = { source: SourceProposal; lead: string; coSigners: string[]; rest: string[] };

/** Converts without touching the disk. Throws where a proposal has no proposer that can be named. */
export function convert(source: Source): Converted {
  const changes = countChanges();
  const written = source.proposals.flatMap((proposal) => [...proposal.proposed_by, ...proposal.petitioned_by]);
  const roll = buildRoll(
    source.councillors.map(({ name }) => name),
    written,
    changes,
  );
  const signed = source.proposals.map((proposal): Signed => {
    const lead = proposal.proposed_by.map((name) => roll.resolve(name));
    const others = proposal.petitioned_by.map((name) => roll.resolve(name));
    const [first, ...joint] = lead.flatMap(({ people }) => people);
    if (!first) throw new Error(`no proposer: ${JSON.stringify(proposal.proposed_by)}`);
    if (joint.length > 0) changes.count('joint proposers: the first leads, the others co-sign', proposal.proposed_by.join());
    const coSigners = [...new Set([...joint, ...others.flatMap(({ people }) => people)])].filter((name) => name !== first);
    return { source: proposal, lead: first, coSigners, rest: [...lead, ...others].flatMap(({ rest }) => rest) };
  });
  const people = peopleFiles(source, signed, changes);
  const topics = new Map(topicsOf(source).map(({ id, label }) => [label, id]));
  const entries = signed.map((entry, index) => proposalFiles(entry, index, { mandateOf: people.mandateOf, topics, changes }));
  return {
    files: [...settingsFile(source), ...termFiles(source), ...people.files, ...entries.flat()],
    proposals: entries.length,
    replies: entries.filter((files) => files.length === 2).length,
    people: people.count,
    changes,
  };
}

type Context = { mandateOf(name: string, term: number): string; topics: Map<string, string>; changes: Changes };

function proposalFiles(signed: Signed, index: number, context: Context): RecordFile[] {
  const { source } = signed;
  const { mandateOf, changes } = context;
  const { term, sitting, regular } = parseSitting(source.resolusion_sitting);
  const id = `p-${String(index + 1).padStart(4, '0')}`;
  const abstract = cleanText(source.abstract, id, changes);
  const methods = cleanText(source.methods ?? '', id, changes);
  const published = source.motions
    .filter(({ resolution }) => resolution?.trim())
    .map(({ motion, resolution }) => ({ label: motion, text: cleanText(resolution ?? '', id, changes), source: SOURCE }));
  if (signed.rest.length > 0) published.push({ label: '連署', text: oneLine(signed.rest.join('、')), source: SOURCE });
  const proposal: RecordFile = {
    path: `proposals/${term}/${id}.md`,
    fields: {
      number: `${source.category} ${source.bill_no}`,
      title: oneLine(abstract),
      term: `terms:council-${term}`,
      session: `terms:council-${term}/${sessionNumber(sitting, regular)}`,
      submittedOn: { unknown: UNDATED },
      lead: mandateOf(signed.lead, term),
      coSigners: signed.coSigners.map((name) => mandateOf(name, term)),
      topic: context.topics.get(source.category),
      ...(published.length > 0 && { asPublished: published }),
    },
    body: methods ? `${escapeMarkdown(abstract)}\n\n**辦法**\n\n${escapeMarkdown(methods)}` : escapeMarkdown(abstract),
  };
  const text = cleanText(source.execution ?? '', id, changes);
  if (!text) return [proposal];
  const reply: RecordFile = {
    path: `replies/${term}/r-${id.slice(2)}.md`,
    fields: { proposal: `proposals:${id}`, unit: 'units:government', repliedOn: { unknown: '原始資料沒有答覆日期；文中日期照錄' } },
    body: escapeMarkdown(text),
  };
  return [proposal, reply];
}

/** Extraordinary sittings are numbered on their own: they stand from 51 on. */
export const sessionNumber = (sitting: number, regular: boolean): number => (regular ? sitting : 50 + sitting);

/** The categories as written, in order of first appearance; the topic's id is `c` and its place. */
export const topicsOf = ({ proposals }: Source): { id: string; label: string }[] =>
  [...new Set(proposals.map(({ category }) => category))].map((label, index) => ({ id: `c${index + 1}`, label }));

/** Writes the files into `dir`, which is emptied first. */
export function writeContent(dir: string, files: readonly RecordFile[]): void {
  rmSync(dir, { recursive: true, force: true });
  for (const { path, fields, body } of files) {
    const target = join(dir, path);
    mkdirSync(dirname(target), { recursive: true });
    const yaml = stringify(fields, { lineWidth: 0 });
    writeFileSync(target, body === undefined ? yaml : `---\n${yaml}---\n${body}\n`);
  }
}

/** Reads, converts and writes; returns what was done. */
export function convertFolder(from: string, to: string): Converted {
  const converted = convert(readSource(from));
  writeContent(to, converted.files);
  return converted;
}
