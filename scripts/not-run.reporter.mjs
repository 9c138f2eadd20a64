// Says, before jest's own summary, what this run did not run and why. With EXEAT_REQUIRE_ENGINE=1 a skip is a failure.
import { globSync, writeFileSync } from "node:fs";

export default class NotRunReporter {
  #error;

  onRunComplete(_contexts, results) {
    const engine = process.env.EXEAT_REQUIRE_ENGINE === "1";
    const lines = [];
    if (!engine) {
      const files = globSync("test/**/*.engine.test.ts").sort();
      if (files.length > 0) {
        lines.push(
          `${files.join(", ")}: need OpenTofu, PostgreSQL or an S3 server, which npm does not carry; "npm run test:engine" runs them.`,
        );
      }
    }
    const skipped = results.testResults
      .flatMap((file) => file.testResults)
      .filter((test) => test.status === "pending" || test.status === "todo");
    for (const test of skipped) lines.push(`${test.fullName} (skipped)`);
    if (lines.length > 0)
      console.log(
        `\nNot run${engine ? ", and in this run none may be skipped" : ""}:\n${lines.map((line) => `  ${line}`).join("\n")}\n`,
      );
    if (engine && skipped.length > 0)
      this.#error = new Error(`${skipped.length} engine tests were skipped; none may be.`);
    if (process.env.EXEAT_TEST_TOTALS) {
      const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = results;
      writeFileSync(
        process.env.EXEAT_TEST_TOTALS,
        `${numPassedTests} ${numFailedTests + numRuntimeErrorTestSuites} ${numPendingTests}\n`,
      );
    }
  }

  getLastError() {
    return this.#error;
  }
}
