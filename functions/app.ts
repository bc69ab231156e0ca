import { Hono } from 'hono';
import type { AppContext, HostBindings } from './context.ts';

/** The whole API under `/api`: middleware in order, then routes, then errors. Runs unchanged on Node and in workerd. */
export function createApp(context: AppContext): Hono<{ Bindings: HostBindings }> {
  const app = new Hono<{ Bindings: HostBindings }>();
  app.get('/api/health', async (c) => {
    const { release } = await context.records.current();
    return c.json({ release: { id: release.id } });
  });
  return app;
}
