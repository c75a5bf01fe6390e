/** What someone pasted, or a range of the workbook. */
export interface Pasted {
  readonly text?: string;
  /** the clipboard's text/html */
  readonly html?: string;
  /** a range as shown, rows × columns; merged cells hold their text in the first */
  readonly cells?: readonly (readonly string[])[];
  /** the clipboard held a picture and no text */
  readonly picture?: boolean;
}

/** Why nothing could be made of it, and what would help, in Chinese. */
export interface Refusal {
  readonly refused: string;
}
