import type { SimilarItem } from '../../db/domain/new-message-review.ts';
import { likeness, pairsOf } from '../../db/domain/similar.ts';
import { similarCandidates } from '../../db/queries/similar.ts';
import type { ActContext } from '../act-context.ts';

const MOST_PAIRS = 60;
const MOST_SHOWN = 5;
/** Below this two texts share words, not a matter. */
const LEAST_LIKENESS = 0.3;

/** What was published already about what somebody is about to send, the likest first. */
export async function findSimilar(context: ActContext, { title, text }: { title: string; text: string }): Promise<SimilarItem[]> {
  const { release } = await context.records.current();
  const own = pairsOf(`${title} ${text}`);
  // The title tells most, so its pairs go first where there are too many.
  const candidates = await similarCandidates(context.db, release.id, [...own].slice(0, MOST_PAIRS));
  return candidates
    .map((candidate) => ({
      ...candidate,
      likeness: likeness(own, pairsOf(candidate.kind === 'proposals' ? withoutForm(candidate.title) : `${candidate.title} ${candidate.text}`)),
    }))
    .filter((candidate) => candidate.likeness >= LEAST_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_SHOWN)
    .map(({ kind, id, title: found, state }) => ({ kind, id, title: found, state }));
}

/** A proposal's title without what all titles have: 关于……的建议. */
const withoutForm = (title: string): string => title.replace(/^关于/, '').replace(/的?(?:建议|意见|批评)$/, '');
