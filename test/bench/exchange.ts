import { bureausToServe, fileFor, mergeReport, readIncoming } from "../../src/exchange";
import { loadXlsx } from "../../src/xlsx/libraries";
import { indicatorsOfBureau, parsePeriod } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { compare, ms, ratio, type Section, timed } from "./section";

const PERIOD = "2023年";
const FILES = 40;

const forEach =
  <T>(items: readonly T[], work: (item: T) => Promise<unknown>) =>
  async (): Promise<void> => {
    for (const item of items) await work(item);
  };

const row = (what: string, ours: number, bare: number): string[] => [
  what,
  ms(ours / FILES),
  ms(bare / FILES),
  ratio(ours, bare),
];

/** Files written and read beside the library's own writing and reading of the same files. */
export const exchange: Section = {
  title: `Exchange: per file, ${FILES} files of bureaus with indicators, the library alone with the same workbooks`,
  run: async () => {
    const { Workbook } = await loadXlsx();
    const period = parsePeriod(PERIOD, plan);
    if (!period.ok) throw new Error(PERIOD);
    const now = new Date(0);
    const bureaus = bureausToServe(plan).filter((b) => indicatorsOfBureau(b, plan).length > 0);
    const turns = Array.from({ length: FILES }, (_, i) => bureaus[i % bureaus.length]!);
    const files: Uint8Array[] = [];
    for (const bureau of turns) files.push((await fileFor(plan, bureau, PERIOD, now)).bytes);
    const open = async (bytes: Uint8Array) => {
      const workbook = new Workbook();
      await workbook.xlsx.load(bytes);
      return workbook;
    };
    const opened = await Promise.all(files.map(open));
    // as the library gives and takes whole workbooks: every cell with its style, validations, conditional formats
    const models = opened.map((workbook) => structuredClone(workbook.model));
    const build = (model: (typeof models)[number]) => {
      const workbook = new Workbook();
      workbook.model = model;
      return workbook.xlsx.writeBuffer();
    };
    const expectation = { plan, period: period.value, periodText: PERIOD };
    const incoming = await Promise.all(
      files.map((bytes, i) => readIncoming(`${i}.xlsx`, bytes, expectation)),
    );
    const [writing, building, bareWriting, reading, bareReading] = await compare(
      [
        forEach(turns, (bureau) => fileFor(plan, bureau, PERIOD, now)),
        forEach(models, build),
        forEach(opened, (workbook) => workbook.xlsx.writeBuffer()),
        forEach(files, (bytes) => readIncoming("a.xlsx", bytes, expectation)),
        forEach(files, open),
      ],
      7,
    );
    const report = await timed(() =>
      mergeReport(plan, { form: null, tasks: null, records: [] }, incoming, PERIOD),
    );
    return [
      ["", "ours", "library alone", "ratio"],
      row("lay out, build and write a bureau's workbook", writing!, building!),
      row("the same beside writing one that is built already", writing!, bareWriting!),
      row("read and understand it", reading!, bareReading!),
      [`report on all ${FILES}`, ms(report.ms), "", ""],
    ];
  },
};
