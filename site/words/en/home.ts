/** The home page. */
import type { Words } from '../words.ts';
import { several } from '../english-dates.ts';

export const home: Words['home'] = {
  slogan: 'Every voice gets an answer',
  lead: (place) =>
    `Who the people’s congress deputies of ${place} are, what they proposed, how the government replied, and whether what was promised was done: it is all here. Records are shown in Chinese, as written.`,
  seek: 'Which community or village do you live in?',
  seekButton: 'Find my deputy',
  towns: 'By town or street office',
  replies: 'Proposals and replies',
  repliesNote: 'On the left a deputy’s proposal, on the right the reply of the unit that must act. What has no reply is listed too.',
  repliesMore: 'All proposals and replies',
  voiceProposal: 'Proposal',
  voiceReply: 'Reply',
  waiting: 'Waiting for a reply',
  waitingLate: 'Overdue: no reply yet',
  dueBy: (date) => `Reply due by ${date}`,
  numbers: 'Promises and deadlines',
  numbersNote: 'Every promise in a reply is followed to its end. All numbers are computed from public records.',
  promisesKept: 'Promises kept',
  promisesOpen: 'Promises open',
  promisesOverdue: 'Promises overdue',
  unanswered: 'Proposals overdue for a reply',
  ofPromises: (n) => `of ${several(n, 'promise')}`,
  ofRunning: (n) => `of ${n} being handled`,
  numbersMore: 'How many were answered, how fast, and how many were solved',
  promisesMore: 'See every promise',
  days: 'Next reception days',
  daysMore: 'Full calendar',
  reports: 'Latest duty reports',
  reportsMore: 'All duty reports',
  announcements: 'Announcements',
  announcementsMore: 'All announcements',
  how: 'How a matter gets its answer',
  chain: [
    { title: 'Message', text: 'You write to a deputy, or speak to them on a reception day.' },
    { title: 'Proposal', text: 'The deputy answers you; what concerns many people becomes a proposal to the congress.' },
    { title: 'Assignment and reply', text: 'The congress assigns it to a unit, which must reply in writing within three months, at most six.' },
    { title: 'Promise and feedback', text: 'What the reply promises, and by when, is noted item by item; the deputy says whether it satisfies.' },
    { title: 'Duty report and rating', text: 'The deputy reports to the voters, who rate the report with one-time codes. Results are public.' },
  ],
};
