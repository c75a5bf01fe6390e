/** Excel's error codes that this host can answer. Source: Office.js documentation, "Excel.ErrorCodes". */
const ERRORS = {
  AccessDenied: { status: 403, message: "You cannot perform the requested operation." },
  ApiNotFound: { status: 404, message: "The API you are trying to use could not be found." },
  GeneralException: { status: 500, message: "There was an internal error while processing the request." },
  InsertDeleteConflict: {
    status: 400,
    message: "The insert or delete operation attempted resulted in a conflict.",
  },
  InvalidArgument: { status: 400, message: "The argument is invalid or missing or has an incorrect format." },
  InvalidObjectPath: { status: 400, message: "The object path is for a null object." },
  InvalidOperationInCellEditMode: { status: 400, message: "Excel is in cell-editing mode." },
  InvalidSelection: { status: 400, message: "The current selection is invalid for this operation." },
  InvalidReference: { status: 400, message: "This reference is not valid for the current operation." },
  InvalidOperation: { status: 400, message: "The operation attempted is invalid on the object." },
  ItemAlreadyExists: { status: 409, message: "The resource being created already exists." },
  ItemNotFound: { status: 404, message: "The requested resource doesn't exist." },
  NonBlankCellOffSheet: {
    status: 400,
    message:
      "Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
  },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** Ends a request the way Excel does; `what` names the member or argument. */
export class HostError extends Error {
  readonly status: number;
  /** where it was raised, such as `Range.values` */
  location?: string;

  constructor(
    readonly code: ErrorCode,
    what?: string,
  ) {
    super(what ? `${ERRORS[code].message} (${what})` : ERRORS[code].message);
    this.status = ERRORS[code].status;
  }
}
