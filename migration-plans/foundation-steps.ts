import { ACCOUNT, APPLY, estateStep } from "./estate-steps.ts";
import type { Step } from "./plan.ts";
import type { PlanInput } from "./plan-input.ts";

const INIT = "foundation.target.init";
const PLAN_FILE = "foundation.target.planFile";

/** Files of values that the code is written with, and what they are filled in as. */
const VALUES: Readonly<Record<string, string>> = {
  "terraform.tfvars.example": "terraform.tfvars",
  "Pulumi.example.yaml": "Pulumi.<stack>.yaml",
};

/** Programs ask for values that are not there, or stop: a person gives them first, once the code asks for no more. */
function valuesStep({ targetCode: { files, folder } }: PlanInput, finished: readonly string[]): Step[] {
  return Object.entries(VALUES).flatMap(([example, filled]) =>
    files.includes(`${folder}/${example}`)
      ? [
          estateStep({
            id: "foundation.target.values",
            phase: "foundation",
            kind: "decide",
            title: "Fill in the values that the code asks for",
            needs: [ACCOUNT, ...finished],
            action: {
              manual: `Copy \`${folder}/${example}\` to \`${folder}/${filled}\` and give each a value; secrets come from the environment, or are encrypted.`,
            },
            verify: { manual: "No value is empty, and no secret stands there in clear." },
            duration: { low: 0.25, likely: 0.5, high: 2 },
          }),
        ]
      : [],
  );
}

/** Scripts read names and addresses of both sides from a file beside them: known when the target is made. None where there is no script. */
export function scriptSettings(files: ReadonlyMap<string, string>): Step[] {
  if (![...files.keys()].some((path) => path.endsWith("/env.example"))) return [];
  return [
    estateStep({
      id: "data-replication.estate.env",
      phase: "data-replication",
      kind: "decide",
      title: "Fill in what the scripts ask for",
      needs: [APPLY],
      action: {
        manual:
          "Copy each `env.example` under `scripts` to `env` beside it and fill it in, with the names and addresses that the new code gives. Credentials stay in the environment of who runs the scripts.",
      },
      verify: { manual: "No script stops any more at a name that is not set." },
      duration: { low: 0.25, likely: 0.5, high: 2 },
    }),
  ];
}

/** The target's code is given its values, checked and run. */
export function foundationSteps(input: PlanInput, finished: readonly Step[]): Step[] {
  const { target, targetCode } = input;
  const folder = targetCode.folder;
  const state = targetCode.state === undefined ? [] : [stateStep(targetCode.state, input)];
  const kept = state.map((s) => s.id);
  const pulumi = targetCode.engine === "pulumi";
  const engine = input.engineCommand ?? "tofu";
  const code = finished.map((s) => s.id);
  const values = valuesStep(input, code);
  const ready = [ACCOUNT, ...kept, ...code, ...values.map((s) => s.id)];
  const plan = `${folder}/exeat.tfplan`;
  const run: Step[] = [
    // A plan holds every value in clear, those that are sensitive too, and the engine leaves the mode of a file that is there.
    ...(pulumi
      ? []
      : [
          estateStep({
            id: PLAN_FILE,
            phase: "foundation",
            kind: "create",
            title: "Make a file for what the code would make, which nobody else reads",
            needs: [INIT],
            action: { run: ["install", "-m", "600", "/dev/null", plan] },
            verify: { manual: `\`ls -l ${plan}\` shows that its owner alone reads it; it never goes into git.` },
            rollback: { manual: `Remove ${plan}.` },
            duration: { low: 0.05, likely: 0.1, high: 0.5 },
          }),
        ]),
    estateStep({
      id: "foundation.target.plan",
      phase: "foundation",
      kind: "verify",
      title: `Show what the code would make at ${target.title}`,
      needs: [pulumi ? INIT : PLAN_FILE],
      action: {
        run: pulumi
          ? ["pulumi", "preview", "--cwd", folder]
          : [engine, `-chdir=${folder}`, "plan", "-out=exeat.tfplan"],
      },
      verify: { manual: "Only additions are listed." },
      duration: { low: 0.1, likely: 0.5, high: 2 },
    }),
    estateStep({
      id: APPLY,
      phase: "foundation",
      kind: "create",
      title: `Make the target's resources at ${target.title}`,
      needs: ["foundation.target.plan"],
      action: {
        run: pulumi
          ? ["pulumi", "up", "--cwd", folder, "--yes"]
          : [engine, `-chdir=${folder}`, "apply", "exeat.tfplan"],
      },
      verify: {
        run: pulumi
          ? ["pulumi", "preview", "--cwd", folder, "--expect-no-changes"]
          : [engine, `-chdir=${folder}`, "plan", "-detailed-exitcode"],
      },
      rollback: {
        manual: `Remove the protection of what holds data in ${folder}, then ${pulumi ? `\`pulumi destroy --cwd ${folder}\`` : `\`${engine} -chdir=${folder} destroy\``}. Nothing uses it before the cutover.`,
      },
      duration: { low: 0.25, likely: 1, high: 6 },
    }),
  ];
  run.unshift(
    estateStep({
      id: INIT,
      phase: "foundation",
      kind: "create",
      title: "Download the providers and check the code",
      needs: ready,
      action: {
        run: pulumi
          ? ["pulumi", "install", "--cwd", folder]
          : [engine, `-chdir=${folder}`, "init", ...(kept.length > 0 ? ["-backend-config=backend.hcl"] : [])],
      },
      verify: { run: pulumi ? ["npm", "ls", "--prefix", folder] : [engine, `-chdir=${folder}`, "validate"] },
      rollback: { manual: `Remove ${folder}/${pulumi ? "node_modules" : ".terraform"}.` },
      duration: { low: 0.05, likely: 0.1, high: 0.5 },
    }),
  );
  return [...state, ...finished, ...values, ...run];
}

/** A state cannot keep the bucket that it is kept in: that one is made by hand. */
function stateStep(example: string, { target, targetCode: { engine } }: PlanInput): Step {
  const filled = example.replace(/\.example$/, "");
  const login = engine === "pulumi" ? ` Load it, then \`pulumi login\` and \`pulumi stack init\`.` : "";
  return estateStep({
    id: "prepare.target.state",
    phase: "prepare",
    kind: "create",
    title: `Make by hand at ${target.title} the bucket that keeps the state of the new code`,
    needs: [ACCOUNT],
    action: {
      manual: `Make a private bucket with versioning and a key of its own that may only use it; copy \`${example}\` to \`${filled}\` and name the bucket there.${login}`,
    },
    verify: { manual: "A test object is written, read and deleted with that key; nobody else can list the bucket." },
    rollback: { manual: "Destroy the bucket and its key; no state is in it yet." },
    duration: { low: 0.25, likely: 0.5, high: 2 },
  });
}
