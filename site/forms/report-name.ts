import { namedReport, type ReleasedItem } from '../../db/domain/release.ts';
import type { Api } from '../../functions/host.ts';
import { getJson } from './ask-api.ts';

/** A report as people name it: its deputy, then its title; '' where there is none. */
export async function reportName(api: Api, report: ReleasedItem | undefined): Promise<string> {
  const person = report?.of?.split(/[:/]/)[1];
  const deputy = person === undefined ? undefined : (await getJson<ReleasedItem>(api, `/api/records/people/${encodeURIComponent(person)}`)).answer;
  return report ? namedReport(report, deputy) : '';
}
