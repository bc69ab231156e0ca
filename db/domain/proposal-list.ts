/** Lists of proposals (建议列表): what may be asked of the disposable index, and what it answers. */
import { z } from 'zod';
import type { Proposal } from './proposal.ts';
import { splitRef } from './record-fields.ts';
import { shortText } from './text.ts';

const slug = z.string().regex(/^[a-z0-9-]{1,60}$/, { error: 'choice' });
const word = z.string().regex(/^[A-Za-z]{1,30}$/, { error: 'choice' });
const whole = (maximum: number) =>
  z.coerce.number({ error: 'number' }).int({ error: 'number' }).min(1, { error: 'number' }).max(maximum, { error: 'number' });

export const PROPOSAL_SORTS = ['newest', 'oldest', 'number', 'replied', 'waiting', 'due'] as const;

/** Flags of a row of the list, besides those of the proposal itself (proposal-state.ts). */
export type ListedFlag = 'keySupervised' | 'promised' | 'repliedLate';

/** What `overdue` may ask: past its date without a reply or not, or past it only in the last seven days. */
export const OVERDUE_CHOICES = ['true', 'week', 'false'] as const;
const yes = z.literal('true', { error: 'choice' });

/** The register (登记簿) that holds a proposal: its session `terms:ID/N`, or `ID-between` for a term's time between sessions. */
export const registerOf = ({ session, term }: Pick<Proposal, 'session' | 'term'>): string => session ?? `${splitRef(term).id}-between`;

/** A register in an address: `terms:yunxi-17/5` is `yunxi-17-5`. */
export const registerSlug = (register: string): string => register.replace(/^terms:/, '').replace('/', '-');

const registerFromSlug = (slug: string): string => slug.replace(/^(?!terms:)(.+)-(\d{1,3})$/, 'terms:$1/$2');

/** Filters and sorts by name only: nothing of a question ever becomes part of the SQL text. */
export const proposalQuestion = z.strictObject({
  q: shortText(60).optional(),
  unit: slug.optional(),
  topic: slug.optional(),
  state: word.optional(),
  year: whole(9999).optional(),
  session: z
    .string()
    .regex(/^(?:terms:[a-z0-9-]{2,60}\/\d{1,3}|[a-z0-9-]{1,60})$/, { error: 'choice' })
    .overwrite(registerFromSlug)
    .optional(),
  class: word.optional(),
  deputy: slug.optional(),
  overdue: z.enum(OVERDUE_CHOICES, { error: 'choice' }).optional(),
  late: yes.optional().meta({ description: '超期才答复的' }),
  key: yes.optional().meta({ description: '重点督办的' }),
  promised: yes.optional().meta({ description: '答复里有承诺的' }),
  sort: z.enum(PROPOSAL_SORTS, { error: 'choice' }).default('newest'),
  page: whole(10_000).default(1),
});
export type ProposalQuestion = z.infer<typeof proposalQuestion>;

export const PROPOSALS_PER_PAGE = 50;

/** One row of the index, as publish gives it. `text` is what searches look in (title and body). */
export const proposalRow = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string(),
  /** `terms:ID/N` or `TERM-between` */
  session: z.string(),
  /** 0 where the day of submission is unknown. */
  year: z.number().int(),
  state: z.string(),
  flags: z.array(z.string()),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  topic: z.string(),
  leads: z.array(z.object({ id: z.string(), name: z.string() })),
  submittedOn: z.string().nullable(),
  repliedOn: z.string().nullable(),
  resultClass: z.string().nullable(),
  /** The day from which it has been waiting for a reply, while it is waiting: of assignment or, before it, of submission. */
  waitingSince: z.string().nullable(),
  /** The running due date, and the day after it once that is past. */
  dueOn: z.string().nullable(),
  overdueSince: z.string().nullable(),
  text: z.string(),
});
export type ProposalRow = z.infer<typeof proposalRow>;

const listed = proposalRow.omit({ text: true, units: true, leads: true }).extend({
  units: z.array(z.string()),
  unitNames: z.array(z.string()),
  deputies: z.array(z.string()),
  leadNames: z.array(z.string()),
});
export const proposalList = z
  .object({ releaseId: z.string(), total: z.number().int(), page: z.number().int(), pageSize: z.number().int(), items: z.array(listed) })
  .meta({ id: 'ProposalList', description: '代表建议列表' });
export type ProposalList = z.infer<typeof proposalList>;
export type ListedProposal = ProposalList['items'][number];

/** The columns of the list as a table, in order; named as in JSON and as in the files of open data. */
export const LISTED_COLUMNS = [
  'id',
  'number',
  'title',
  'session',
  'year',
  'state',
  'flags',
  'topic',
  'leadNames',
  'deputies',
  'unitNames',
  'units',
  'submittedOn',
  'waitingSince',
  'dueOn',
  'overdueSince',
  'repliedOn',
  'resultClass',
] as const satisfies (keyof ListedProposal)[];
