import { isRowId } from '../../db/domain/ids.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { findHiding } from '../../db/queries/hidden-messages.ts';
import type { ActContext } from '../act-context.ts';

/** Why there is no public message of an id: there never was, or it was hidden again, for a reason that may be told. */
export async function noPublicMessage({ db }: Pick<ActContext, 'db'>, id: string): Promise<DomainError> {
  const reason = isRowId('msg', id) ? await findHiding(db, id) : undefined;
  if (!reason) return new DomainError('missing', 'messageNotFound');
  const code = `hidden${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
  return new DomainError('missing', 'messageHidden', { errors: [{ path: ['id'], code }] });
}
