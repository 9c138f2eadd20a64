import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { parse } from "yaml";
import { Change } from "../../assessment/change.ts";
import { packageVersion } from "../../cli/package-version.ts";
import { Sarif } from "../report/sarif.ts";

/**
 * The pipeline files, run as written on a repository of two commits. Only what a test may not have stands in for itself: `exeat` is
 * this source, `npm` and `gh` write down what they were asked.
 */
jest.setTimeout(180_000);

const repository = fileURLToPath(new URL("../..", import.meta.url));
const read = (name: string) => parse(readFileSync(join(repository, "examples/pipelines", name), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "exeat-pipelines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BUCKET = 'resource "aws_s3_bucket" "invoices" {\n  bucket = "invoices"\n}\n';
const HARMLESS = `# a comment, so that lines move\n${BUCKET}`;
const BLOCKING = `${BUCKET}
resource "aws_s3_bucket_replication_configuration" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  role   = "arn:aws:iam::123456789012:role/replication"
  rule {
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::invoices-copy"
    }
  }
}
`;

const bin = join(folder, "bin");
const { NODE_OPTIONS: _, ...ours } = process.env;
const env = {
  ...ours,
  PATH: `${bin}${delimiter}${ours["PATH"]}`,
  HOME: folder,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  ...{
    GIT_AUTHOR_NAME: "T",
    GIT_AUTHOR_EMAIL: "t@localhost",
    GIT_COMMITTER_NAME: "T",
    GIT_COMMITTER_EMAIL: "t@localhost",
  },
};

function bash(script: string, cwd: string, more: Readonly<Record<string, string>> = {}) {
  const words = ["--noprofile", "--norc", "-eo", "pipefail", "-c", script];
  const { status, stdout, stderr } = spawnSync("bash", words, { cwd, env: { ...env, ...more }, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

/** A clone with `main` at the base, and the head checked out; without a base the estate is new. */
function clone(name: string, head: string, base?: string): string {
  const [origin, at] = [join(folder, `${name}-origin`), join(folder, name)];
  mkdirSync(join(origin, "infra"), { recursive: true });
  const commit = (text: string) => {
    writeFileSync(join(origin, "infra/main.tf"), text);
    expect(bash("git add -A && git commit -qm change", origin).status).toBe(0);
  };
  expect(bash("git init -q -b main && git commit -q --allow-empty -m start", origin).status).toBe(0);
  if (base !== undefined) commit(base);
  expect(bash("git checkout -q -b change", origin).status).toBe(0);
  commit(head);
  expect(bash(`git clone -q "${origin}" "${at}"`, folder).status).toBe(0);
  return at;
}

beforeAll(() => {
  mkdirSync(bin);
  const tool = (name: string, line: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  tool("exeat", `exec "${process.execPath}" "${join(repository, "cli/main.ts")}" "$@"`);
  for (const name of ["npm", "gh"]) tool(name, `echo "${name} $*" >> asked.txt`);
});

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs every step that is a command until one fails, as the host does. */
function githubActions(name: string, at: string) {
  const { env: common, jobs } = read("github-actions.yml") as {
    env: Record<string, string>;
    jobs: { exit: { steps: Step[] } };
  };
  const given = {
    ...common,
    ...{
      GITHUB_BASE_REF: "main",
      RUNNER_TEMP: join(folder, `${name}-temp`),
      GITHUB_STEP_SUMMARY: join(at, "summary.md"),
    },
  };
  const ran: (readonly [string | undefined, number | null])[] = [];
  let said = "";
  for (const step of jobs.exit.steps.filter((s) => s.run !== undefined)) {
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([k, v]) => [k, v.replace(/\$\{\{.*\}\}/, "7")]));
    const result = bash(step.run ?? "", at, { ...given, ...own });
    said += result.said;
    ran.push([step.name, result.status]);
    if (result.status !== 0) break;
  }
  return { ran, said };
}

/** A file that the user packed, in the version that is here: a name alone is looked up in a registry, where it may be anybody's. */
const PACKED = `exeat-${packageVersion()}.tgz`;
const ASKED = [`npm install --global ./tools/${PACKED}`];

test("nothing installs a package by its name: a file that the user set", () => {
  for (const name of readdirSync(join(repository, "examples/pipelines"))) {
    const text = readFileSync(join(repository, "examples/pipelines", name), "utf8");
    const installs = text.match(/(?:npm install|npx|additional_dependencies:).*/g) ?? [];
    expect([name, installs.length]).toEqual([name, 1]);
    expect(installs[0]).toMatch(/^npm install --global "\$EXEAT"$|^additional_dependencies: \[\//);
  }
});

describe("GitHub Actions", () => {
  test("a harmless change passes every step, with comment, summary and SARIF", () => {
    const at = clone("github-harmless", HARMLESS, BUCKET);
    const { ran, said } = githubActions("github-harmless", at);
    expect([said, ran]).toEqual([
      expect.any(String),
      [
        ["Install", 0],
        ["Check out the base", 0],
        ["Compare", 0],
        ["Comment", 0],
        ["Gate", 0],
      ],
    ]);
    const comment = readFileSync(join(at, "exit.md"), "utf8");
    expect(comment).toMatch(/^### Leaving for Scaleway \(fr-par\): this change does nothing to it\n/);
    expect(readFileSync(join(at, "summary.md"), "utf8")).toBe(comment);
    expect(Sarif.parse(JSON.parse(readFileSync(join(at, "exit.sarif"), "utf8"))).runs[0]?.results).toEqual([]);
    expect(readFileSync(join(at, "asked.txt"), "utf8").trim().split("\n")).toEqual([
      ...ASKED,
      "gh pr comment 7 --body-file exit.md --edit-last --create-if-none",
    ]);
  });

  test("a loss that blocks is commented at its line, and fails the gate with a sentence", () => {
    const at = clone("github-blocking", BLOCKING, BUCKET);
    const { ran, said } = githubActions("github-blocking", at);
    expect(ran.slice(-2)).toEqual([
      ["Comment", 0],
      ["Gate", 1],
    ]);
    expect(said).toMatch(
      /error\[EX0010\]: The gate failed: new-blocking-loss\n {2}A new loss that blocks .*infra\/main\.tf:5\./,
    );
    const { results } = Sarif.parse(JSON.parse(readFileSync(join(at, "exit.sarif"), "utf8"))).runs[0]!;
    // From the root of the repository: what the host shows at the line of the pull request.
    expect(results.map((r) => [r.ruleId, r.locations[0]?.physicalLocation])).toEqual([
      ["blocking-loss", { artifactLocation: { uri: "infra/main.tf" }, region: { startLine: 5 } }],
    ]);
  });

  test("the pull request that brings the estate is compared with nothing", () => {
    const at = clone("github-first", BUCKET);
    const { ran } = githubActions("github-first", at);
    expect(ran.at(-1)).toEqual(["Gate", 0]);
    expect(readFileSync(join(at, "exit.md"), "utf8")).toContain("1 added · 0 removed · 0 changed · 0 as before");
  });
});

describe("GitLab CI", () => {
  const { exit } = read("gitlab-ci.yml") as {
    exit: {
      variables: Record<string, string>;
      script: string[];
      after_script: string[];
      artifacts: { paths: string[] };
    };
  };

  test.each([
    ["harmless", HARMLESS, 0],
    ["blocking", BLOCKING, 1],
  ] as const)("a %s change", (name, head, code) => {
    const at = clone(`gitlab-${name}`, head, BUCKET);
    const builds = join(folder, `gitlab-${name}-builds`);
    mkdirSync(builds);
    const given = {
      ...exit.variables,
      ...{ CI_BUILDS_DIR: builds, CI_JOB_ID: "42" },
      CI_MERGE_REQUEST_DIFF_BASE_SHA: spawnSync("git", ["rev-parse", "origin/main"], {
        cwd: at,
        encoding: "utf8",
      }).stdout.trim(),
    };
    const { status, said } = bash(exit.script.join("\n"), at, given);
    expect([said, status]).toEqual([expect.any(String), code]);
    for (const path of exit.artifacts.paths) expect([path, existsSync(join(at, path))]).toEqual([path, true]);
    const change = Change.parse(JSON.parse(readFileSync(join(at, "exit.json"), "utf8")));
    expect(change.findings.map((f) => [f.state, f.rule])).toEqual(code === 0 ? [] : [["new", "blocking-loss"]]);
    expect(readFileSync(join(at, "asked.txt"), "utf8").trim().split("\n")).toEqual(ASKED);
    expect(bash(exit.after_script.join("\n"), at, given).status).toBe(0);
    expect(readdirSync(builds)).toEqual([]);
  });
});

describe("pre-commit", () => {
  const [hook] = (read("pre-commit-config.yaml") as { repos: { hooks: Record<string, string>[] }[] }).repos[0]!.hooks;

  test("looks at code of the estate only, with the version that is here", () => {
    const files = new RegExp(hook!["files"]!);
    expect(
      ["infra/main.tf", "infra/a/x.tfvars.json", "infra/README.md", "docs/infra/main.tf"].map((f) => files.test(f)),
    ).toEqual([true, true, false, false]);
    expect(hook!["additional_dependencies"]).toEqual([`/opt/${PACKED}`]);
  });

  test.each([
    ["lets a harmless change through", HARMLESS, 0],
    ["stops one that loses what blocks", BLOCKING, 1],
  ] as const)("%s", (_title, head, code) => {
    const at = clone(`pre-commit-${code}`, BUCKET, BUCKET.replace("invoices", "before"));
    writeFileSync(join(at, "infra/main.tf"), head);
    const temporary = join(folder, `pre-commit-${code}-temp`);
    mkdirSync(temporary);
    const { status, said } = bash(`git add -A\n${hook!["entry"]}`, at, { TMPDIR: temporary });
    expect([said, status]).toEqual([expect.any(String), code]);
    if (code === 1) expect(said).toMatch(/The gate failed: new-blocking-loss/);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
