/** A validation's operators: Excel's name → the name in .xlsx files, which Univer took over. */
export const OPERATORS: Record<string, string> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};

export const operatorOf = (fileName: string | undefined): string | undefined =>
  Object.keys(OPERATORS).find((name) => OPERATORS[name] === fileName);
