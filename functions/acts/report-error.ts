import type { NewErrorReport } from '../../db/domain/error-report.ts';
import { newId } from '../../db/domain/ids.ts';
import { keepErrorReport } from '../../db/queries/error-reports.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

/** Takes in what somebody found wrong on a page; how to reach them is kept encrypted until it is settled. */
export async function reportError(context: ActContext, { page, text, contact }: NewErrorReport): Promise<void> {
  const id = newId('err');
  const sealed = contact === undefined ? undefined : await context.keys.seal({ contact }, id);
  const entry = { at: context.clock.now().toISOString(), actor: 'public', act: 'report-error', target: id };
  await keepErrorReport(context.db, { id, page, text, sealed, on: today(context) }, entry);
}
