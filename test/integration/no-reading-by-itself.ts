/** To be imported first: the add-in does not read the workbook by itself, so that each request is of what a test does. */
jest.mock("../../src/commands/burst", () => ({ burst: () => () => undefined }));
