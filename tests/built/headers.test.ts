import { describe, expect, inject, test } from 'vitest';
import { securityHeaders } from '../../functions/headers.ts';
import { publicFiles } from '../support/site-pages.ts';

const ask = (path: string, init?: RequestInit) => fetch(inject('site').url + path, { redirect: 'manual', ...init });
const form = (fields: Record<string, string>, origin = inject('site').url): RequestInit => ({
  method: 'POST',
  headers: { origin },
  body: new URLSearchParams(fields),
});
const asset = (ending: string) => `/${publicFiles(ending)[0]}`;

const ANSWERS: [string, number, () => Promise<Response>][] = [
  ['the home page', 200, () => ask('/')],
  ['a record page', 200, () => ask('/deputies/wang-xiulan/')],
  ['a page without its slash', 308, () => ask('/deputies/wang-xiulan')],
  ['a JSON twin', 200, () => ask('/deputies/wang-xiulan/index.json')],
  ['a table', 200, () => ask('/data/people.csv')],
  ['the archive', 200, () => ask('/data/huiyin.zip')],
  ['a style sheet', 200, () => ask(asset('.css'))],
  ['a script', 200, () => ask(asset('pagefind.js'))],
  ['a picture', 200, () => ask('/favicon.svg')],
  ['a page that is not there', 404, () => ask('/deputies/nobody/')],
  ['a path with two spellings', 404, () => ask('/deputies//wang-xiulan/')],
  ['writing to a file', 405, () => ask('/', { method: 'POST' })],
  ['a page on demand', 200, () => ask('/messages/new/?to=people:wang-xiulan')],
  ['a page on demand that is not there', 404, () => ask('/messages/msg_nothing/')],
  ['a form with faults', 422, () => ask('/messages/new/', form({ to: 'people:wang-xiulan', title: '' }))],
  ['a form of another site', 403, () => ask('/messages/new/', form({ to: 'people:wang-xiulan' }, 'https://other.example'))],
  ['a form that is too large', 413, () => ask('/messages/new/', form({ text: 'x'.repeat(70_000) }))],
  ['the API', 200, () => ask('/api/health')],
  ['its description', 200, () => ask('/api/openapi.json')],
  ['an address that the API does not have', 404, () => ask('/api/nowhere')],
  ['a list as a table', 200, () => ask('/api/proposals.csv')],
  ['what the API refuses', 422, () => ask('/api/messages', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })],
  ['what is no JSON', 400, () => ask('/api/messages', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' })],
];

describe('every kind of answer carries the security headers', () => {
  test.each(ANSWERS)('%s', async (_name, status, answer) => {
    const response = await answer();
    await response.arrayBuffer();
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(securityHeaders)) expect(response.headers.get(name), name).toBe(value);
    expect(response.headers.get('server')).toBeNull();
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

test.each(['/messages/new/?to=people:wang-xiulan', '/messages/status/', '/api/health', '/api/challenge'])('%s is kept by nobody', async (path) => {
  expect((await ask(path)).headers.get('cache-control')).toBe('no-store');
});
