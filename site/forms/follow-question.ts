/** What a page that follows is asked to follow: a proposal, or a list by its address. */
import { followedList } from '../../db/domain/follow.ts';

export type FollowQuestion = { proposal: string } | { list: string };

/** Undefined where nothing can be followed. */
export function readFollowQuestion(query: URLSearchParams): FollowQuestion | undefined {
  const proposal = query.get('proposal');
  if (proposal !== null) return /^[a-z0-9-]{2,60}$/.test(proposal) ? { proposal } : undefined;
  const list = followedList(query.toString());
  return list === undefined ? undefined : { list };
}

/** The page of what is followed, as the API names it (`proposal=ID`, or the question of a list). */
export const followedPage = (question: string): string =>
  question.startsWith('proposal=') ? `/proposals/${question.slice('proposal='.length)}/` : `/proposals/list/?${question}`;

/** The page that asks for a mail address; undefined for a list that cannot be followed. */
export const followPage = (query: string): string | undefined => {
  const list = followedList(query);
  return list === undefined ? undefined : `/follow/?${list}`;
};
