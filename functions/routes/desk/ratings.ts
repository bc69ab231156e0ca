/** Running ratings: windows, codes, paper ballots, comments. Codes stand in one answer alone, which nothing stores. */
import { Hono } from 'hono';
import type { ActContext } from '../../act-context.ts';
import { closeRating, voidRating, windowToEnd } from '../../acts/end-rating.ts';
import { ballotToConfirm, ballotToEnter, confirmHallBallot, enterBallot } from '../../acts/hall-ballot.ts';
import { codesToPrint, issueCodes } from '../../acts/issue-codes.ts';
import { countCodes, countsOfSet, reissueCodes, setToReissue, setToVoid, voidCodes } from '../../acts/manage-codes.ts';
import { commentDecision, moderateComment } from '../../acts/moderate-comment.ts';
import { openRating, windowsToOpen } from '../../acts/open-rating.ts';
import { ratingStatus } from '../../acts/rating-status.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';

export const ratingDeskRoutes = (context: ActContext) =>
  new Hono<DeskEnv>()
    .get('/', async (c) => c.json(await ratingStatus(context)))
    .post('/windows', body(windowsToOpen), async (c) => {
      await openRating(context, c.get('body'), c.get('staff').actor);
      return c.json({});
    })
    .post('/close', body(windowToEnd), async (c) => {
      await closeRating(context, c.get('body'), c.get('staff').actor);
      return c.json({});
    })
    .post('/void', body(windowToEnd), async (c) => {
      await voidRating(context, c.get('body'), c.get('staff').actor);
      return c.json({});
    })
    .post('/codes', body(codesToPrint), async (c) => c.json(await issueCodes(context, c.get('body'), c.get('staff').actor), 201))
    .post('/codes/count', body(countsOfSet), async (c) => {
      await countCodes(context, c.get('body'), c.get('staff').actor);
      return c.json({});
    })
    .post('/codes/void', body(setToVoid), async (c) => {
      await voidCodes(context, c.get('body'), c.get('staff').actor);
      return c.json({});
    })
    .post('/codes/reissue', body(setToReissue), async (c) => c.json(await reissueCodes(context, c.get('body'), c.get('staff').actor), 201))
    .post('/hall', body(ballotToEnter), async (c) => {
      await enterBallot(context, c.get('body'), c.get('staff').actor);
      return c.json({});
    })
    .post('/hall/confirm', body(ballotToConfirm), async (c) => {
      await confirmHallBallot(context, c.get('body'), c.get('staff').actor);
      return c.json({});
    })
    .post('/comments', body(commentDecision), async (c) => {
      await moderateComment(context, c.get('body'), c.get('staff').actor);
      return c.json({});
    });
