/** Everything that the site says in Simplified Chinese, grouped as the pages are. Record texts are not here. */
import { chineseDates as dates } from './date-words.ts';
import { about } from './zh-Hans/about.ts';
import { data } from './zh-Hans/data.ts';
import { deputies } from './zh-Hans/deputies.ts';
import { duties } from './zh-Hans/duties.ts';
import { dutyLog } from './zh-Hans/duty-log.ts';
import { dutyReports } from './zh-Hans/duty-reports.ts';
import { find } from './zh-Hans/find.ts';
import { follow } from './zh-Hans/follow.ts';
import { frame } from './zh-Hans/frame.ts';
import { following } from './zh-Hans/following.ts';
import { home } from './zh-Hans/home.ts';
import { kiosk } from './zh-Hans/kiosk.ts';
import { messageNumbers } from './zh-Hans/message-numbers.ts';
import { messages } from './zh-Hans/messages.ts';
import { offline } from './zh-Hans/offline.ts';
import { news } from './zh-Hans/news.ts';
import { numbers } from './zh-Hans/numbers.ts';
import { places } from './zh-Hans/places.ts';
import { press } from './zh-Hans/press.ts';
import { problems } from './zh-Hans/problems.ts';
import { promises } from './zh-Hans/promises.ts';
import { proposals } from './zh-Hans/proposals.ts';
import { ratings } from './zh-Hans/ratings.ts';
import { reportError } from './zh-Hans/report-error.ts';
import { search } from './zh-Hans/search.ts';
import { states } from './zh-Hans/states.ts';
import { stations } from './zh-Hans/stations.ts';
import { units } from './zh-Hans/units.ts';
import { writing } from './zh-Hans/writing.ts';

export const zhHans = {
  dates,
  frame,
  states,
  home,
  find,
  follow,
  deputies,
  places,
  stations,
  kiosk,
  about,
  duties,
  dutyLog,
  dutyReports,
  messages,
  messageNumbers,
  writing,
  following,
  ratings,
  proposals,
  promises,
  numbers,
  news,
  press,
  units,
  reportError,
  search,
  data,
  offline,
  problems,
};
