import { defineConfig } from "vitest/config";

/** The tests that run for every mutant: quick ones, and on the sources themselves. */
export default defineConfig({
  test: {
    include: ["packages/patterns/src/{checksums,detectors}/*.test.ts", "packages/patterns/src/detect.test.ts"],
    testTimeout: 5_000,
  },
});
