import { courseOfReplies, type ProposalCourse } from '../../db/domain/proposal-course.ts';
import { isProposalState } from '../../db/domain/proposal-state.ts';
import type { Reply } from '../../db/domain/reply.ts';
import { withSettledPromises } from '../../db/domain/settled.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

/** Where the proposals stand that a message became, from the files of the release alone; one not published yet is named as such. */
export async function showProposalCourses(
  context: Pick<ActContext, 'records' | 'clock' | 'settings'>,
  ids: readonly string[],
): Promise<ProposalCourse[]> {
  if (ids.length === 0) return [];
  const { find } = await context.records.current();
  return Promise.all(
    [...new Set(ids)].map(async (id): Promise<ProposalCourse> => {
      const item = find('proposals', id);
      if (!item) return { id, published: false, replies: [] };
      // The twin of the page; between two releases it may be missing, which must not cost the sender the rest.
      const twin = (await context.records.file(`proposals/${id}/index.json`).catch(() => undefined)) as { replies?: Reply[] } | undefined;
      const unitName = (unit: string): string | undefined => find('units', unit.split(':')[1] ?? '')?.title;
      return {
        id,
        published: true,
        title: item.title,
        ...(item.status && isProposalState(item.status) && { state: item.status }),
        replies: courseOfReplies(withSettledPromises(twin?.replies ?? []), unitName, today(context)),
      };
    }),
  );
}
