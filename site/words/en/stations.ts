/** Stations, reception days, the calendar. */
import type { Words } from '../words.ts';
import { englishDates, englishMonth, englishWeekday, ordinal, several } from '../english-dates.ts';

const { fullDate, weekdayName } = englishDates;

export const stations: Words['stations'] = {
  title: 'Contact stations',
  lead: 'Deputies receive voters at contact stations on fixed days. No appointment is needed; just bring the matter with you.',
  kind: { home: 'deputies’ home', station: 'contact station', point: 'contact point' },
  address: 'Address',
  hours: 'Open',
  phone: 'Telephone',
  head: 'Station head',
  liaison: 'Liaison',
  parent: 'Belongs to',
  points: 'Contact points',
  next: 'Next six reception days',
  nextShort: 'Next reception',
  rules: 'Reception rules',
  deputies: 'Deputies of this station',
  service: 'Area served',
  past: 'Past reception days',
  held: 'held',
  notHeld: (reason) => `not held: ${reason}`,
  notRecorded: 'not recorded whether it was held',
  visitors: (n) => `${several(n, 'visitor')}`,
  heard: 'What was heard',
  onDuty: (names) => `On duty: ${names}`,
  dutyLater: (days) => (days === 0 ? 'Deputies on duty are named on the day' : `Deputies on duty are named ${several(days, 'day')} before`),
  dutyMissing: 'Deputies on duty have not been named yet',
  moved: (planned, holiday) => `Moved from ${weekdayName(planned)}, ${fullDate(planned)}: ${holiday ?? 'day off'}`,
  provisional: 'provisional',
  provisionalNote: 'Provisional: the public holidays of that year have not been announced, so the date may change.',
  noDays: 'No reception days are set; please telephone.',
  skipped: 'No reception on these days',
  skippedHoliday: (holiday) => `${holiday ?? 'day off'}, left out`,
  notAccepted: 'What a station does not take on',
  notAcceptedText:
    'A station does not take on matters that are before a court, in arbitration or in administrative review. Deputies do not settle matters themselves; what they hear goes to the unit concerned, and what becomes of it is public.',
  elsewhere: 'For these, turn directly to',
  icsStation: 'Reception days for your calendar (.ics)',
  icsDeputy: 'Reception days for your calendar (.ics)',
  icsAll: 'All dates for your calendar (.ics)',
  icsTitle: (station) => `Reception day at ${station}`,
  icsOnDuty: (deputy, station) => `${deputy} receives voters at ${station}`,
  icsCalledOff: (title) => `Cancelled: ${title}`,
  icsOfStation: (station) => `Reception days at ${station}`,
  icsOfDeputy: (deputy) => `Reception days of ${deputy}`,
  icsOfSite: (site) => `Calendar of ${site}`,
  icsHow: 'Open the file to import it. Subscribe to its address in a calendar program, and changes follow by themselves.',
  board: 'Poster for the notice board (A3)',
  cards: 'Contact cards of these deputies (A4, eight to a sheet)',
  boardOf: (station) => `Notice board of ${station}`,
  boardHow: 'To print: A3 paper, no margins. Print again when the reception days have passed.',
  boardDays: 'When to come',
  boardScan: 'Scan to see the newest reception days, or to write to a deputy',
  boardImprint: (operator, phone, date) => `${operator}, telephone ${phone}, records of ${date}; scan for the newest dates`,
  openOn: (hours) => `Open ${hours}`,
  kioskNote: 'Touch screens in service halls can open a version with large buttons',
  week: (week, day) => (week === 'each' ? `every ${day}` : week === 'last' ? `the last ${day}` : `the ${ordinal(week)} ${day}`),
  months: { all: 'Each month, ', odd: 'In odd months, ', even: 'In even months, ' },
  someMonths: (months) =>
    `In ${months
      .split('、')
      .map((month) => englishMonth(Number(month)))
      .join(', ')}, `,
  monthDays: (days) =>
    `the ${days
      .split('、')
      .map((day) => ordinal(Number(day)))
      .join(', ')}`,
  everyWeek: (day) => `Every ${day}`,
  weekdayOf: englishWeekday,
  hoursOf: (from, to) => `${from}–${to}`,
  ifHoliday: {
    weekLater: 'a week later if it is a holiday',
    nextWorkingDay: 'on the next working day if it is a holiday',
    cancelled: 'left out if it is a holiday',
  },
  year: (date) => date.slice(0, 4),
  calendar: 'Calendar',
  calendarLead: 'Reception days, sessions of the people’s congress, and planned matters with a fixed date.',
  calendarUntil: 'Reception days are listed for two months; later ones stand on the page of each station.',
  calendarKind: { reception: 'reception day', session: 'session', election: 'election day' },
  calendarEmpty: 'Nothing has a fixed date yet.',
  month: (month) => `${englishMonth(Number(month.slice(5)))} ${month.slice(0, 4)}`,
  untilDate: (date) => `until ${fullDate(date)}`,
  planFrom: (title) => `from “${title}”`,
};
