import * as excel from "../../src/excel";

jest.mock("../../src/excel", () => ({
  ...jest.requireActual<typeof excel>("../../src/excel"),
  readHoldings: jest.fn(),
}));

/** What the workbook answers; to be imported before the code that reads it. */
export const read = jest.requireMock<typeof excel>("../../src/excel").readHoldings as jest.MockedFunction<
  typeof excel.readHoldings
>;
