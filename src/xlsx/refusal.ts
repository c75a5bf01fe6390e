import type { FileIssue } from "./issues";

/** Ends the reading of a file from anywhere within this folder; openXlsx turns it into its issue. */
export class Refusal extends Error {
  constructor(readonly issue: FileIssue) {
    super(issue.code);
  }
}

export const refuse = (issue: FileIssue): never => {
  throw new Refusal(issue);
};
