/** Following a message by its receipt code, and what its sender may still do. */
import { englishDates, several } from '../english-dates.ts';
import type { Words } from '../words.ts';

const { fullDate } = englishDates;

export const following: Words['following'] = {
  by: { sender: 'you', clerk: 'the office', moderator: 'a reviewer', deputy: 'the deputy', job: 'automatically' },
  publication: { no: 'not public', waiting: 'you agreed; it waits for review', published: 'published', hidden: 'published, then hidden' },
  choices: {
    chase: {
      title: 'Ask for the answer',
      text: 'The expected date has passed. One tap puts it on the office’s list. You can do this once.',
      button: 'Please answer soon',
    },
    add: { title: 'Add a sentence', text: 'If there is news: five times at most, 500 characters each.', button: 'Add it' },
    photos: { title: 'Add photographs', text: '', button: '' },
    appeal: { title: 'You do not agree', text: 'Somebody else will look at it once more. You can ask once.', button: 'Ask for a review' },
    unpublish: {
      title: 'No longer public',
      text: 'It leaves the site at once. What others have copied is beyond our reach.',
      button: 'Take the consent back',
    },
    withdraw: {
      title: 'Withdraw it',
      text: 'Nobody works on it any more; name, contact and photographs are erased at once. This cannot be undone.',
      button: 'Withdraw',
    },
    eraseContact: {
      title: 'Erase name and contact',
      text: 'At once, with the notices still to be sent. You can then follow it by the code only.',
      button: 'Erase the contact',
    },
    eraseAll: {
      title: 'Erase everything',
      text: 'Title, text, additions, photographs, name and contact, at once; if it is under way it is withdrawn. Only that there was a message, and its dates, remain. This cannot be undone.',
      button: 'Erase everything',
    },
  },
  answersTo: {
    reply: {
      answered: 'Yes, and it answered my question',
      replyNoAnswer: 'A reply, but not an answer',
      acknowledgement: 'Only that it had arrived',
      notNeeded: 'I need no answer any more',
      no: 'No',
    },
    solved: { solved: 'Yes', partly: 'In part', no: 'No; please take it up again' },
  },
  survey: { reply: 'Did you get an answer?', solved: 'Is it really solved?' },
  surveyText: {
    reply: 'You wrote two weeks ago. All answers together are published, never who you are.',
    solved: 'It was closed four weeks ago. If it is not solved, it is taken up again.',
  },
  surveySend: 'Tell us',
  yours: 'What you wrote',
  erased: 'The text was erased as you wished.',
  additions: 'What you added',
  photos: (n) => several(n, 'photograph'),
  chased: (date) => `You asked for the answer on ${fullDate(date)}.`,
  contactKept: 'name or contact are still kept',
  contactGone: 'no name or contact is kept',
  visible: 'Publication',
  contact: 'Contact',
  nowWith: (name) => `now with ${name}`,
  becameProposal: 'It became a proposal',
  seeProposal: 'See the proposal',
  todo: 'You can still',
  mind: 'If you change your mind',
  addition: 'What you want to add',
  reason: 'Why (optional)',
  sure: 'Please confirm once more',
  done: {
    chase: 'You asked for the answer.',
    add: 'It was added.',
    appeal: 'The review was asked for.',
    unpublish: 'It is no longer public.',
    withdraw: 'It is withdrawn.',
    eraseContact: 'Name and contact are erased.',
    eraseAll: 'Everything is erased.',
    survey: 'Thank you for telling us.',
  },
  lost: 'Lost the code?',
  lostTitle: 'Get a new code',
  lostLead:
    'If you left a telephone number or an e-mail address, a new code can be sent there. If not, it cannot be recovered; please write again or come to a station.',
  lostContact: 'The number or address you left',
  lostSend: 'Send a new code',
  lostDone: 'If there is a message with this contact, a new code is on its way to it, usually within minutes.',
  lostDoneText:
    'To protect those who write, this answer is the same in every case. Nothing came? Check the contact, or try again tomorrow: once a day for each message.',
};
