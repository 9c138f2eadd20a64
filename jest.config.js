import { readFileSync } from "node:fs";

const { exports } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
/** What others import by the package's name is its source here: nothing need be built before tests run. */
const published = Object.entries(exports).flatMap(([name, { default: built }]) =>
  built ? [[`^${name.replace(".", "exeat")}$`, built.replace("./dist/", "<rootDir>/").replace(/js$/, "ts")]] : [],
);
const engine = process.env.EXEAT_REQUIRE_ENGINE === "1";

/** @type {import("jest").Config} */
export default {
  testEnvironment: "<rootDir>/scripts/fast-globals.environment.mjs",
  roots: ["<rootDir>/test"],
  testMatch: engine ? ["**/*.engine.test.ts"] : ["**/*.test.ts"],
  testPathIgnorePatterns: engine ? ["/node_modules/"] : ["/node_modules/", "\\.engine\\.test\\.ts$"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/demo-out/"],
  moduleNameMapper: Object.fromEntries(published),
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
  // The modules of every test file stay in a worker's memory, which slows whatever comes after: a full one is started anew.
  workerIdleMemoryLimit: "600MB",
  testTimeout: 120_000,
  // The summary stays last: what was not run is said before it.
  reporters: ["<rootDir>/scripts/not-run.reporter.mjs", "default"],
};
