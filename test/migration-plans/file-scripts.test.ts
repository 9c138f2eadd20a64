import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { assessInput, component } from "../assessment/estate.ts";
import { planOf } from "./shop-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "files-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stands in for ssh: words after the host are joined by blanks and read by a shell, as sshd has them read. */
const SSH = `#!/bin/sh\n[ "$1" = -o ] && shift 2\nshift\nexec sh -c "$*"\n`;
/** Stands in for rsync: writes down its last two words and what it is told to leave out. */
const RSYNC = `#!/bin/sh\nwhile [ $# -gt 2 ]; do shift; done\n{ printf '%s\\n' "$1" "$2"; cat; } > "${folder}/asked"\n`;

const machine = component("vm", "aws_instance", "box", {});
const disk = component("volume", "aws_ebs_volume", "disk", {});
const { files } = planOf(assessInput({ components: [machine, disk] }));

/** Runs a script of a component with the settings of its example, but for paths with a blank and a quote in them. */
function run(slug: string, name: string) {
  const own = join(folder, slug);
  mkdirSync(own, { recursive: true });
  for (const file of ["env.example", `${name}.sh`])
    writeFileSync(join(own, file.replace(".example", "")), files.get(`scripts/${slug}/${file}`) ?? "");
  for (const [word, text] of Object.entries({ ssh: SSH, rsync: RSYNC }))
    writeFileSync(join(folder, word), text, { mode: 0o755 });
  const sides = Object.entries(paths).map(([side, path]) => `${side}_HOST=${side}\n${side}_PATH="${path}"\n`);
  writeFileSync(join(own, "env"), readFileSync(join(own, "env"), "utf8") + sides.join(""));
  return spawnSync("sh", [join(own, `${name}.sh`)], {
    encoding: "utf8",
    env: { ...process.env, PATH: `${folder}:${process.env["PATH"]}` },
  });
}
const paths = { SOURCE: join(folder, "it's here"), TARGET: join(folder, "and  there") };
for (const path of Object.values(paths)) mkdirSync(path);

describe("files of machines and volumes", () => {
  test.each([
    ["aws-instance-box", "lost+found\n*.pid\n*.sock\n"],
    ["aws-ebs-volume-disk", "\n"],
  ])("of %s are copied from and to the paths that were stated, without what was left out", (slug, excluded) => {
    const { status, stderr } = run(slug, "copy");
    expect([status, stderr]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "asked"), "utf8")).toBe(
      `root@SOURCE:${paths.SOURCE}/\n${paths.TARGET}/\n${excluded}`,
    );
  });

  test("are proven by sums on both sides; what was left out is no difference, what was changed is", () => {
    for (const path of Object.values(paths)) writeFileSync(join(path, "a b"), "same");
    writeFileSync(join(paths.SOURCE, "service.pid"), "1");
    expect(run("aws-instance-box", "verify")).toMatchObject({ status: 0, stderr: "" });
    expect(run("aws-ebs-volume-disk", "verify").status).toBe(1);
    writeFileSync(join(paths.TARGET, "a b"), "other");
    expect(run("aws-instance-box", "verify").status).toBe(1);
  });
});
