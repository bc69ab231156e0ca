import { Hono } from 'hono';
import { nameAnswer, nameQuestion } from '../../db/domain/find/answer.ts';
import type { ActContext } from '../act-context.ts';
import { lookUpName } from '../acts/look-up-name.ts';
import type { AppEnv } from '../app-env.ts';
import { question } from '../middleware/question.ts';
import type { Operation } from '../openapi.ts';

export const nameOperations: Operation[] = [
  { method: 'get', path: '/api/names', summary: '按地名、单位或姓名查代表', query: nameQuestion, answers: { 200: nameAnswer } },
];

/** The look-up for browsers that run no script, and for machines; others read the published files themselves. */
export const nameRoutes = (context: ActContext) =>
  new Hono<AppEnv>().get('/', question(nameQuestion), async (c) => c.json(await lookUpName(context, c.get('question'))));
