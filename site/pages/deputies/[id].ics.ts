/** The reception days of a deputy as a calendar. Who has left keeps an empty one, so that subscribers lose the days that no longer hold. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarFile } from '../../files/calendar-file.ts';
import { deputyEntries } from '../../files/reception-entries.ts';
import { openCounty } from '../../queries/county.ts';
import { deputies } from '../../queries/deputies.ts';
import { recordOf } from '../../queries/paths.ts';
import { everReceived } from '../../queries/stations.ts';
import { wordsFor } from '../../words/words.ts';

export const getStaticPaths = (() => [...everReceived(openCounty())].map((id) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, currentLocale, site }) => {
  const county = openCounty();
  const words = wordsFor(currentLocale).stations;
  const deputy = recordOf(deputies(county).get(String(params.id)));
  const file = calendarFile({
    name: words.icsOfDeputy(deputy.person.name),
    path: `/deputies/${deputy.person.id}.ics`,
    entries: deputyEntries(county, deputy, words),
    asOf: county.today,
    site: recordOf(site),
  });
  return new Response(file, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
