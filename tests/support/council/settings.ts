/** The settings of a converted site, and the few records that everything hangs on. */
import { topicsOf, type RecordFile } from './convert.ts';
import type { Source } from './source.ts';
import { usualDeadlines } from '../usual-deadlines.ts';

export function settingsFile(source: Source): RecordFile[] {
  const county = source.councillors[0]?.county ?? '';
  return [
    {
      path: 'site/site.md',
      fields: {
        schemaVersion: 1,
        name: `${county}議會建議與答覆`,
        place: county,
        congress: 'congresses:council',
        operator: { name: '資料轉換', address: '無', phone: '無', hours: '無' },
        licence: 'CC0-1.0',
        recordLanguage: 'zh-Hant',
        answerTargetDays: 30,
        maximumSeats: 20,
        deadlines: usualDeadlines('僅供計算示範，原始資料沒有日期'),
        resultClasses: [
          { letter: 'A', class: 'solved', label: '已解決', meaning: '原始資料沒有類別' },
          { letter: 'B', class: 'inProgress', label: '辦理中', meaning: '原始資料沒有類別' },
        ],
        visibility: { direct: ['gender', 'party', 'biography'], indirect: ['photo'] },
        topics: topicsOf(source),
        canDo: ['提出建議'],
        cannotDo: ['直接處理個案'],
      },
      body: '由公開的議會資料轉換而成，文字照錄。',
    },
    {
      path: 'congresses/council.md',
      fields: { name: `${county}議會`, shortName: '縣議會', level: 'county', area: 'areas:county', between: 'standingCommittee' },
      body: '',
    },
    { path: 'areas/county.yaml', fields: { name: county, kind: 'county' } },
    { path: 'units/government.md', fields: { name: `${county}政府`, shortName: '縣政府', kind: 'government', area: 'areas:county' }, body: '' },
  ];
}
