/** All public dates as a calendar: reception days, plan items, sessions. */
import type { APIRoute } from 'astro';
import { agendaEntries } from '../files/agenda-entries.ts';
import { calendarFile } from '../files/calendar-file.ts';
import { openCounty } from '../queries/county.ts';
import { recordOf } from '../queries/paths.ts';
import { wordsFor } from '../words/words.ts';

export const GET: APIRoute = ({ currentLocale, site }) => {
  const county = openCounty();
  const words = wordsFor(currentLocale);
  const file = calendarFile({
    name: words.stations.icsOfSite(county.site.name),
    path: '/calendar.ics',
    entries: agendaEntries(county, words),
    asOf: county.today,
    site: recordOf(site),
  });
  return new Response(file, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
