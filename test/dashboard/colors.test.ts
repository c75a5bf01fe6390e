import { DONE, DUE, INKS } from "../../src/dashboard";

type Rgb = [number, number, number];

const rgbOf = (color: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as Rgb;
/** Light as it is, by IEC 61966-2-1. */
const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const linearOf = (color: string): Rgb => rgbOf(color).map(linear) as Rgb;
const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** CIE L*, 0 black to 100 white: what a grey print keeps. */
const lightness = (y: number): number => (y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y);
const greyOf = (color: string): number => lightness(luminance(linearOf(color)));

/** By WCAG 2. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(linearOf(a)), luminance(linearOf(b))].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const times = (matrix: readonly Rgb[], v: Rgb): Rgb =>
  matrix.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as Rgb;

/** What the colour-blind see, at full severity, by Machado, Oliveira and Fernandes 2009; of linear light. */
const SEEN: Readonly<Record<string, readonly Rgb[]>> = {
  everyone: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const TO_XYZ: readonly Rgb[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE: Rgb = [0.95047, 1, 1.08883];

/** CIE L*a*b*. */
function lab(light: Rgb): Rgb {
  const clipped = light.map((channel) => Math.min(1, Math.max(0, channel))) as Rgb;
  const [x, y, z] = times(TO_XYZ, clipped).map((value, i) => {
    const t = value / WHITE[i]!;
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
  }) as Rgb;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const apart = (a: string, b: string, sees: readonly Rgb[]): number => {
  const [one, other] = [a, b].map((color) => lab(times(sees, linearOf(color))));
  return Math.hypot(...one!.map((value, i) => value - other![i]!));
};

const ids = Object.keys(INKS);
const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const));
const colorOf = (id: string): string => INKS[id]!.color;

test.each(pairs)("in grey %s and %s differ in lightness", (a, b) =>
  expect(Math.abs(greyOf(colorOf(a)) - greyOf(colorOf(b)))).toBeGreaterThanOrEqual(9),
);

test("those that lie beside each other differ more in grey", () =>
  ids
    .slice(1)
    .forEach((id, i) =>
      expect(Math.abs(greyOf(colorOf(id)) - greyOf(colorOf(ids[i]!)))).toBeGreaterThanOrEqual(10),
    ));

test.each(ids)("in grey %s differs from white paper as from another mark", (id) =>
  expect(greyOf("#FFFFFF") - greyOf(colorOf(id))).toBeGreaterThanOrEqual(10),
);

test.each(Object.keys(SEEN))("with %s all can be told apart", (who) => {
  for (const [a, b] of pairs)
    expect([a, b, apart(colorOf(a), colorOf(b), SEEN[who]!) >= 15]).toEqual([a, b, true]);
});

test("a number on its mark can be read", () => {
  for (const { color, label } of Object.values(INKS))
    expect(contrast(color, label)).toBeGreaterThanOrEqual(4.5);
});

test("a number beside its mark can be read", () => {
  for (const { label } of [DONE, DUE]) expect(contrast("#FFFFFF", label)).toBeGreaterThanOrEqual(4.5);
});

test("what is done and what is due differ in grey and to the colour-blind", () => {
  expect(Math.abs(greyOf(DONE.color) - greyOf(DUE.color))).toBeGreaterThanOrEqual(30);
  for (const sees of Object.values(SEEN))
    expect(apart(DONE.color, DUE.color, sees)).toBeGreaterThanOrEqual(40);
});
