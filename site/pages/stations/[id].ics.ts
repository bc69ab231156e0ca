/** The reception days of a station as a calendar. */
import type { APIRoute } from 'astro';
import { calendarFile } from '../../files/calendar-file.ts';
import { stationEntries } from '../../files/reception-entries.ts';
import { openCounty } from '../../queries/county.ts';
import { pagePerRecord, recordOf } from '../../queries/paths.ts';
import { wordsFor } from '../../words/words.ts';

export const getStaticPaths = pagePerRecord('stations');

export const GET: APIRoute = ({ params, currentLocale, site }) => {
  const county = openCounty();
  const words = wordsFor(currentLocale).stations;
  const station = recordOf(county.records.stations.get(String(params.id)));
  const file = calendarFile({
    name: words.icsOfStation(station.name),
    path: `/stations/${station.id}.ics`,
    entries: stationEntries(county, station, words),
    asOf: county.today,
    site: recordOf(site),
  });
  return new Response(file, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
