import { Hono } from 'hono';
import { proposalList, proposalQuestion, PROPOSALS_PER_PAGE } from '../../db/domain/proposal-list.ts';
import { listProposals } from '../../db/queries/proposals.ts';
import type { ActContext } from '../act-context.ts';
import { exportProposals } from '../acts/export-proposals.ts';
import type { AppEnv } from '../app-env.ts';
import { question } from '../middleware/question.ts';
import type { Operation } from '../openapi.ts';

export const proposalOperations: Operation[] = [
  { method: 'get', path: '/api/proposals', summary: '查找代表建议', query: proposalQuestion, answers: { 200: proposalList } },
  {
    method: 'get',
    path: '/api/proposals.json',
    summary: '下载代表建议，不分页',
    query: proposalQuestion,
    answers: { 200: proposalList.pick({ releaseId: true, total: true, items: true }) },
  },
  { method: 'get', path: '/api/proposals.csv', summary: '下载代表建议（CSV）', query: proposalQuestion, answers: { 200: undefined } },
];

export const proposalRoutes = (context: ActContext) =>
  new Hono<AppEnv>()
    .get('/proposals', question(proposalQuestion), async (c) => {
      const { release } = await context.records.current();
      const asked = c.get('question');
      return c.json({
        releaseId: release.id,
        page: asked.page,
        pageSize: PROPOSALS_PER_PAGE,
        ...(await listProposals(context.db, release, asked)),
      });
    })
    .get('/proposals.json', question(proposalQuestion), async (c) => {
      const { release } = await context.records.current();
      c.header('content-disposition', 'attachment; filename="proposals.json"');
      return c.json({ releaseId: release.id, ...(await listProposals(context.db, release, c.get('question'), true)) });
    })
    .get('/proposals.csv', question(proposalQuestion), async (c) => {
      const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="proposals.csv"' };
      return c.body(await exportProposals(context, c.get('question')), 200, headers);
    });
