/** A text as part of a file's name; Windows forbids some signs in them. */
export const fileName = (text: string): string => text.replace(/[\\/:*?"<>|\s]+/g, "-");
