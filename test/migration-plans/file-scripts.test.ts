import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { assessInput, component } from "../assessment/estate.ts";
import { planOf } from "./shop-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MACHINE = "aws-instance-box";
const DISK = "aws-ebs-volume-disk";

/** Stands in for programs. ssh: words after the host are joined by blanks and read by a shell, as sshd has them read. */
const PROGRAMS = {
  ssh: `#!/bin/sh\n[ "$1" = -o ] && shift 2\nshift\nexec sh -c "$*"\n`,
  // Says what it would remove, else writes down its words: what to leave out, and the last two.
  rsync: `#!/bin/sh
for word; do case $word in --dry-run) cat "${folder}/planned"; exit ;; --exclude-from=*) left=\${word#*=} ;; esac; done
printf '%s\\n' "$@" > "${folder}/words"
while [ $# -gt 2 ]; do shift; done
{ printf '%s\\n' "$1" "$2"; cat "$left"; } > "${folder}/asked"\n`,
  mountpoint: `#!/bin/sh\ngrep -qxF -e "$2" "${folder}/mounted"\n`,
};

const machine = component("vm", "aws_instance", "box", {});
const disk = component("volume", "aws_ebs_volume", "disk", {});
const { files } = planOf(assessInput({ components: [machine, disk] }));

const paths = { SOURCE: join(folder, "it's here"), TARGET: join(folder, "and  there") };

beforeEach(() => {
  for (const path of [...Object.values(paths), join(folder, MACHINE), join(folder, DISK)])
    rmSync(path, { recursive: true, force: true });
  for (const path of Object.values(paths)) {
    mkdirSync(path);
    writeFileSync(join(path, "a b"), "same");
  }
  rmSync(join(folder, "asked"), { force: true });
  for (const [word, text] of Object.entries(PROGRAMS)) writeFileSync(join(folder, word), text, { mode: 0o755 });
  writeFileSync(join(folder, "planned"), "");
  writeFileSync(join(folder, "mounted"), Object.values(paths).join("\n"));
});

/** Runs a script of a component with the settings of its example, but for paths with a blank and a quote in them. */
function run(
  slug: string,
  name: string,
  environment: Readonly<Record<string, string>> = {},
  hosts: Readonly<Record<string, string>> = {},
) {
  const own = join(folder, slug);
  mkdirSync(own, { recursive: true });
  for (const file of ["env.example", `${name}.sh`])
    writeFileSync(join(own, file.replace(".example", "")), files.get(`scripts/${slug}/${file}`) ?? "");
  const sides = Object.entries(paths).map(
    ([side, path]) => `${side}_HOST=${hosts[side] ?? side}\n${side}_PATH="${path}"\n`,
  );
  writeFileSync(join(own, "env"), readFileSync(join(own, "env"), "utf8") + sides.join(""));
  return spawnSync("sh", [join(own, `${name}.sh`)], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${folder}:${process.env["PATH"]}`, ...environment },
  });
}
const nothingCopied = () => !existsSync(join(folder, "asked"));

describe("files of machines and volumes", () => {
  test.each([
    [MACHINE, "lost+found\n*.pid\n*.sock\n"],
    [DISK, "\n"],
  ])("of %s are copied from and to the paths that were stated, without what was left out", (slug, excluded) => {
    const { status, stderr } = run(slug, "copy");
    expect([status, stderr]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "asked"), "utf8")).toBe(
      `root@SOURCE:${paths.SOURCE}/\n${paths.TARGET}/\n${excluded}`,
    );
  });

  test("are proven by sums on both sides; what was left out is no difference, what was changed is", () => {
    writeFileSync(join(paths.SOURCE, "service.pid"), "1");
    expect(run(MACHINE, "verify")).toMatchObject({ status: 0, stderr: "" });
    expect(run(DISK, "verify").status).toBe(1);
    writeFileSync(join(paths.TARGET, "a b"), "other");
    expect(run(MACHINE, "verify").status).toBe(1);
  });

  test("are not proven equal when a mode differs, a link leads elsewhere or is gone, or when there are none", () => {
    for (const path of Object.values(paths)) symlinkSync("a b", join(path, "link"));
    expect(run(DISK, "verify").status).toBe(0);
    chmodSync(join(paths.TARGET, "a b"), 0o777);
    expect(run(DISK, "verify")).toMatchObject({ status: 1, stdout: expect.stringMatching(/^> f 777 .* \.\/a b/m) });
    chmodSync(join(paths.TARGET, "a b"), 0o644);
    unlinkSync(join(paths.TARGET, "link"));
    expect(run(DISK, "verify")).toMatchObject({ status: 1, stdout: expect.stringMatching(/^< l .*link -> a b$/m) });
    symlinkSync("elsewhere", join(paths.TARGET, "link"));
    expect(run(DISK, "verify").status).toBe(1);
    for (const path of Object.values(paths)) {
      rmSync(path, { recursive: true });
      mkdirSync(path);
    }
    expect(run(DISK, "verify")).toMatchObject({ status: 2, stderr: expect.stringContaining("nothing is proven") });
  });
});

describe("one folder as both sides", () => {
  const aside = paths.TARGET;
  const SCRIPTS = ["copy", "verify", "reverse"];
  const environment = { OVERWRITE_SOURCE: "yes" };
  beforeEach(() => {
    paths.TARGET = paths.SOURCE;
  });
  afterEach(() => {
    paths.TARGET = aside;
  });

  test.each(SCRIPTS)("is refused by %s.sh, by its name", (name) => {
    const { status, stderr } = run(DISK, name, environment, { SOURCE: "box", TARGET: "BOX" });
    expect([status, nothingCopied()]).toEqual([2, true]);
    expect(stderr).toMatch(/^refused: source and target are the same place, box:.*it's here\. /);
  });

  test.each(
    SCRIPTS,
  )("is refused by %s.sh under another name of the machine, unless it is said to be another", (name) => {
    const { status, stderr } = run(DISK, name, environment);
    expect([status, nothingCopied()]).toEqual([2, true]);
    expect(stderr).toMatch(
      /^refused: source\S* .* and target:.* are the same place: both say .* folder \d+:\d+ of a system/,
    );
    expect(run(DISK, name, { ...environment, SIDES_APART: "yes" }).status).toBe(0);
  });
});

describe("the other side is not emptied", () => {
  const SIDES = [
    ["copy", "SOURCE"],
    ["reverse", "TARGET"],
  ] as const;
  const environment = { OVERWRITE_SOURCE: "yes" };

  test.each(SIDES)("by %s.sh when the side that sends is empty, unless that is said", (name, side) => {
    rmSync(join(paths[side], "a b"));
    mkdirSync(join(paths[side], "lost+found"));
    const { status, stderr } = run(MACHINE, name, environment);
    expect([status, nothingCopied()]).toEqual([2, true]);
    expect(stderr).toMatch(/is empty at the side that sends: is its volume mounted\?.*ALLOW_EMPTY=yes/);
    expect(run(MACHINE, name, { ...environment, ALLOW_EMPTY: "yes" }).status).toBe(0);
  });

  test.each(SIDES)("by %s.sh when a volume is not mounted at either side, though files lie there", (name, _side) => {
    for (const side of ["SOURCE", "TARGET"] as const) {
      writeFileSync(join(folder, "mounted"), paths[side]);
      const { status, stderr } = run(DISK, name, environment);
      expect([status, nothingCopied()]).toEqual([2, true]);
      expect(stderr).toMatch(/^nothing is mounted at .*mount -a.*set MOUNTED=/);
    }
    expect(run(MACHINE, name, environment).status).toBe(0);
    expect(run(DISK, "verify").status).toBe(2);
  });

  test("when more would be removed than was allowed; what would go is named", () => {
    const gone = Array.from({ length: 101 }, (_, i) => `*deleting   photo ${i}\n`).join("");
    writeFileSync(join(folder, "planned"), `>f+++++++++ a b\n${gone}`);
    const { status, stderr } = run(DISK, "copy");
    expect([status, nothingCopied()]).toEqual([2, true]);
    expect(stderr).toMatch(/^101 files .*photo 9\n.*set MAX_DELETE=101/s);
    expect(run(DISK, "copy", { MAX_DELETE: "101" }).status).toBe(0);
    expect(readFileSync(join(folder, "words"), "utf8")).toContain("--max-delete=101\n");
  });

  test("by a second copy once users were switched, nor by a way back before", () => {
    const early = run(DISK, "reverse");
    expect([early.status, early.stderr]).toEqual([2, expect.stringMatching(/still work at the source.*switched\.sh/)]);
    expect(run(DISK, "copy").status).toBe(0);
    const since = run(DISK, "switched").stdout;
    expect(run(DISK, "switched").stdout).toBe(since);
    rmSync(join(folder, "asked"));
    const late = run(DISK, "copy");
    expect([late.status, late.stderr]).toEqual([
      2,
      expect.stringMatching(/work at the target since 20.*remove .*switched/),
    ]);
    expect(nothingCopied()).toBe(true);
    expect(run(DISK, "copy", { OVERWRITE_TARGET: "yes" }).status).toBe(0);
    expect(run(DISK, "reverse").status).toBe(0);
  });
});
