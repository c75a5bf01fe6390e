import { builtInPlan as plan } from "../../../src/plan/built-in";
import { matching } from "../../../src/taskpane/controls/choices";
import { bureauChoices } from "../../../src/taskpane/fill/bureaus";

const choices = bureauChoices(plan);
const texts = (query: string): string[] => matching(query, choices).map(({ text }) => text);

test("nothing typed leaves the whole city and every bureau to choose from", () =>
  expect(texts("")).toEqual([plan.place.whole, ...plan.bureaus.map(({ name }) => name)]));

test.each([
  ["an alias", "市教育体育局", "市教体局"],
  ["part of an alias", "教育体", "市教体局"],
  ["a canonical name with a space", "市 民政局", "市民政局"],
  ["a bureau that is no department of the city", "各县区政府", "各县区人民政府"],
])("%s finds its bureau alone", (_, query, expected) => expect(texts(query)).toEqual([expected]));

test("what no bureau is called finds nothing", () => expect(texts("省")).toEqual([]));
