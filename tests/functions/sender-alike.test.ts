import { expect, test } from 'vitest';
import type { Database } from '../../db/remote.ts';
import { formatSecret, newSecret } from '../../db/domain/secret.ts';
import { startNodeHost } from '../support/api-host.ts';

/** A database that writes down what is asked of it, without the values. */
function listening(db: Database): { db: Database; asked: string[] } {
  const asked: string[] = [];
  const note = (statement: unknown): void => void asked.push(typeof statement === 'string' ? statement : (statement as { sql: string }).sql);
  const client = new Proxy(db.client, {
    get(target, name) {
      if (name === 'execute') return (statement: never) => (note(statement), target.execute(statement));
      if (name === 'batch') return (statements: never[], mode: never) => (statements.forEach(note), target.batch(statements, mode));
      return Reflect.get(target, name) as unknown;
    },
  });
  return { db: { ...db, client }, asked };
}

test('a contact or a code that nobody has costs the same statements as one that somebody has', async () => {
  let asked: string[] = [];
  const host = await startNodeHost({ CHALLENGE: 'off', SITE_URL: 'http://rd.example.test' }, (db) => {
    const heard = listening(db);
    asked = heard.asked;
    return heard.db;
  });
  const post = async (path: string, body: object) => {
    asked.length = 0;
    const answer = await host.send(`/api/messages${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { answer, statements: [...asked] };
  };
  const message = { to: 'people:lin-xiaohe', kind: 'help', title: 'x', text: 'y', ageConfirmed: true, contact: '13811112222' };
  await post('', message);
  const [known, unknown] = [await post('/lost-code', { contact: '13811112222' }), await post('/lost-code', { contact: '13899998888' })];
  expect(known.statements).toEqual(unknown.statements);
  expect(known.statements.length).toBeGreaterThan(10);
  expect(await known.answer.text()).toBe(await unknown.answer.text());
  const wrong = [await post('/status', { code: newSecret() }), await post('/withdraw', { code: formatSecret(newSecret()) })];
  expect(wrong.map(({ answer }) => answer.status)).toEqual([404, 404]);
  expect(wrong[0]?.statements).toEqual(wrong[1]?.statements);
  await host.close();
});
