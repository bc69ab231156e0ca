/** The peer of static.ts: Hono's own static file serving, on the folder and port given. */
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const [root = '', port = ''] = process.argv.slice(2);
const app = new Hono();
app.use('*', serveStatic({ root }));
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, () => console.log(`listening on :${port}`));
