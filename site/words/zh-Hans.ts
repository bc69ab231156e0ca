/** Everything that the site says in Simplified Chinese, grouped as the pages are. Record texts are not here. */
import { about } from './zh-Hans/about.ts';
import { deputies } from './zh-Hans/deputies.ts';
import { frame } from './zh-Hans/frame.ts';
import { home } from './zh-Hans/home.ts';
import { messages } from './zh-Hans/messages.ts';
import { places } from './zh-Hans/places.ts';
import { ratings } from './zh-Hans/ratings.ts';
import { states } from './zh-Hans/states.ts';
import { stations } from './zh-Hans/stations.ts';

export const zhHans = { frame, states, home, deputies, places, stations, about, messages, ratings };
