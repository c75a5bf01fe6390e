/** The unit tests are Jest's; these are the words of Jest that they use, so that Mocha can run them. */
require("tsx/cjs");
const fc = require("fast-check");
const { bind } = require("jest-each");
const { expect } = require("expect");

// the same cases for every mutant and in every run; what fails is not made smaller
fc.configureGlobal({ seed: 13, endOnFailure: true });

global.expect = expect;
let test;
Object.defineProperty(global, "test", {
  configurable: true,
  get: () => test,
  set: (own) => (test = Object.assign(own, { each: bind(own) })),
});
