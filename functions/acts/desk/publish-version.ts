import { z } from 'zod';
import { findPersonalData, type PersonalDataKind } from '../../../db/domain/personal-data/find.ts';
import { DomainError } from '../../../db/domain/problem.ts';
import { longText, shortText } from '../../../db/domain/text.ts';
import { findDeskMessage, findSealedSender } from '../../../db/queries/desk-message.ts';
import type { ActContext } from '../../act-context.ts';
import type { Staff } from '../../staff.ts';
import { publishMessage } from '../publish-message.ts';
import { holdMessage } from './hold-message.ts';

export const publicVersion = z.strictObject({
  title: shortText(60),
  text: longText(6000),
  answers: z
    .array(z.strictObject({ id: z.string().max(40), text: longText(6000) }))
    .max(20)
    .default([]),
  /** The moderator has seen what the detector still finds, and it is no personal data. */
  sure: z.boolean({ error: 'yesNo' }).default(false),
});
export type PublicVersionAsked = z.infer<typeof publicVersion>;

/**
 * Publishes the version that a moderator made. What the detector still finds in it must be said to be none.
 * @throws missing, conflict (somebody else has it), invalid `sure` with the kinds found, refused (no consent, hidden)
 */
export async function publishVersion(context: ActContext, staff: Staff, id: string, { sure, ...version }: PublicVersionAsked): Promise<void> {
  const left = kindsIn([version.title, version.text, ...version.answers.map(({ text }) => text)]);
  if (left.length > 0 && !sure)
    throw new DomainError('invalid', 'stillPersonal', { errors: [{ path: ['sure'], code: 'stillPersonal', params: { kinds: left.join(' ') } }] });
  await holdMessage(context, { id, actor: staff.actor });
  await publishMessage(context, { id, ...version, name: await nameToShow(context, id), actor: staff.actor });
}

const kindsIn = (texts: string[]): PersonalDataKind[] => [...new Set(texts.flatMap((text) => findPersonalData(text).map(({ kind }) => kind)))];

// A name is opened only where its owner wished it to be shown.
async function nameToShow(context: ActContext, id: string): Promise<string | undefined> {
  const message = await findDeskMessage(context.db, id);
  if (!message) throw new DomainError('missing', 'messageNotFound');
  const sealed = message.hideName ? undefined : await findSealedSender(context.db, id);
  return sealed === undefined ? undefined : ((await context.keys.open(sealed, id)) as { name?: string }).name;
}
