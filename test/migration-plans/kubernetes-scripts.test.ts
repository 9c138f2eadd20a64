import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { assessInput, component } from "../assessment/estate.ts";
import { planOf } from "./shop-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "cluster-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stand in for the programs: each writes down its words; of two claims a pod mounts the first, and a backup holds what it is told, beside a volume of no claim. */
const LOGGED = `#!/bin/sh\nprintf '%s\\n' "$(basename "$0") $*" >> "${folder}/log"\n`;
const KUBECTL = `${LOGGED}case $* in
  *kube-system*) case $* in *$ONE_CLUSTER*) printf 'kube-system 7f' ;; *) printf 'kube-system %s' "$2" ;; esac ;;
  *"get deployments"*) printf '%b' "$OBJECTS" ;;
  *podvolumebackups*) echo "Completed "; printf '%b' "$HELD" ;;
  *persistentvolumeclaims*metadata.uid*) printf '1-a data
2-b media
' ;;
  *persistentvolumeclaims*) printf 'data\nmedia\n' ;;
  *'get pods'*) printf '\ndata\n' ;;
  *jsonpath=*phase*) printf Completed ;;
  *apply*) cat >> "${folder}/applied" ;;
esac\n`;

const { files } = planOf(assessInput({ components: [component("kubernetes", "aws_eks_cluster", "main", {})] }));

type Words = Readonly<Record<string, string>>;
const HELD = "Completed 1-a\\nCompleted 2-b\\n";

function run(name: string, held = HELD, environment: Words = {}, settled: Words = {}) {
  writeFileSync(join(folder, "kubectl"), KUBECTL, { mode: 0o755 });
  writeFileSync(join(folder, "velero"), LOGGED, { mode: 0o755 });
  const settings = {
    SOURCE_CONTEXT: "old",
    TARGET_CONTEXT: "new",
    NAMESPACES: "shop",
    VELERO_NAMESPACE: "backups",
    HELD: `'${held}'`,
    ONE_CLUSTER: "nothing",
    OBJECTS: "configmap/kube-root-ca.crt\\\\nserviceaccount/default\\\\nservice/front",
    ...settled,
  };
  const { status, stderr } = spawnSync("sh", ["-s"], {
    input: `set -a; ${files.get("scripts/aws-eks-cluster-main/env.example")}\n${Object.entries(settings)
      .map(([key, value]) => `${key}=${value}`)
      .join("\n")}\n${files.get(`scripts/aws-eks-cluster-main/${name}.sh`)}`,
    encoding: "utf8",
    cwd: folder,
    env: { ...process.env, PATH: `${folder}:${process.env["PATH"]}`, ...environment },
  });
  return { status, stderr, log: readFileSync(join(folder, "log"), "utf8").trim().split("\n") };
}
beforeEach(() => {
  writeFileSync(join(folder, "log"), "");
  writeFileSync(join(folder, "applied"), "");
  rmSync(join(folder, "switched"), { force: true });
});
const at = (log: readonly string[], words: RegExp) => log.findIndex((line) => words.test(line));

describe("what the volumes of a cluster hold", () => {
  test("is backed up though nothing runs in the freeze, and goes into volumes that were not there", () => {
    const { status, log } = run("copy");
    expect(status).toBe(0);
    const applied = readFileSync(join(folder, "applied"), "utf8");
    expect(applied).toContain('claimName: "media"');
    expect(applied).not.toContain('claimName: "data"');
    const order = [
      /apply/,
      /velero --kubecontext old --namespace backups backup/,
      /new delete namespace shop/,
      /new --namespace backups restore create/,
    ].map((words) => at(log, words));
    expect(order.every((place) => place >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(log.some((line) => /old delete namespace/.test(line))).toBe(false);
    for (const side of ["old", "new"])
      expect(at(log, new RegExp(`${side} --namespace shop delete pods --selector exeat=mount`))).toBeGreaterThan(0);
  });

  test.each([
    ["leaves out", "Completed 1-a\\n"],
    ["has another in place of", "Completed 1-a\\nCompleted 1-a\\n"],
    ["failed at", "Completed 1-a\\nFailed 2-b\\n"],
  ])("that a backup %s is an error before anything is replaced, and its claim is named", (_, held) => {
    const { status, stderr, log } = run("copy", held);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/does not hold claim media of namespace shop/)]);
    expect(stderr).not.toMatch(/claim data/);
    expect(at(log, /delete namespace|restore create/)).toBe(-1);
  });

  test("is not replaced by a second copy once users were switched, nor by a return before", () => {
    expect(run("return")).toMatchObject({ status: 2, stderr: expect.stringMatching(/still work at the source/) });
    run("switched");
    const { status, stderr, log } = run("copy");
    expect([status, stderr, log]).toEqual([2, expect.stringMatching(/users work at the target since/), [""]]);
    expect(run("copy", HELD, { OVERWRITE_TARGET: "yes" }).status).toBe(0);
  });

  test.each([
    "copy",
    "reverse",
    "return",
    "compare",
  ])("is not touched by %s where both sides are one cluster", (name) => {
    run("switched");
    const given = { OVERWRITE_TARGET: "yes" };
    const called = run(name, HELD, given, { TARGET_CONTEXT: "old" });
    const refusal = /^refused: source and target are the same place, old\. /;
    expect(called).toMatchObject({ status: 2, stderr: expect.stringMatching(refusal), log: [""] });
    const alias = run(name, HELD, given, { ONE_CLUSTER: "kube-system" });
    expect(alias).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^refused: old and new are the same place: both say that they are kube-system 7f\./,
      ),
    });
    expect(at(alias.log, /velero|apply|delete/)).toBe(-1);
  });

  test.each([
    "copy",
    "reverse",
    "return",
    "compare",
  ])("is not sought by %s in a namespace that holds nothing", (name) => {
    run("switched");
    const given = { OVERWRITE_TARGET: "yes" };
    for (const settled of [{ OBJECTS: "configmap/kube-root-ca.crt\\\\nserviceaccount/default" }, { OBJECTS: "" }]) {
      writeFileSync(join(folder, "log"), "");
      const { status, stderr, log } = run(name, HELD, given, settled);
      const refusal = /^namespace shop holds nothing at (old|new): is NAMESPACES right\? Nothing .*ALLOW_EMPTY=yes/;
      expect([status, stderr]).toEqual([2, expect.stringMatching(refusal)]);
      expect(at(log, /velero|apply|delete/)).toBe(-1);
      expect(run(name, HELD, { ...given, ALLOW_EMPTY: "yes" }, settled).status).toBe(0);
    }
    expect(run(name, HELD, given, { NAMESPACES: "," })).toMatchObject({ status: 2 });
    expect(run(name, HELD, given).status).toBe(0);
  });

  test("is kept for the way back without touching the source, which a return alone replaces", () => {
    const kept = run("reverse");
    expect([kept.status, at(kept.log, /old .*(delete|restore|apply)/)]).toEqual([0, -1]);
    run("switched");
    writeFileSync(join(folder, "log"), "");
    const back = run("return");
    expect([back.status, at(back.log, /new delete namespace/)]).toEqual([0, -1]);
    expect(at(back.log, /old delete namespace shop/)).toBeLessThan(
      at(back.log, /old --namespace backups restore create/),
    );
  });
});
