const Sequencer = require("@jest/test-sequencer").default;

/** Folders whose files take longest, as parts of their paths. */
const LONG = ["/sweep/", "/build.test", "/e2e/", "/contract/", "/integration/", "/plain/", "/exchange/"];

/** Without times of an earlier run, as in CI, the files begin first that take long, so that no processor waits for the last. */
module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    const rank = ({ path }) => {
      const at = LONG.findIndex((part) => path.includes(part));
      return at < 0 ? LONG.length : at;
    };
    return [...sorted].sort((a, b) => rank(a) - rank(b));
  }
};
