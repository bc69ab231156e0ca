import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { loadRecords } from '../../../db/records/load.ts';
import { registerSheet } from '../../../site/files/register-sheet.ts';
import { countyOf } from '../../../site/queries/county.ts';
import { listings } from '../../../site/queries/proposal-lists.ts';
import { REGISTER_COLUMNS, registerRows, type RegisterRow } from '../../../site/queries/register.ts';
import { zhHans } from '../../../site/words/zh-Hans.ts';

const county = countyOf(loadRecords('content', '2026-11-22').records, '2026-11-22');
const register = listings(county).register.find(({ key }) => key === 'yunxi-17-5');
const rows = register ? registerRows(county, register, zhHans) : [];

/** As another program reads it. */
const read = async (bytes: Uint8Array) => {
  const [sheet] = await readExcelFile(Buffer.from(bytes));
  return sheet?.data ?? [];
};

test('the register of a session is read back as it is printed: every proposal once, in the order of the numbers', async () => {
  const [head, ...body] = await read(await registerSheet('第十七届第五次会议', rows));
  expect(head).toEqual(REGISTER_COLUMNS.map((name) => zhHans.proposals.register.column[name]));
  expect(body).toHaveLength(register?.entries.length ?? 0);
  expect(body.map(([number]) => number)).toEqual(rows.map(({ number }) => number));
  const first = body[0] ?? [];
  expect(first[1]).toBe(rows[0]?.title);
  expect((first[5] as unknown as Date).toISOString().slice(0, 10)).toBe(rows[0]?.submittedOn);
  const numbers = rows.map(({ number }) => Number(/\d+/.exec(number)?.[0]));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test('no cell becomes a formula, whatever it begins with', async () => {
  const odd = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '<b>&"', '第1号\n第2行'].map((title, place): RegisterRow => ({
    ...(rows[0] as RegisterRow),
    id: `p-${place}`,
    title,
  }));
  const bytes = await registerSheet('=x/[y]:*?', odd);
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)] as const);
  expect(parts.filter(([, text]) => /<f[ >]/.test(text))).toEqual([]);
  expect((await read(bytes)).slice(1).map((row) => row[1])).toEqual(odd.map(({ title }) => title));
});

test('the same register gives the same bytes, also later', async () => {
  const before = await registerSheet('甲', rows);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.compare(Buffer.from(before), Buffer.from(await registerSheet('甲', rows)))).toBe(0);
});
