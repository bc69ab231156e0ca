import { Hono } from 'hono';
import { DomainError } from '../../db/domain/problem.ts';
import { releasedItem } from '../../db/domain/release.ts';
import type { ActContext } from '../act-context.ts';
import type { AppEnv } from '../app-env.ts';
import type { Operation } from '../openapi.ts';

export const recordOperations: Operation[] = [
  { method: 'get', path: '/api/records/{kind}/{id}', summary: '一份正式记录的名称和状态', answers: { 200: releasedItem } },
];

/** What pages that are made on demand may know of a record: its name and status, as in `/data/release.json`. */
export const recordRoutes = (context: ActContext) =>
  new Hono<AppEnv>().get('/:kind/:id', async (c) => {
    const found = (await context.records.current()).find(c.req.param('kind'), c.req.param('id'));
    if (!found) throw new DomainError('missing', 'recordNotFound');
    return c.json(found);
  });
