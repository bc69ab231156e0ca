/** Everything that can be wrong with an official record, by code; functions/words holds a sentence for each. */
export const FAULT_CODES = [
  'unknownKind', 'wrongEnding', 'id', 'innerId', 'duplicateId', 'fileTooLarge', 'notUtf8', 'noFrontMatter', 'notYaml', 'noFields', 'noSite',
  'severalSites', 'keyOfReader', 'fileNotNamed', 'fileMissing', 'namedFileTooLarge', 'notThatFormat', 'missing', 'unknownKey', 'wrongType',
  'wrongValue', 'unknownOption', 'wrongFormat', 'tooLong', 'tooShort', 'tooBig', 'tooSmall', 'brokenCharacter', 'date', 'dateOrUnknown', 'clockTime',
  'months', 'week', 'personName', 'divisionCode', 'photoFile', 'attachmentFile', 'disclosure', 'constituencyOrUnknown', 'unitOrUnknown',
  'areaOrPart', 'ref', 'noSuchRecord', 'cyclicArea', 'cyclicStation', 'areaAboveParent', 'areaWithoutConstituency', 'congressAboveParent', 'betweenOfLevel', 'repeatedInList',
  'endBeforeStart', 'outsideTerm', 'sameTerm', 'termsOverlap', 'sameYear', 'otherYear', 'notWeekend', 'tooManySeats', 'constituencyWithoutArea',
  'constituencyWithoutEmployer', 'predecessorOfSameTerm', 'leaderNotMember', 'ruleWithoutDate', 'notHeldWithoutReason', 'twoMandatesInTerm',
  'constituencyOrElectoralUnit', 'electionOfLevel', 'constituencyOfOtherTerm', 'mandateOutsideTerm', 'eventsOutOfOrder', 'eventAfterEnd',
  'restoredWithoutSuspension', 'moreMandatesThanSeats', 'textNotDisclosed', 'textMissing', 'unknownTopic', 'leadIsCoSigner', 'signerOfOtherTerm',
  'sessionOfOtherTerm', 'outsideSession', 'beforeSubmission', 'mergedIntoItself', 'mergedInCircle', 'lateReturnAccepted', 'extendedTooLate',
  'extendedTwice', 'roundWithoutRehandling', 'roundOfRehandling', 'impossibleEvent', 'impossibleReply', 'replyBeforeProposal',
  'beforeReply', 'unitNotAssigned', 'roleNotAssigned', 'letterOfOtherClass', 'promiseMissing', 'fulfilsOther', 'sameReply', 'audienceOfMandate', 'notYetPublished',
  'dateMissing', 'publishedBeforeReported', 'unknownHeading', 'sectionMissing', 'ballotIssued', 'ballotReturned', 'ballotValid', 'ballotGrades',
  'inspectionForm', 'disputeText', 'heldAndNotHeld', 'quotaSum',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** True where a text is one of the codes. */
export const isFaultCode = (text: string): text is FaultCode => FAULT_CODES.some((code) => code === text);
