/** Writes no plan by itself. Imported before whatever writes one. */
jest.mock("../../src/excel", () => ({
  ...jest.requireActual<object>("../../src/excel"),
  writePlan: jest.fn(),
}));
