/** The desk's pages, by who may use them. A page that is not the person's is not offered; the API would refuse it anyway. */
import type { DeskAct } from '../../db/domain/desk-rules.ts';
import { deskWords } from '../words/zh-Hans/desk.ts';

type Entry = { href: string; label: string; act?: DeskAct };

const { nav } = deskWords;
const ENTRIES: readonly Entry[] = [
  { href: '/desk/', label: nav.home },
  { href: '/desk/messages/', label: nav.messages, act: 'read-messages' },
  { href: '/desk/submissions/', label: nav.submissions, act: 'work-messages' },
  { href: '/desk/deputies/', label: nav.deputies, act: 'work-messages' },
  { href: '/desk/notices/', label: nav.notices, act: 'read-senders' },
  { href: '/desk/ratings/', label: nav.ratings, act: 'see-ratings' },
  { href: '/desk/matters/', label: nav.matters, act: 'read-messages' },
  { href: '/desk/errors/', label: nav.errors, act: 'work-messages' },
  { href: '/desk/templates/', label: nav.templates, act: 'edit-templates' },
  { href: '/desk/exports/', label: nav.exports, act: 'export-messages' },
  { href: '/desk/audit/', label: nav.audit, act: 'read-audit' },
  { href: '/desk/staff/', label: nav.staff, act: 'manage-staff' },
];

export const deskNavigation = (acts: readonly DeskAct[]): Entry[] => ENTRIES.filter(({ act }) => act === undefined || acts.includes(act));
