import { listReplyKeys } from '../../db/queries/reply-keys.ts';
import type { ActContext } from '../act-context.ts';

/** A deputy as the office sees them: name, sheet, until when. Never a secret. */
export type DeskDeputy = { id: string; name: string; mandates: string; number?: number; until?: string; valid: boolean };

/** All deputies who can be written to, with the state of their sheets, by name. */
export async function listDeputies({ db, records }: Pick<ActContext, 'db' | 'records'>): Promise<DeskDeputy[]> {
  const [{ release }, keys] = await Promise.all([records.current(), listReplyKeys(db)]);
  const sheets = new Map(keys.map((key) => [key.personId, key]));
  return release.items
    .filter(({ kind, active }) => kind === 'people' && active === true)
    .map(({ id, title, mandates = [] }) => {
      const sheet = sheets.get(id);
      const held = mandates.filter(({ active }) => active).map((mandate) => mandate.title);
      return {
        id,
        name: title,
        mandates: held.join('、'),
        valid: sheet?.valid ?? false,
        ...(sheet && { number: sheet.number, until: sheet.expiresAt.slice(0, 10) }),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-Hans'));
}
