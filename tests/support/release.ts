import { releaseShape, type Release } from '../../db/domain/release.ts';
import { tasksShape } from '../../db/domain/tasks.ts';

/** A small release as functions read it: two deputies (one former), a station, an area, reports of several states. */
export const testRelease: Release = releaseShape.parse({
  schemaVersion: 1,
  id: '20261122-080000-abcdef',
  builtAt: '2026-11-22T08:00:00+08:00',
  asOf: '2026-11-22',
  sample: true,
  site: {
    name: '测试县人大代表之声',
    operator: { name: '测试县人大常委会办公室', phone: '0000-1234567' },
    answerTargetDays: 30,
    minimumForPercentages: 10,
    ratingWithUnknown: false,
  },
  items: [
    {
      kind: 'people',
      id: 'lin-xiaohe',
      title: '林小禾',
      status: 'active',
      active: true,
      mandates: [
        { id: 'county-18', title: '县十八届', status: 'inOffice', active: true },
        { id: 'town-9', title: '镇九届', status: 'resigned', active: false },
      ],
    },
    {
      kind: 'people',
      id: 'gu-yuan',
      title: '顾远',
      status: 'former',
      active: false,
      mandates: [{ id: 'county-17', title: '县十七届', status: 'termEnded', active: false }],
      writeTo: ['people:lin-xiaohe', 'stations:qinghe'],
    },
    {
      kind: 'people',
      id: 'zhou-an',
      title: '周安',
      status: 'active',
      active: true,
      mandates: [{ id: 'county-18', title: '县十八届', status: 'inOffice', active: true }],
    },
    { kind: 'proposals', id: 'p-17-4-002', title: '关于将3路公交车延伸的建议', status: 'closed', over: true },
    { kind: 'proposals', id: 'p-road', title: '关于修路的建议', status: 'replied' },
    { kind: 'proposals', id: 'p-over', title: '关于桥的建议', status: 'closed', over: true },
    { kind: 'units', id: 'jiaotong', title: '县交通运输局' },
    { kind: 'people', id: 'shen-mo', title: '沈陌', status: 'former', active: false, mandates: [] },
    { kind: 'stations', id: 'qinghe', title: '清禾代表联络站' },
    { kind: 'areas', id: 'qinghe-community', title: '清禾社区' },
    { kind: 'proposals', id: 'p-1', title: '关于修桥的建议', status: 'assigned' },
    { kind: 'reports', id: 'report-1', title: '述职报告一', status: 'published' },
    { kind: 'reports', id: 'report-2', title: '述职报告二', status: 'published' },
    { kind: 'reports', id: 'report-draft', title: '未公开的报告', status: 'drafting' },
    ...Array.from({ length: 12 }, (_, place) => ({ kind: 'reports', id: `report-x${place}`, title: `述职报告其${place}`, status: 'published' })),
  ],
});

/** What awaits the deputy of that release. */
export const testTasks = tasksShape.parse({
  schemaVersion: 1,
  asOf: '2026-11-22',
  feedback: [
    { reply: 'r-1', proposal: 'p-1', number: '第1号', title: '关于修路的建议', unit: '县交通运输局', repliedOn: '2026-11-10', due: '2026-12-01' },
  ],
  promises: [
    {
      promise: 'r-0/road',
      proposal: 'p-0',
      number: '第0号',
      title: '关于路灯的建议',
      what: '装好路灯',
      unit: '县交通运输局',
      due: '2026-10-01',
      standing: 'kept',
    },
  ],
  activities: [{ activity: 'a-1', title: '走访选民', from: '2026-11-01', disputed: false }],
  reports: [{ report: 'report-draft', title: '述职报告', from: '2026-01-01', to: '2026-12-31' }],
});

/** The twin of one proposal's page: replied to, with a promise that was kept and judged. */
export const testProposalTwin = {
  replies: [
    {
      id: 'r-1',
      proposal: 'proposals:p-road',
      unit: 'units:jiaotong',
      role: 'independent',
      round: 1,
      repliedOn: '2026-11-10',
      interim: false,
      result: { class: 'inProgress' },
      upgrades: [],
      fulfils: [],
      feedback: { given: true, on: '2026-11-12', attitude: 'satisfied', result: 'satisfied' },
      promises: [
        {
          id: 'road',
          what: '修好',
          due: '2026-11-15',
          events: [{ kind: 'kept', on: '2026-11-14', evidence: '验收' }],
          verdicts: [{ on: '2026-11-16', by: 'people:lin-xiaohe/county-18', verdict: 'partly' }],
        },
      ],
      body: '',
    },
  ],
};
