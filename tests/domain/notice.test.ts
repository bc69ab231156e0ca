import { expect, test } from 'vitest';
import { nextTry, wayTo } from '../../db/domain/notice.ts';

test.each([
  ['wang@example.cn', 'mail', 'wang@example.cn'],
  ['邮箱Wang.Fang+1@Mail.Example.com.cn，白天看', 'mail', 'wang.fang+1@mail.example.com.cn'],
  ['电话13811112222 邮箱 a@example.cn', 'mail', 'a@example.cn'],
  ['１３８ １１１１ ２２２２', 'sms', '13811112222'],
  ['+86-138-1111-2222', 'sms', '13811112222'],
  ['8613811112222', 'sms', '13811112222'],
  ['0000-5550123', 'hand', '0000-5550123'],
  ['010138111122223', 'hand', '010138111122223'],
  ['110101199001011234', 'hand', '110101199001011234'],
  ['12811112222', 'hand', '12811112222'],
  ['微信 wangfang_01', 'hand', '微信 wangfang_01'],
  ['a@localhost', 'hand', 'a@localhost'],
  ['a@example.cn\r\nBcc: b@example.cn', 'mail', 'a@example.cn'],
])('%j is reached by %s', (contact, channel, to) => {
  expect(wayTo(contact)).toEqual({ channel, to });
});

test('the pauses grow to eight hours, and then a person takes over', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  expect([1, 2, 3, 4, 5, 6].map((attempts) => nextTry(attempts, now)?.slice(11, 16))).toEqual([
    '00:01',
    '00:05',
    '00:30',
    '02:00',
    '08:00',
    undefined,
  ]);
});
