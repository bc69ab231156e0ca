/** Terms, constituencies and people of the council, from the members' list and from who signed what. */
import type { Changes } from './changes.ts';
import { sessionNumber, type RecordFile, type Signed } from './convert.ts';
import { cleanName } from './names.ts';
import { parseSitting, type Source, type SourceCouncillor } from './source.ts';
import { cleanText, escapeMarkdown, oneLine } from './text.ts';

const UNKNOWN_START = { unknown: '原始資料沒有本屆的起始日期' };

/** The terms with every sitting that is mentioned; only the term of the members' list has dates. */
export function termFiles(source: Source): RecordFile[] {
  const sittings = new Map<number, Map<number, string>>();
  for (const { resolusion_sitting: text } of source.proposals) {
    const { term, sitting, regular } = parseSitting(text);
    const titles = sittings.get(term) ?? new Map<number, string>();
    sittings.set(term, titles.set(sessionNumber(sitting, regular), `第${sitting}次${regular ? '定期' : '臨時'}大會`));
  }
  const listed = listedTerm(source);
  return [...sittings].map(([term, titles]) => ({
    path: `terms/council-${term}.yaml`,
    fields: {
      congress: 'congresses:council',
      ordinal: term,
      start: term === listed.term ? listed.start : UNKNOWN_START,
      end: term === listed.term ? listed.end : term === listed.term - 1 ? listed.start : { unknown: '原始資料沒有本屆的結束日期' },
      sessions: [...titles].toSorted(([a], [b]) => a - b).map(([ordinal, title]) => ({ ordinal, title, start: { unknown: '原始資料沒有會議日期' } })),
    },
  }));
}

/** The term that the members' list is of: the latest one with proposals. */
function listedTerm({ proposals, councillors }: Source): { term: number; start: string; end: string } {
  const [first] = councillors;
  if (!first) throw new Error('the list of members is empty');
  return {
    term: Math.max(...proposals.map(({ resolusion_sitting: text }) => parseSitting(text).term)),
    start: first.term_start,
    end: first.term_end.date,
  };
}

/** People, their constituencies and areas; `mandateOf` names a person's mandate in a term. */
export function peopleFiles(
  source: Source,
  signed: readonly Signed[],
  changes: Changes,
): { files: RecordFile[]; count: number; mandateOf(name: string, term: number): string } {
  const listed = listedTerm(source);
  const members = new Map(source.councillors.map((councillor) => [cleanName(councillor.name).replaceAll('·', ''), councillor]));
  const served = new Map<string, Set<number>>();
  const serve = (name: string, term: number) => served.set(name, (served.get(name) ?? new Set<number>()).add(term));
  for (const { source: proposal, lead, coSigners } of signed)
    for (const name of [lead, ...coSigners]) serve(name, parseSitting(proposal.resolusion_sitting).term);
  const spelled = new Map([...served.keys()].map((name) => [name.replaceAll('·', ''), name]));
  for (const [key, { name }] of members) serve(spelled.get(key) ?? cleanName(name), listed.term);
  const ids = new Map([...served.keys()].map((name, index) => [name, `member-${String(index + 1).padStart(3, '0')}`]));
  const constituencies = [...Map.groupBy(source.councillors, ({ constituency }) => constituency).values()];
  const people = [...served].map(([name, terms]) => {
    const councillor = members.get(name.replaceAll('·', ''));
    if (!councillor) changes.count('signer who is not on the list of members: known by name only', name);
    return personFile(
      name,
      ids.get(name) ?? '',
      [...terms].toSorted((a, b) => a - b),
      listed.term,
      councillor,
      constituencies,
    );
  });
  return {
    files: [...people, ...constituencies.flatMap((list, index) => constituencyFiles(list, index, listed.term))],
    count: people.length,
    mandateOf: (name, term) => `people:${ids.get(name)}/t${term}`,
  };
}

function personFile(
  name: string,
  id: string,
  terms: number[],
  listed: number,
  councillor: SourceCouncillor | undefined,
  constituencies: SourceCouncillor[][],
): RecordFile {
  const home = constituencies.findIndex((list) => councillor && list.includes(councillor));
  const list = (lines: readonly string[]): string => lines.map((text) => `- ${escapeMarkdown(oneLine(text.trim()))}`).join('\n');
  const silent = countSilently();
  return {
    path: `people/${id}.md`,
    fields: {
      name,
      ...(councillor && { gender: councillor.gender === '女' ? 'female' : 'male', party: councillor.party }),
      mandates: terms.map((term) => ({
        id: `t${term}`,
        term: `terms:council-${term}`,
        constituency:
          term === listed && home >= 0
            ? `constituencies:c-${listed}-${String(home + 1).padStart(2, '0')}`
            : { unknown: '原始資料沒有這位代表在這一屆的選區' },
        electedOn: { unknown: '原始資料沒有當選日期' },
      })),
    },
    body: councillor ? cleanText(`**經歷**\n\n${list(councillor.experience)}\n\n**政見**\n\n${list(councillor.platform)}`, id, silent) : '',
  };
}

/** Characters in biographies are cleaned like all others but not counted: the counts are of proposals and replies. */
const countSilently = (): Changes => ({ count: () => undefined, lines: () => [], total: () => 0 });

/** Seats are as many as the list has members: nothing else is known of them. */
function constituencyFiles(list: SourceCouncillor[], index: number, term: number): RecordFile[] {
  const [first] = list;
  if (!first) return [];
  const number = String(index + 1).padStart(2, '0');
  return [
    {
      path: `areas/a-${number}.yaml`,
      fields: {
        name: first.constituency,
        kind: 'town',
        parent: 'areas:county',
        aliases: [...new Set(first.district.split('、').map((name) => name.slice(0, 30)))],
      },
    },
    {
      path: `constituencies/c-${term}-${number}.yaml`,
      fields: {
        term: `terms:council-${term}`,
        name: first.constituency,
        kind: 'residence',
        seats: list.length,
        areas: [{ area: `areas:a-${number}`, part: first.district.slice(0, 80) }],
      },
    },
  ];
}
