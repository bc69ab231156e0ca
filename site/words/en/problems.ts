/** Why a form came back, by the codes of the API. */
import type { Words } from '../words.ts';

export const problems: Words['problems'] = {
  whole: {
    fields: { title: 'Something needs a change', detail: 'Please change what is named below and send it again. What you filled in is still there.' },
    badJson: { title: 'This could not be read', detail: 'It is not valid JSON. Please check it and send it again.' },
    badText: { title: 'This could not be read', detail: 'It is not valid UTF-8 text. Please send it again in UTF-8.' },
    badForm: { title: 'This could not be read', detail: 'The form is broken, or a field came twice. Please reload the page and fill it in again.' },
    badKeys: { title: 'This could not be read', detail: 'It holds field names that are not allowed.' },
    unsupportedType: { title: 'It cannot be sent this way', detail: 'Please send plain JSON (application/json) or an ordinary form.' },
    tooLarge: { title: 'This is too long', detail: 'At most 64 KiB can be sent at once. Please shorten the text.' },
    foreignForm: {
      title: 'Please send it from this site',
      detail: 'The request did not come from a page of this site. Please open the form here and fill it in again.',
    },
    notFound: { title: 'There is no such address', detail: 'Please check the address, or begin at the home page.' },
    methodNotAllowed: { title: 'This address is not used this way', detail: 'Please see /api/openapi.json.' },
    badKey: { title: 'The key against sending twice is wrong', detail: 'Please reload the page and send it again.' },
    keyUsedForOtherBody: {
      title: 'This form was sent already',
      detail: 'The same form was sent with something else in it. To send one more, please reload the page and fill it in again.',
    },
    requestInFlight: { title: 'It is being handled', detail: 'The same form is being handled. Please wait a few seconds; do not press again.' },
    tooManyWrongCodes: {
      title: 'Too many wrong codes',
      detail:
        'Too many wrong codes came from this network within a minute. Please check the code and try again in a minute; a right code always works.',
    },
    tooManyMessages: {
      title: 'Too many messages',
      detail: 'Too many messages came from this network. Please try later, or come to a contact station.',
    },
    unavailable: {
      title: 'It cannot be done just now',
      detail: 'The system cannot be reached, and what you filled in was not stored. Please keep this page open and send it again in a few minutes.',
    },
    noRelease: { title: 'The site is being prepared', detail: 'Nothing has been published yet. Please try again in a few minutes.' },
    unexpected: { title: 'Sorry, something went wrong', detail: 'It is not your fault, and the error was noted. Please try again in a few minutes.' },
    recipientNotFound: {
      title: 'There is nobody to write to at this address',
      detail: 'Please begin again from the page of a deputy, a contact station or a place.',
    },
    formerDeputy: {
      title: 'This person is no longer a deputy',
      detail: 'Please write to somebody who serves now. What you wrote is still there; choose another recipient and send it.',
    },
    reportNotFound: { title: 'There is no such duty report', detail: 'Please check the address, or begin at the page of the deputy.' },
    ratingNotPlanned: { title: 'This report is not rated online', detail: 'Please see on the page of the report how it is rated.' },
    ratingNotOpen: {
      title: 'Rating has not begun',
      detail: 'Please come back when it has; the page of the report says when. Keep your rating code safe.',
    },
    ratingClosed: { title: 'Rating has ended', detail: 'Thank you for taking part. The result stands on the page of the report.' },
    ratingVoid: { title: 'This rating was declared void', detail: 'The page of the report says why.' },
    codeNotAccepted: {
      title: 'This rating code cannot be used',
      detail: 'It may be mistyped, used already, or belong to another report. Please compare it with your paper.',
    },
    receiptNotFound: { title: 'No message was found', detail: 'There is no message with this receipt code. Please check the code.' },
    messageMovedOn: {
      title: 'This message has changed',
      detail: 'The office or you yourself changed it in the meantime. Please look at where it stands now.',
    },
    onlyOnce: {
      title: 'This can be asked for once',
      detail: 'The message was looked at again already, and that answer is final. You may write another message or come to a station.',
    },
    receiptNotCounted: {
      title: 'This receipt was not found',
      detail:
        'The ratings of this report do not hold it. Please compare every character, and check that it is this report. If it is still not found, keep the receipt and tell the office.',
    },
    tooManyRequests: { title: 'Too many requests', detail: 'This network address asked too often. Please wait a little and try again.' },
    notNow: {
      title: 'This cannot be done now',
      detail: 'It does not fit where the message stands, or it was done already. Please look at its course.',
    },
    badPhoto: { title: 'This photograph cannot be used', detail: 'Please send a JPEG photograph of at most 300 kB.' },
    tooManyPhotos: { title: 'There are enough photographs', detail: 'A message may hold three.' },
    recordNotFound: { title: 'There is no such record', detail: 'Please check the address, or begin at the home page.' },
    messageNotFound: { title: 'There is no such published message', detail: 'It does not exist, or was not published.' },
    followClosed: {
      title: 'Following by mail is not available here',
      detail: 'You can subscribe with a feed reader, without leaving an address: see /feeds/.',
    },
    followNotFound: {
      title: 'This code cannot be used',
      detail: 'It may be mistyped, already stopped, or was not confirmed within 48 hours. Please check the mail, or follow again.',
    },
    noticeNotWaiting: {
      title: 'This notice is not on the list any more',
      detail: 'It was sent, or erased together with the contact. Please refresh the list.',
    },
    notSample: { title: 'This is not a sample site', detail: 'Sample data can be added only where the content says sample: true.' },
    challengeWrong: {
      title: 'The check failed',
      detail: 'It was wrong, too old, or used before. Please reload the check and send it again. What you filled in is still there.',
    },
  },
  field: {
    required: 'Please fill this in.',
    text: 'Please write some text.',
    tooLong: 'This is too long. Please shorten it.',
    forbiddenCharacter: 'This holds invisible control characters. Please delete them and type the text again instead of pasting it.',
    secret: 'This is not a whole code. It has 24 characters in six groups; please compare it with your paper.',
    grade: 'Please choose a grade.',
    recipient: 'Please choose whom to write to.',
    messageKind: 'Please choose what kind of message it is.',
    yesNo: 'Please choose yes or no.',
    ageConfirmed: 'Please confirm that you are 14 or older. If you are younger, let a guardian write, or come to a contact station.',
    choice: 'There is no such choice. Please choose again.',
    number: 'Please write a whole number.',
    type: 'This has the wrong form.',
    unknownField: 'There is no such field. Please leave it out.',
    challengeWrong: 'The check failed. Please reload it and send the form again.',
    recipientNotFound: 'This deputy, contact station or place was not found.',
    formerDeputy: 'This person is no longer a deputy. Please write to somebody who serves now.',
    codeNotAccepted: 'This rating code cannot be used for this report. Please compare it with your paper.',
    mailAddress: 'This does not look like a mail address. Please give the whole address, for example wang@example.cn.',
    followed: 'There is no such proposal, or these conditions cannot be followed. Please come again from the page of the proposal or list.',
    followNotFound: 'Nothing is followed with this code. Please check the mail.',
    receiptNotFound: 'There is no message with this receipt code. Please check it.',
    verificationOff: 'This site does not check identities. Please leave this out.',
    verificationNeeded: 'A message that is to be public needs a checked identity. Please have yours checked, or keep the message private.',
    receiptNotCounted: 'The ratings of this report do not hold this receipt. Please check it.',
  },
};
