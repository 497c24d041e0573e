/** Parts of a detector that say what it is and are its tests, not how it works. */
const DESCRIPTIONS = ["examples", "legal", "sources", "title"];

/** Mutation testing of check digits and detectors: `npm run mutation`. Not part of CI: it takes most of an hour. */
export default {
  mutate: ["packages/patterns/src/{checksums,detectors}/*.ts", "!**/*.test.ts", "!**/index.ts"],
  ignorers: ["descriptions"],
  plugins: ["@stryker-mutator/vitest-runner", import.meta.resolve("./stryker.config.mjs")],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  ignorePatterns: [
    "/examples",
    "/out",
    "/packages/*/{bundle,dist}",
    "/packages/{cli,core,redactor}/{bin,src}",
    "/tests/*/",
  ],
  concurrency: 1,
  reporters: ["clear-text", "progress", "json"],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: "coverage/mutation.json" },
  tempDirName: "coverage/stryker",
  thresholds: { high: 90, low: 85, break: 85 },
};

export const strykerPlugins = [
  {
    kind: "Ignore",
    name: "descriptions",
    value: {
      shouldIgnore: ({ node, parent }) =>
        node.type === "ObjectProperty" && parent?.type === "ObjectExpression" && DESCRIPTIONS.includes(node.key.name)
          ? "describes the detector"
          : undefined,
    },
  },
];
