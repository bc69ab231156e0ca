import { z } from 'zod';
import { KINDS, SHAPES, type Kind } from '../db/domain/kinds.ts';
import { DERIVED_KINDS, publishedCoverage, publishedProgress, publishedPromise, publishedRating, type DerivedKind } from '../db/domain/open-data.ts';
import { classMeanings, fieldMeanings } from './words/dictionary.ts';

export type DictionaryField = {
  /** `events[].on`: a field of every entry of a list. */
  path: string;
  type: string;
  /** True where every record (or entry) has the field. */
  always: boolean;
  /** All values there are, where they are a fixed set. */
  values?: string[];
  /** Kinds of the records that it refers to. */
  refersTo?: string[];
  meaning: string;
};
export type DictionaryClass = { class: string; kind: Kind | DerivedKind; meaning: string; fields: DictionaryField[] };

/** Names of the classes, one a kind; `Proposal`, `Reply`, `Promise`, `Report` and `Rating` are our own, the others have a Popolo twin or none. */
const CLASSES: Record<Kind | DerivedKind, string> = {
  site: 'Site',
  congresses: 'Congress',
  terms: 'Term',
  calendars: 'Calendar',
  areas: 'Area',
  constituencies: 'Constituency',
  'electoral-units': 'ElectoralUnit',
  people: 'Person',
  groups: 'Group',
  stations: 'Station',
  rosters: 'Roster',
  units: 'Unit',
  proposals: 'Proposal',
  replies: 'Reply',
  reports: 'Report',
  activities: 'Activity',
  plans: 'Plan',
  announcements: 'Announcement',
  decisions: 'Decision',
  coverage: 'Coverage',
  pages: 'Page',
  corrections: 'Correction',
  promises: 'Promise',
  ratings: 'Rating',
  'report-coverage': 'ReportCoverage',
  'duty-progress': 'DutyProgress',
};

type Described = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  description?: string;
  properties?: Record<string, Described>;
  required?: string[];
  items?: Described;
  anyOf?: Described[];
  oneOf?: Described[];
  additionalProperties?: Described | boolean;
  propertyNames?: Described;
};

/** The data dictionary: every class, every field, made from the shapes that check the records. */
export const dictionary = (): DictionaryClass[] =>
  [...KINDS, ...DERIVED_KINDS].map((kind) => ({ class: CLASSES[kind], kind, meaning: classMeanings[kind], fields: fieldsOf(kind) }));

const DERIVED = { promises: publishedPromise, ratings: publishedRating, 'report-coverage': publishedCoverage, 'duty-progress': publishedProgress };
const isDerived = (kind: Kind | DerivedKind): kind is DerivedKind => kind in DERIVED;

/** The JSON Schema of a published file's items. */
export const schemaOf = (kind: Kind | DerivedKind): Described => {
  const shape = isDerived(kind) ? DERIVED[kind] : SHAPES[kind];
  return z.toJSONSchema(shape, { io: 'output', unrepresentable: 'any' }) as Described;
};

const fieldsOf = (kind: Kind | DerivedKind): DictionaryField[] => {
  const fields = new Map<string, DictionaryField>();
  walk(schemaOf(kind), '', () => true);
  return [...fields.values()];

  function walk(schema: Described, path: string, inEveryForm: (name: string) => boolean): void {
    const options = optionsOf(schema);
    for (const option of options) walk(option, path, (name) => options.every(({ required }) => required?.includes(name)));
    if (schema.items) walk(schema.items, `${path}[]`, () => true);
    if (typeof schema.additionalProperties === 'object') walk(schema.additionalProperties, `${path}.*`, () => true);
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      const at = path === '' ? name : `${path}.${name}`;
      add(at, inner, inEveryForm(name) && (schema.required?.includes(name) ?? false));
      walk(inner, at, () => true);
    }
  }

  // A field may stand in several forms of an entry: an event of one kind has a reason, of another has not.
  function add(path: string, schema: Described, always: boolean): void {
    const known = fields.get(path);
    const byName = fieldMeanings[path.replace(/^.*\./, '')] ?? '';
    const values = known && !known.values ? [] : [...new Set([...(known?.values ?? []), ...valuesOf(schema)])];
    const refersTo = targetsOf(schema);
    fields.set(path, {
      path,
      type: [...new Set([...(known?.type.split('|') ?? []), ...typesOf(schema)])].join('|'),
      always,
      ...(values.length > 0 && valuesOf(schema).length > 0 && { values }),
      ...(refersTo.length > 0 && { refersTo }),
      meaning: fieldMeanings[`${kind}.${path}`] ?? schema.description ?? known?.meaning ?? byName,
    });
  }
};

const optionsOf = (schema: Described): Described[] => [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];

const typesOf = (schema: Described): string[] =>
  optionsOf(schema).length > 0 ? optionsOf(schema).flatMap(typesOf) : [schema.type ?? (schema.const === undefined ? 'any' : typeof schema.const)];

const valuesOf = (schema: Described): string[] => {
  const own = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  return [...own.map(String), ...(schema.items ? valuesOf(schema.items) : []), ...optionsOf(schema).flatMap(valuesOf)];
};

/** References are the strings that begin with a kind and a colon. */
const targetsOf = (schema: Described): string[] => {
  const [, kinds = ''] = /^\^\(?([a-z|-]+)\)?:/.exec(schema.pattern ?? '') ?? [];
  return [...kinds.split('|').filter(Boolean), ...(schema.items ? targetsOf(schema.items) : []), ...optionsOf(schema).flatMap(targetsOf)];
};
