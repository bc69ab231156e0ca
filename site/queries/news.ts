/** What happened, in words, and who is told: by unit, topic, session, deputy. */
import { newsOf, type News } from '../../db/domain/news.ts';
import { splitRef, type CivilDate } from '../../db/domain/record-fields.ts';
import { find } from '../../db/domain/records.ts';
import { isGrade, isResultClass } from '../../db/domain/result-class.ts';
import { addDays } from '../../db/domain/civil-date.ts';
import { zhHans } from '../words/zh-Hans.ts';
import { oncePer, type County } from './county.ts';

/** `label` is what kind of thing it is, `text` a whole sentence, `path` the page of the record. */
export type NewsEntry = News & { label: string; text: string; path: string };

const FOLDERS: Readonly<Record<string, string>> = {
  proposals: 'proposals',
  announcements: 'announcements',
  decisions: 'decisions',
  reports: 'reports',
};

/** Everything that ever happened, newest first. */
export const allNews = oncePer((county): NewsEntry[] =>
  newsOf(county.records, county.days, county.today).map((item) => ({
    ...item,
    label: zhHans.news.label[item.kind],
    text: textOf(county, item),
    path: `/${FOLDERS[splitRef(item.ref).kind] ?? ''}/${splitRef(item.ref).id}/`,
  })),
);

function textOf({ records }: County, { kind, units, what = '' }: News): string {
  const { states, news } = zhHans;
  const names = units.map((unit) => find(records, 'units', unit)?.shortName ?? '').filter(Boolean);
  const said = isResultClass(what) ? states.result[what] : isGrade(what) ? states.grade[what] : what;
  const text = news.sentence[kind](names.join('、'), said);
  return /[。！？]$/.test(text) ? text : `${text}。`;
}

/** What happened after `days` days ago, up to today. */
export const newsSince = (county: County, days: number): NewsEntry[] => allNews(county).filter(({ on }) => on > addDays(county.today, -days));

/** The first day of the week that the press page tells: seven days with today. */
export const weekBegin = ({ today }: County): CivilDate => addDays(today, -6);
