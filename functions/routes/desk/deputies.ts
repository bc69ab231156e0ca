/** Deputies at the desk: their sheets, and what the office enters for those who do not use them. */
import { Hono } from 'hono';
import { z } from 'zod';
import { newSubmission } from '../../../db/domain/submission.ts';
import type { ActContext } from '../../act-context.ts';
import { issueDayCode } from '../../acts/issue-day-code.ts';
import { issueReplyKeys } from '../../acts/issue-reply-keys.ts';
import { listDeputies } from '../../acts/list-deputies.ts';
import { revokeReplyKey } from '../../acts/revoke-reply-key.ts';
import { showInbox } from '../../acts/show-inbox.ts';
import { showLetter } from '../../acts/show-letter.ts';
import { submitEntry } from '../../acts/submit-entry.ts';
import { body } from '../../middleware/body.ts';
import type { DeskEnv } from '../../middleware/guard-desk.ts';
import type { Repeatable } from '../../middleware/repeatable.ts';

const person = z.string({ error: 'required' }).regex(/^[a-z0-9-]{2,60}$/, { error: 'choice' });
const onePerson = z.strictObject({ personId: person });
const sheetsAsked = z.strictObject({ personIds: z.array(person, { error: 'required' }).min(1, { error: 'required' }).max(200) });

export const deskDeputyRoutes = (context: ActContext, repeatable: Repeatable) =>
  new Hono<DeskEnv>()
    .get('/', async (c) => c.json({ items: await listDeputies(context) }))
    .post('/sheets', body(sheetsAsked), async (c) =>
      c.json({ items: await issueReplyKeys(context, { ...c.get('body'), actor: c.get('staff').actor }) }, 201),
    )
    .post('/code', body(onePerson), async (c) => c.json(await issueDayCode(context, { ...c.get('body'), actor: c.get('staff').actor }), 201))
    .post('/revoke', body(onePerson), async (c) => {
      await revokeReplyKey(context, { ...c.get('body'), actor: c.get('staff').actor });
      return c.json({});
    })
    .get('/:id/inbox', async (c) => c.json(await showInbox(context, c.req.param('id'))))
    .get('/:id/letters/:letter', async (c) => c.json(await showLetter(context, { personId: c.req.param('id'), id: c.req.param('letter') })))
    .post('/:id/submissions', body(newSubmission), async (c) => {
      const entry = { personId: c.req.param('id'), actor: c.get('staff').actor, submission: c.get('body') };
      return c.json(await repeatable(c.get('repeatKey'), (repeat) => submitEntry(context, { ...entry, repeat })), 201);
    });
