import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../../db/domain/problem.ts';
import { MESSAGE_KINDS } from '../../db/domain/message.ts';
import { createApp } from '../../functions/app.ts';
import { clientKey, groupAddress } from '../../functions/client-key.ts';
import { inlineScript, inlineScriptHash, securityHeaders } from '../../functions/headers.ts';
import { createCounter } from '../../functions/limits.ts';
import { readNodeSettings } from '../../functions/node-settings.ts';
import { createRecords } from '../../functions/records.ts';
import { readSettings } from '../../functions/settings.ts';
import { PROBLEMS } from '../../functions/words/problems.ts';
import { startNodeHost } from '../support/api-host.ts';
import { testRelease } from '../support/release.ts';

describe('who a request is counted for (row 46)', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:CB00:7107', '203.0.113.7'],
    ['203.0.113.7:443', '203.0.113.7'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::5]:443', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9%eth0', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['203.0.113.999', 'unknown'],
    ['', 'unknown'],
    ['localhost', 'unknown'],
    ['1:2:3', 'unknown'],
    [':::', 'unknown'],
    ['1::2::3', 'unknown'],
  ])('%s is %s', (address, key) => expect(groupAddress(address)).toBe(key));

  test('headers that a visitor writes change nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('x-forwarded-for', 'forwarded', 'x-client-ip', 'true-client-ip', 'x-real-ip', 'cf-connecting-ip'),
        fc.ipV4(),
        (name, forged) => {
          const headers = new Headers({ [name]: forged });
          expect(clientKey(headers, { incoming: { socket: { remoteAddress: '198.51.100.1' } } }, undefined)).toBe('198.51.100.1');
          headers.set('x-edge-ip', '198.51.100.2');
          expect(clientKey(headers, {}, 'x-edge-ip')).toBe('198.51.100.2');
        },
      ),
    );
    expect(clientKey(new Headers({ 'x-forwarded-for': '6.6.6.6, 198.51.100.3' }), {}, 'x-forwarded-for')).toBe('198.51.100.3');
    expect(clientKey(new Headers({ 'x-real-ip': '6.6.6.6' }), { clientAddress: '198.51.100.4' }, 'x-real-ip')).toBe('198.51.100.4');
  });

  test('counting has bounds in time and memory', () => {
    let now = 0;
    const counter = createCounter(2, 60, () => now);
    expect([counter.hit('a'), counter.hit('a'), counter.hit('a'), counter.hit('b')]).toEqual([true, true, false, true]);
    now = 60_001;
    expect(counter.hit('a')).toBe(true);
    for (let key = 0; key < 50_000; key++) counter.hit(`k${key}`);
    expect(counter.hit('k49999')).toBe(true);
  });
});

describe('headers (row 25)', () => {
  test('the inline script is the one that the policy names, and short', () => {
    expect(`sha256-${createHash('sha256').update(inlineScript).digest('base64')}`).toBe(inlineScriptHash);
    expect(Buffer.byteLength(inlineScript)).toBeLessThan(1024);
    expect(securityHeaders['content-security-policy']).toContain(`'${inlineScriptHash}'`);
  });
  test('nobody may frame us', () => {
    expect(securityHeaders['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(securityHeaders['x-frame-options']).toBe('DENY');
  });
});

describe('settings', () => {
  const secret = 'A'.repeat(43);
  const secrets = { CODE_PEPPER: secret, CONTACT_KEY: secret, SESSION_SECRET: secret };
  test('all faults are named at once', () => {
    const fault = (() => {
      try {
        return readSettings({ PORT: 'x', CHALLENGE: 'maybe', SITE_URL: 'nowhere' });
      } catch (error) {
        return error;
      }
    })();
    for (const name of ['PORT', 'CHALLENGE', 'SITE_URL', 'CODE_PEPPER', 'CONTACT_KEY', 'SESSION_SECRET']) expect(String(fault)).toContain(name);
  });
  test('the challenge cannot be switched off on a real site', () => {
    expect(() => readSettings({ ...secrets, CHALLENGE: 'off', SITE_URL: 'https://rd.example.cn' })).toThrow('CHALLENGE');
    for (const wrong of ['mail.example.cn', 'imap://mail.example.cn', 'smtp://'])
      expect(() => readSettings({ ...secrets, MAIL_URL: wrong })).toThrow('MAIL_URL');
    expect(() => readSettings({ ...secrets, SMS_URL: 'smtp://sms.example.cn' })).toThrow('SMS_URL');
    expect(readSettings({ ...secrets, CHALLENGE: 'off' }).challenge).toBe(false);
  });
  test('on one machine the secrets are made once, for their owner only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-settings-'));
    const first = readNodeSettings({ DATA_DIR: folder });
    expect(readNodeSettings({ DATA_DIR: folder }).secrets).toEqual(first.secrets);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(first.secrets)).size).toBe(3);
    rmSync(folder, { recursive: true });
  });
});

describe('records for functions', () => {
  test('a new release is seen at once; while it cannot be read the old one still counts', async () => {
    let text = JSON.stringify(testRelease);
    let version = '1';
    const records = createRecords({ version: async () => version, text: async () => text });
    expect((await records.current()).find('stations', 'qinghe')?.title).toBe('清禾代表联络站');
    [version, text] = ['2', 'half a fi'];
    expect((await records.current()).release.id).toBe(testRelease.id);
    text = JSON.stringify({ ...testRelease, id: 'next' });
    expect((await records.current()).release.id).toBe('next');
    await expect(createRecords({ version: async () => '1', text: async () => '' }).current()).rejects.toThrow(DomainError);
  });
});

test('the API document describes every route, from the shapes that check it', async () => {
  const host = await startNodeHost();
  const document = (await (await host.send('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, unknown>>;
    components: { schemas: Record<string, { properties: Record<string, { enum?: string[] }> }> };
  };
  const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  const routed = createApp(host.context).routes.filter(
    ({ method, path }) => method !== 'ALL' && path !== '/api/openapi.json' && !path.startsWith('/api/desk'),
  );
  const real = new Set(routed.map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}').replace(/\/$/, '')}`));
  expect(described.toSorted()).toEqual([...real].toSorted());
  expect(document.components.schemas.NewMessage?.properties.kind?.enum).toEqual([...MESSAGE_KINDS]);
  expect(JSON.stringify(document)).not.toContain('#/$defs');
  await host.close();
});

test('every problem has a title and says what to do', () => {
  for (const { title, detail } of Object.values(PROBLEMS)) {
    expect(title.length).toBeGreaterThan(3);
    expect(detail.length).toBeGreaterThan(8);
  }
});
