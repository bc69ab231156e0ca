/** Rating a duty report with a one-time code. */
import type { Words } from '../words.ts';

export const ratings: Words['ratings'] = {
  grades: { satisfied: 'satisfied', basicallySatisfied: 'basically satisfied', dissatisfied: 'dissatisfied', unknown: 'cannot say' },
  sections: {
    duties: 'Performing a deputy’s duties',
    sessions: 'Attending sessions and activities',
    contact: 'Keeping in touch with voters',
    study: 'Study and surveys',
    deeds: 'Practical deeds',
  },
  title: (report) => `Rating: ${report}`,
  heading: 'Rate this duty report',
  lead: 'With the rating code on your paper: one code, one vote. The system does not record who used which code, nor when.',
  read: 'Read the report first',
  openUntil: (moment) => `Rating ends on ${moment}.`,
  soFar: (n) => ` At least ${n} people have taken part so far.`,
  code: 'Rating code',
  codeHint: '24 characters in six groups; capitals, spaces and hyphens do not matter',
  overall: 'Overall',
  bySection: 'By section (optional)',
  comment: 'A comment (optional)',
  commentHint: 'At most 500 characters; published only after review, kept apart from your grades, without effect on the count',
  send: 'Send the rating',
  sureHint: 'It cannot be changed afterwards.',
  done: 'Your rating has been counted',
  doneLead: 'Please keep this receipt. It does not show your grades; it only lets you check that your vote was counted.',
  receipt: 'Receipt',
  again: 'The same code cannot be used again.',
  backToReport: 'Back to the duty report',
  notOpen: 'Rating is not open now',
  result: 'See the result',
};
