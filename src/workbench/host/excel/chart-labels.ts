import type { ChartSeries } from "../../../grid";
import { HostError } from "../errors";
import type { LabelsOf, Property, Table } from "../model";
import { object } from "../object";
import { color } from "./arguments";
import { changeChart, chartOf } from "./chart-state";

const GENERAL = "General";
/** Of a label that was given no other. */
const USUAL_COLOR = "#404040";

const isMeant = ({ series }: LabelsOf, index: number): boolean => series === "all" || series === index;

/** What the series meant have in common; null where they differ. */
function shared<T>(of: LabelsOf, part: (series: ChartSeries) => T): T | null {
  const [first, ...others] = chartOf(of)
    .series.filter((_, i) => isMeant(of, i))
    .map(part);
  return first !== undefined && others.every((other) => other === first) ? first : null;
}

/** @param change undefined takes a part off */
const changeEach = (of: LabelsOf, change: (series: ChartSeries) => Partial<ChartSeries>): void =>
  changeChart(of, {
    series: chartOf(of).series.map((one, i) => (isMeant(of, i) ? { ...one, ...change(one) } : one)),
  });

/** Whether numbers stand beside the marks. */
export const HAS_LABELS: Property<LabelsOf> = {
  read: (of) => shared(of, ({ labelFormat }) => labelFormat !== undefined),
  write: (of, value) =>
    changeEach(of, ({ labelFormat }) =>
      value === true
        ? { labelFormat: labelFormat ?? GENERAL }
        : { labelFormat: undefined, labelColor: undefined },
    ),
};

/** @throws HostError InvalidOperation where there are no labels */
const look = (of: LabelsOf, part: Partial<ChartSeries>): void =>
  changeEach(of, ({ labelFormat }) => {
    if (labelFormat === undefined) throw new HostError("InvalidOperation", "ChartDataLabels of no labels");
    return part;
  });

export const ChartDataLabels: Table<LabelsOf> = {
  members: {
    showValue: HAS_LABELS,
    numberFormat: {
      read: (of) => shared(of, ({ labelFormat = GENERAL }) => labelFormat),
      write: (of, value) => look(of, { labelFormat: String(value) }),
    },
    format: { read: (of) => object("ChartDataLabelFormat", of) },
  },
};

export const ChartDataLabelFormat: Table<LabelsOf> = {
  members: { font: { read: (of) => object("ChartFont", of) } },
};

export const ChartFont: Table<LabelsOf> = {
  members: {
    color: {
      read: (of) => shared(of, ({ labelColor = USUAL_COLOR }) => labelColor),
      write: (of, value) => look(of, { labelColor: color(value) }),
    },
  },
};
