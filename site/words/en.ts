/** English, for the groups of words that pages below `/en/` use. The rest of the site is in Chinese. */
import { find } from './en/find.ts';
import { frame } from './en/frame.ts';
import { deputies } from './en/deputies.ts';
import { following } from './en/following.ts';
import { home } from './en/home.ts';
import { messages } from './en/messages.ts';
import { offline } from './en/offline.ts';
import { places } from './en/places.ts';
import { problems } from './en/problems.ts';
import { ratings } from './en/ratings.ts';
import { states } from './en/states.ts';
import { stations } from './en/stations.ts';
import { writing } from './en/writing.ts';
import { englishDates as dates } from './english-dates.ts';
import type { Words } from './words.ts';

/** Groups without English: their pages exist in Chinese only, so their words never appear below `/en/`. */
type ChineseOnly =
  | 'about'
  | 'kiosk'
  | 'duties'
  | 'dutyLog'
  | 'dutyReports'
  | 'proposals'
  | 'promises'
  | 'numbers'
  | 'messageNumbers'
  | 'follow'
  | 'news'
  | 'press'
  | 'units'
  | 'search'
  | 'data'
  | 'reportError';

export const en: Omit<Words, ChineseOnly> = {
  dates,
  frame,
  states,
  home,
  find,
  deputies,
  places,
  stations,
  messages,
  writing,
  following,
  ratings,
  offline,
  problems,
};
