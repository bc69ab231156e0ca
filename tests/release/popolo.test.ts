import { describe, expect, test } from 'vitest';
import { publishedRecords } from '../../db/domain/published.ts';
import { loadRecords } from '../../db/records/load.ts';
import { popolo } from '../../functions/cli/release/popolo/popolo.ts';
import { popoloSpec } from '../support/popolo-spec.ts';

const TODAY = '2026-11-22';
const published = publishedRecords(loadRecords('content', TODAY).records, TODAY);
const made = popolo(published, 'https://rd.example.cn', TODAY);

describe('the county as Popolo', () => {
  test('has the classes, properties and dates of the specification, and no others', () => {
    expect(popoloSpec.safeParse(JSON.parse(JSON.stringify(made))).error?.issues ?? []).toEqual([]);
    expect(popoloSpec.safeParse({ ...made, persons: [{ id: 'people:x', name: '某', telephone: '1' }] }).success).toBe(false);
  });

  test('holds every deputy, congress, seat and area, each once', () => {
    expect(made.persons).toHaveLength(published.people.size);
    expect(made.areas).toHaveLength(published.areas.size);
    expect(made.posts).toHaveLength(published.constituencies.size + published['electoral-units'].size);
    for (const list of Object.values(made)) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  });

  test('every reference leads somewhere', () => {
    const idsOf = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
    const [persons, organizations, posts, areas] = [made.persons, made.organizations, made.posts, made.areas].map(idsOf);
    for (const { person_id, organization_id, post_id } of made.memberships)
      expect([persons?.has(person_id), organizations?.has(organization_id), post_id === undefined || posts?.has(post_id)]).toEqual([
        true,
        true,
        true,
      ]);
    for (const { organization_id, area_id } of made.posts)
      expect([organizations?.has(organization_id), area_id === undefined || areas?.has(area_id)]).toEqual([true, true]);
    for (const { parent_id, area_id } of made.organizations)
      expect([parent_id === undefined || organizations?.has(parent_id), area_id === undefined || areas?.has(area_id)]).toEqual([true, true]);
    for (const { parent_id } of made.areas) expect(parent_id === undefined || areas?.has(parent_id)).toBe(true);
  });

  test('a mandate that ended has its end, and one in office has none', () => {
    const ended = made.memberships.filter(({ end_date }) => end_date !== undefined);
    expect(ended.length).toBeGreaterThan(0);
    for (const { start_date, end_date } of made.memberships) if (start_date && end_date) expect(end_date >= start_date).toBe(true);
    const current = [...published.terms.values()].filter(({ end }) => end === undefined).map(({ congress }) => congress);
    expect(made.memberships.some(({ organization_id, end_date }) => current.includes(organization_id) && end_date === undefined)).toBe(true);
  });
});
