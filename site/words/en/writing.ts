/** Writing a message: what a writer is told on the way, the look before sending, drafts, photographs. */
import type { Words } from '../words.ts';

const complaint =
  'Dissatisfied with the service of an office? 12345 is usually faster. Where the same happens again and again, writing to a deputy is right.';

export const writing: Words['writing'] = {
  kindNotes: {
    help: 'Say what the difficulty is, which offices you turned to and what they said. In danger call 110, 119 or 120 first.',
    suggestion: 'Say how it is and how it should be. What troubles many, a deputy can make a proposal, which an office must answer in time.',
    question: 'Say which matter or policy you mean. The published messages and proposals may hold the answer already.',
    complaint,
  },
  advice: {
    danger:
      'In danger, please telephone now: 110 police, 119 fire, 120 ambulance; 12356 if you are in despair, somebody will listen. Nobody reads this at once.',
    litigation:
      'Deputies may not concern themselves with a matter before a court, in arbitration or in administrative review; for legal aid call 12348.',
    dispute: 'Deputies cannot judge between people. Turn to the mediation committee of your village or community, or ask 12348 about the law.',
    favour:
      'A deputy cannot ask an office for money, work or places for one person. Please apply there; if you are treated unfairly, write to a deputy.',
    child: 'You may be younger than 14. Please let a parent or another guardian write, or come to a contact station together.',
    health: 'This is about somebody’s health. Say what should be done; names of illnesses need not be there and are taken out before publication.',
    complaint,
  },
  personalData: {
    mobile: 'a mobile number',
    landline: 'a home telephone',
    idNumber: 'an identity number',
    bankCard: 'a bank card number',
    plate: 'a licence plate',
    email: 'an e-mail address',
    passport: 'a passport or permit number',
    account: 'a WeChat or QQ account',
    address: 'a home address',
  },
  joint: ', ',
  toArea: (place) => `This goes to those who represent ${place}: the office passes it to one of them, and you will see to whom.`,
  follow: 'If it becomes a proposal, tell me of it up to the last promise',
  followHint: 'Your contact is then kept until that day. Otherwise it is erased 35 days after the answer.',
  next: 'Next: check it',
  found: (kinds) => `Your text seems to hold ${kinds}. Please take out what need not be there, and what belongs to others.`,
  draftRestored: 'Your unfinished draft is back. It is kept on this device only, and deleted once you send it.',
  draftDrop: 'Delete the draft and begin again',
  reviewTitle: 'Please check it',
  reviewLead: 'It has not been sent yet. Go back to change it; nothing you wrote is lost.',
  adviceTitle: 'Before you send it',
  foundTitle: 'There is personal data in it',
  similarTitle: 'These may be about the same',
  similarText: 'Somebody raised it before, and there may be an answer already. You can still send yours.',
  newWindow: 'opens in a new window',
  proposal: 'proposal',
  message: 'published message',
  yours: 'What you will send',
  notGiven: 'not given',
  isPublic: 'may be published after review',
  notPublic: 'not published: only you and those who handle it see it',
  nameHidden: 'your name is not shown',
  nameShown: 'your name is shown',
  sentOther: 'Another message was sent from this page already. If this is a new one, press “Next” once more; what you wrote is below.',
  edit: 'Go back and change it',
  send: 'Send it',
  target: 'The date is a service target, not a legal deadline.',
  print: 'Print this page',
  photos: 'Add photographs',
  photosText:
    'Three at most. They are made smaller on your device; place, time and model are taken out. Only those who handle it see them, unless a reviewer publishes them. Please show no faces, papers or plates of others.',
  photosChoose: 'Choose photographs',
  photosSending: 'Sending; please keep this page open.',
  photosDone: 'Photographs added: {n}.',
  photosFailed: 'This one was not sent: it may be no photograph, or the network failed. Please try again.',
};
