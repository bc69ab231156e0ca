/** Everything that the site says in Simplified Chinese, grouped as the pages are. Record texts are not here. */
import { about } from './zh-Hans/about.ts';
import { deputies } from './zh-Hans/deputies.ts';
import { frame } from './zh-Hans/frame.ts';
import { home } from './zh-Hans/home.ts';
import { places } from './zh-Hans/places.ts';
import { states } from './zh-Hans/states.ts';
import { stations } from './zh-Hans/stations.ts';

export const zhHans = { frame, states, home, deputies, places, stations, about };
