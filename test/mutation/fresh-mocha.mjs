import { createRequire } from "node:module";
import { sep } from "node:path";
import { createMochaTestRunner } from "@stryker-mutator/mocha-runner";

const { cache } = createRequire(import.meta.url);

/** Forgets the modules of the project, and with them what they hold from the mutant before; libraries stay. */
const forget = () => {
  const own = ["src", "test"].map((folder) => process.cwd() + sep + folder + sep);
  for (const file of Object.keys(cache))
    if (own.some((folder) => file.startsWith(folder))) delete cache[file];
};

/**
 * Stryker's runner for Mocha, which starts a process wherever modules must be loaded anew, at a second or more each.
 * This loads them anew in its own process, and does so for every mutant.
 */
function freshMocha(injector) {
  const runner = createMochaTestRunner(injector);
  const [init, mutantRun] = [runner.init.bind(runner), runner.mutantRun.bind(runner)];
  return Object.assign(runner, {
    capabilities: () => ({ reloadEnvironment: true }),
    init: async () => {
      await init();
      const { mocha } = runner;
      // import() would keep the modules for good
      mocha.loadFilesAsync = async () => mocha.loadFiles();
    },
    mutantRun: async (options) => {
      forget();
      await runner.init();
      runner.loadedEnv = false;
      return mutantRun(options);
    },
  });
}
freshMocha.inject = createMochaTestRunner.inject;

export const strykerPlugins = [{ kind: "TestRunner", name: "fresh-mocha", factory: freshMocha }];
