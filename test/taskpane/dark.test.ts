import { type HostTheme, isDark, luminance } from "../../src/taskpane/dark";

test.each([
  ["#000000", 0],
  ["#FFFFFF", 1],
  ["#ff0000", 0.2126],
])("luminance of %s is %d", (hex, expected) => expect(luminance(hex)).toBeCloseTo(expected, 4));

test.each(["", "white", "#FFF"])("%j is no colour it reads", (text) => expect(luminance(text)).toBeNull());

test.each<[string, HostTheme | undefined, boolean, boolean]>([
  ["follows the system when the host says nothing", undefined, true, true],
  ["follows the system when the host's colour cannot be read", { bodyBackgroundColor: "" }, false, false],
  ["follows a dark host on a light system", { bodyBackgroundColor: "#262626" }, false, true],
  ["follows a light host on a dark system", { bodyBackgroundColor: "#FFFFFF" }, true, false],
  [
    "takes the host's word before its colour",
    { isDarkTheme: false, bodyBackgroundColor: "#000000" },
    true,
    false,
  ],
])("%s", (_, host, system, dark) => expect(isDark(host, system)).toBe(dark));
