/**
 * What may be chosen in the on-demand list of proposals, and which prerendered lists there are: baked in at build as
 * `virtual:choices`, so that a server needs no content folder and can point to the lists when the database is away.
 */
import { PROPOSAL_STATES } from '../../db/domain/proposal-state.ts';
import { RESULT_CLASSES } from '../../db/domain/result-class.ts';
import { listingLabel } from '../words/listing.ts';
import type { Words } from '../words/words.ts';
import { zhHans } from '../words/zh-Hans.ts';
import type { County } from './county.ts';
import { LIST_AXES, listings, type ListAxis } from './proposal-lists.ts';
import { proposals } from './proposals.ts';

export type Choice = { value: string; label: string };
export type ListGroup = { axis: ListAxis; lists: { path: string; label: string; count: number }[] };
export type Choices = Record<'unit' | 'topic' | 'state' | 'year' | 'session' | 'class' | 'deputy', Choice[]> & { lists: ListGroup[] };

/** The prerendered lists with their labels and counts. */
export function listGroups(county: County, words: Words): ListGroup[] {
  return LIST_AXES.map((axis) => ({
    axis,
    lists: listings(county)[axis].map(({ path, subject, entries }) => ({ path, label: listingLabel(subject, words), count: entries.length })),
  })).filter(({ lists }) => lists.length > 0);
}

export function choicesOf(county: County, words: Words = zhHans): Choices {
  const listed = (axis: ListAxis): Choice[] =>
    listings(county)[axis].map(({ key, subject }) => ({ value: key, label: listingLabel(subject, words) }));
  const leads = new Map(
    [...proposals(county).values()].flatMap(({ lead }) => (lead ? [[lead.person.id, `${lead.person.name}${lead.person.marker ?? ''}`]] : [])),
  );
  const states = new Set([...proposals(county).values()].map(({ facts }) => facts.state));
  const classes = new Set([...proposals(county).values()].flatMap(({ facts }) => facts.result?.class ?? []));
  return {
    unit: listed('unit'),
    topic: listed('topic'),
    state: PROPOSAL_STATES.filter((state) => states.has(state)).map((state) => ({ value: state, label: words.states.proposal[state] })),
    year: listed('year').filter(({ value }) => value !== 'unknown'),
    session: listed('register'),
    class: RESULT_CLASSES.filter((name) => classes.has(name)).map((name) => ({ value: name, label: words.states.result[name] })),
    deputy: [...leads]
      .map(([value, label]) => ({ value: String(value), label: String(label) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'zh-Hans')),
    lists: listGroups(county, words),
  };
}
