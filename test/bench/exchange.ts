import { bureausToServe, fileFor, mergeReport, readIncoming } from "../../src/exchange";
import { loadXlsx } from "../../src/exchange/libraries";
import { indicatorsOfBureau, parsePeriod, plan } from "../../src/plan";
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
  title: `Exchange: per file, ${FILES} files of bureaus with indicators; writing includes the layouts`,
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
    const expectation = { plan, period: period.value, periodText: PERIOD };
    const incoming = await Promise.all(
      files.map((bytes, i) => readIncoming(`${i}.xlsx`, bytes, expectation)),
    );
    const [writing, bareWriting, reading, bareReading] = await compare(
      [
        forEach(turns, (bureau) => fileFor(plan, bureau, PERIOD, now)),
        forEach(opened, (workbook) => workbook.xlsx.writeBuffer()),
        forEach(files, (bytes) => readIncoming("a.xlsx", bytes, expectation)),
        forEach(files, open),
      ],
      3,
    );
    const report = await timed(() =>
      mergeReport(plan, { form: null, tasks: null, records: [] }, incoming, PERIOD),
    );
    return [
      ["", "ours", "library alone", "ratio"],
      row("write a bureau's workbook", writing!, bareWriting!),
      row("read and understand it", reading!, bareReading!),
      [`report on all ${FILES}`, ms(report.ms), "", ""],
    ];
  },
};
