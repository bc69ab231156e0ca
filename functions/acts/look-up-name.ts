import type { NameQuestion } from '../../db/domain/find/answer.ts';
import type { Part } from '../../db/domain/find/entry.ts';
import { openNames } from '../../db/domain/find/look-up.ts';
import type { Plan } from '../../db/domain/find/plan.ts';
import { viewFound, type NameAnswer } from '../../db/domain/find/view.ts';
import type { ActContext } from '../act-context.ts';

/** Whom a name leads to, from the files that the release was published with. Needs no database. */
export async function lookUpName({ records }: Pick<ActContext, 'records'>, { q }: NameQuestion): Promise<NameAnswer> {
  const ask = async (): Promise<NameAnswer> => {
    const plan = (await records.file('find/names/plan.json')) as Plan;
    const names = openNames(plan, async (file) => (await records.file(`find/names/${plan.folder}/${file}.json`)) as Part);
    return viewFound(await names(q));
  };
  // Between plan and names a new release may have come: the second time both are of one.
  return ask().catch(ask);
}
