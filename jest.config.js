const engine = process.env.EXEAT_REQUIRE_ENGINE === "1";

/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: engine ? ["**/*.engine.test.ts"] : ["**/*.test.ts"],
  testPathIgnorePatterns: engine ? ["/node_modules/"] : ["/node_modules/", "\\.engine\\.test\\.ts$"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/demo-out/"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript" },
          target: "es2023",
          experimental: { keepImportAttributes: true },
        },
        module: { type: "es6" },
      },
    ],
  },
  transformIgnorePatterns: ["/node_modules/", "<rootDir>/gen/"],
  // One less than there are cores would be a single worker on a small machine.
  maxWorkers: "100%",
  testTimeout: 120_000,
  // The summary stays last: what was not run is said before it.
  reporters: ["<rootDir>/scripts/not-run.reporter.mjs", "default"],
};
