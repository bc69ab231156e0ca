import type { HostBindings } from './context.ts';

/** What hono carries along a request. */
export type AppEnv = { Bindings: HostBindings; Variables: { requestId: string } };
