/** Following (关注): a person is told by mail what happens to a proposal, or to all proposals that a question finds. */
import { z } from 'zod';
import { ID_PATTERN } from './record-fields.ts';
import { proposalQuestion, type ProposalQuestion } from './proposal-list.ts';
import { secret } from './secret.ts';

/** Hours for which a person may confirm; then nobody was ever here. */
export const CONFIRM_HOURS = 48;

/** How many different things one mail address may ask for in a day: enough to be sincere, too few to annoy a stranger. */
export const ASKED_A_DAY = 3;

/** From this hour in Beijing the day's mail goes out. */
export const MORNING_HOUR = 7;

const address = z
  .string({ error: 'mailAddress' })
  .overwrite((text) => text.normalize('NFKC').trim())
  .max(254, { error: 'mailAddress' })
  .regex(/^[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i, { error: 'mailAddress' })
  .overwrite((text) => text.toLowerCase());

/** Exactly one of `proposal` and `list`; `list` is the address of a list of proposals after its question mark. */
export const newFollow = z
  .strictObject({
    email: address,
    proposal: z.string().regex(ID_PATTERN, { error: 'followed' }).optional(),
    list: z.string().max(400, { error: 'followed' }).optional(),
  })
  .meta({ id: 'NewFollow', description: '关注一件建议，或者一个清单' });
export type NewFollow = z.infer<typeof newFollow>;

export const followCode = z.strictObject({ code: secret }).meta({ id: 'FollowCode', description: '邮件里的关注码' });

/** What somebody follows: `proposal=ID`, or the question of a list in one fixed order. */
export const followed = z.object({ followed: z.string() }).meta({ id: 'Followed', description: '关注了什么' });

/** Words are no question to follow: they would let strangers write into other people's mail. */
const FOLLOWED_FIELDS = ['unit', 'topic', 'state', 'year', 'session', 'class', 'deputy', 'overdue', 'late', 'key', 'promised'] as const;

/** The question of a list that may be followed, in one fixed order; undefined where there is none, or it asks for words. */
export function followedList(list: string): string | undefined {
  const given = new URLSearchParams(list);
  for (const name of ['sort', 'page']) given.delete(name);
  const parsed = proposalQuestion.safeParse(Object.fromEntries(given));
  if (!parsed.success || given.size === 0 || [...given.keys()].some((name) => !FOLLOWED_FIELDS.some((field) => field === name))) return undefined;
  const query = new URLSearchParams();
  for (const field of FOLLOWED_FIELDS) if (parsed.data[field] !== undefined) query.set(field, String(parsed.data[field]));
  return query.toString();
}

/** The proposal that is followed; undefined where a list is. */
export const followedProposal = (question: string): string | undefined => /^proposal=([a-z0-9-]{2,60})$/.exec(question)?.[1];

/** The question of a list that is followed. */
export const questionOf = (question: string): ProposalQuestion => proposalQuestion.parse(Object.fromEntries(new URLSearchParams(question)));
