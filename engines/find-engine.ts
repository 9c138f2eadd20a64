import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** A Terraform-compatible program on this machine. */
export interface Engine {
  readonly name: "OpenTofu" | "Terraform";
  readonly path: string;
}

/**
 * The engine to use: EXEAT_TOFU, one built by scripts/build-tofu.sh (the newest), `tofu` on the PATH, `terraform` on the PATH.
 * Undefined where there is none.
 */
export function findEngine(env: NodeJS.ProcessEnv = process.env): Engine | undefined {
  const built = join(env["XDG_CACHE_HOME"] || join(env["HOME"] ?? homedir(), ".cache"), "exeat/tofu");
  const onPath = (name: string) =>
    (env["PATH"] ?? "").split(delimiter).flatMap((folder) => ["", ".exe"].map((end) => join(folder, `${name}${end}`)));
  const tofu = [env["EXEAT_TOFU"] ?? "", ...versions(built).map((v) => join(built, v, "tofu")), ...onPath("tofu")];
  const found = (paths: readonly string[]) => paths.find((path) => path !== "" && existsSync(path));
  const path = found(tofu);
  if (path !== undefined) return { name: "OpenTofu", path };
  const terraform = found(onPath("terraform"));
  return terraform === undefined ? undefined : { name: "Terraform", path: terraform };
}

function versions(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
}
