/** The section `proof` of the messages: why an act on an issue that is open cannot be done. */
export const proofMessages = {
  noArticle: 'This article is not there any more: the issue has changed meanwhile.',
  blockChanged: 'These words have changed meanwhile: look at them again.',
  noQuestion: 'This question is not open any more.',
  noChoice: 'This answer is not offered any more.',
  supply: 'Write the words first.',
  cannotSay: (words: string) =>
    `No record can say this of “${words}”: it lies too close to another correction, or its words come from no text. Take the other correction back first, or set it in the table of articles.`,
  nothingSet: 'Nothing was changed.',
  notSame: 'None of these questions can be answered in this way.',
  notAside: 'This is not set aside any more.',
  cannotKeep: 'Only whole lines can be kept.',
  recordChanged: 'This record has changed meanwhile: look at it again.',
  keepsChanging: 'Another program writes this file again and again: nothing was written. Try again when it is done.',
  breaksOthers: (line: number) => `The record at line ${line} would not apply any more.`,
  nothingToUndo: 'There is nothing to undo.',
  movedOn:
    'The file has been changed since by somebody else: this step cannot be undone. Take its records back one by one.',
  notWhole: 'This file is not written as blocks of "key: value": change it by hand.',
};
