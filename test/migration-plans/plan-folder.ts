import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plan } from "../../migration-plans/plan.ts";
import { exeat, type Ran } from "../cli/exeat.ts";
import { POSTGRESQL_CLIENTS, RCLONE } from "./servers/drill-parts.ts";

export const ESTATE = fileURLToPath(new URL("../fixtures/estates/orders-and-media", import.meta.url));
export const DATABASE = "aws-db-instance-orders";
export const BUCKET = "aws-s3-bucket-media";

/** A plan's folder, as `exeat plan` writes it, whose scripts are run as the plan says. */
export interface PlanFolder {
  readonly plan: Plan;
  /** Writes a component's `env` from its example; a setting that the example does not have is an error. */
  settings(slug: string, values: Readonly<Record<string, string>>): void;
  /** Runs the words of a step in the plan's folder; the environment holds programs and credentials only. */
  run(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ran>;
  /** A script of a component. */
  script(slug: string, name: string, environment: Readonly<Record<string, string>>): Promise<Ran>;
  /** Text of a file of the plan's. */
  text(path: string): string;
}

export const PROGRAMS = [POSTGRESQL_CLIENTS, dirname(RCLONE), "/usr/bin", "/bin"].join(":");

/** The plan of a small estate in a new folder of that one. Default: one PostgreSQL database and one bucket that keeps versions. */
export async function planFolder(parent: string, estate = ESTATE): Promise<PlanFolder> {
  const folder = join(parent, "plan");
  const { code, err } = await exeat(["plan", estate, "--to", "scaleway", "--out", folder]);
  if (code !== 0) throw new Error(err);
  const text = (path: string) => readFileSync(join(folder, path), "utf8");
  const run: PlanFolder["run"] = async ([program = "", ...words], environment) => {
    const child = spawn(program, words, {
      cwd: folder,
      env: { PATH: PROGRAMS, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.setEncoding("utf8").on("data", (piece: string) => out.push(piece));
    child.stderr.setEncoding("utf8").on("data", (piece: string) => err.push(piece));
    const [code] = await once(child, "close");
    return { code: Number(code), out: out.join(""), err: err.join("") };
  };
  return {
    plan: JSON.parse(text("plan.json")),
    text,
    run,
    script: (slug, name, environment) => run(["sh", `scripts/${slug}/${name}.sh`], environment),
    settings: (slug, values) => {
      let written = text(`scripts/${slug}/env.example`);
      for (const [name, value] of Object.entries(values)) {
        const line = new RegExp(`^${name}=.*$`, "m");
        if (!line.test(written)) throw new Error(`env.example of ${slug} has no ${name}`);
        written = written.replace(line, () => `${name}='${value.replaceAll("'", "'\\''")}'`);
      }
      writeFileSync(join(folder, `scripts/${slug}/env`), written);
    },
  };
}
