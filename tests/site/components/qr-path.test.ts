import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from '../../../site/components/qr-path.ts';

/** The modules that a path of strokes `M x y h length` darkens. */
function drawn(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let at = 0; at < Number(length); at += 1) (rows[Number(y)] ?? [])[Number(x) + at] = true;
  return rows;
}

test.each(['https://rd.example.cn/q/zhang-san/', `https://a-rather-long-name.example.gov.cn/q/${'x'.repeat(60)}/`, '回音'])(
  'every module of the code of %s is drawn, and no other',
  (text) => {
    const { size, path } = qrPath(text);
    expect(path.replaceAll(/M\d+ \d+h\d+/g, '')).toBe('');
    expect(drawn(path, size)).toEqual(encode(text, { ecc: 'M', border: 0 }).data);
  },
);
