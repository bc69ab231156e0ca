import { DomainError } from '../../db/domain/problem.ts';
import { findLetter, type LetterText } from '../../db/queries/letters.ts';
import type { ActContext } from '../act-context.ts';

export type Letter = Omit<LetterText, 'sealed'> & { name?: string };

/**
 * A letter as its deputy may read it: the name only where the sender lets it be shown, the contact never.
 * @throws missing (no such letter, or not theirs)
 */
export async function showLetter(context: Pick<ActContext, 'db' | 'keys'>, { personId, id }: { personId: string; id: string }): Promise<Letter> {
  const found = await findLetter(context.db, personId, id);
  if (!found) throw new DomainError('missing', 'letterNotFound');
  const { sealed, ...letter } = found;
  const sender = sealed === undefined ? undefined : ((await context.keys.open(sealed, id)) as { name?: unknown });
  return typeof sender?.name === 'string' ? { ...letter, name: sender.name } : letter;
}
