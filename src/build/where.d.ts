/** The places that a text names, such as `taskpane.1a2b3c4d.js:1:2345`, one a line, each with its source. */
export function where(text: string, folder?: string): string[];
