/** Ids of a question in the list and of its mark in the table. */
export const questionId = (number: number): string => `question-${number}`;
export const markId = (number: number): string => `mark-${number}`;

/** Shows an element of the pane and gives it the keyboard, once what is being drawn stands there. */
export const jumpTo = (id: string): void =>
  void setTimeout(() => {
    const element = document.getElementById(id);
    element?.scrollIntoView({ block: "center", inline: "nearest" });
    element?.focus({ preventScroll: true });
  });
