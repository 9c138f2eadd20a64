import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Assessment } from "../../assessment/assessment.ts";
import { exeat, SHOP, temporary } from "./exeat.ts";

/** Levers of the example, pulled in its code. */

const base = temporary();
let copies = 0;
function copyOfShop(): string {
  const folder = join(base, String(copies++));
  cpSync(SHOP, folder, { recursive: true });
  return folder;
}

const ROUNDING = 0.15001;

/** Removes a resource block from the text of a file. */
const without = (type: string) => (text: string) => text.replace(new RegExp(`resource "${type}"[^]*?\\n}\\n`, "g"), "");

const edits: readonly { readonly lever: RegExp; readonly file: string; readonly edit: (text: string) => string }[] = [
  { lever: /^Do without aws_sagemaker/, file: "recommendations.tf", edit: without("aws_sagemaker_\\w+") },
  { lever: /`notifications`/, file: "storage.tf", edit: without("aws_s3_bucket_notification") },
  { lever: /`website`/, file: "modules/bucket/main.tf", edit: without("aws_s3_bucket_website_configuration") },
  { lever: /`versioning`/, file: "modules/bucket/main.tf", edit: without("aws_s3_bucket_versioning") },
  { lever: /`accessLogs`/, file: "modules/bucket/main.tf", edit: without("aws_s3_bucket_logging") },
  { lever: /`highAvailability`/, file: "database.tf", edit: (text) => text.replace(/\n *multi_az .*/, "") },
  {
    lever: /`storageAutogrowMaxGiB`/,
    file: "database.tf",
    edit: (text) => text.replace(/\n *max_allocated_storage .*/, ""),
  },
  {
    lever: /behind one interface/,
    file: "exeat.yaml",
    edit: (text) => `${text}\n  aws_sagemaker_endpoint.recommendations:\n    callSites: 1\n`,
  },
];

async function assessed(folder: string, target: string): Promise<Assessment> {
  const facts = join(folder, "exeat.yaml");
  const { code, out } = await exeat(["assess", folder, "--to", target, "--facts", facts, "--format", "json"]);
  expect(code).toBe(0);
  return Assessment.parse(JSON.parse(out));
}

describe("levers of the example, pulled in its code", () => {
  test.each(["scaleway", "ovh"])("save what the assessment says: to %s", async (target) => {
    const before = await assessed(copyOfShop(), target);
    let pulled = 0;
    for (const { lever, file, edit } of edits) {
      const promised = before.levers.find((l) => lever.test(l.change));
      if (!promised) continue;
      const folder = copyOfShop();
      const path = join(folder, file);
      const text = readFileSync(path, "utf8");
      expect(edit(text)).not.toBe(text);
      writeFileSync(path, edit(text));
      const after = await assessed(folder, target);
      for (const p of ["p50", "p80"] as const) {
        const saved = before.effort[p] - after.effort[p];
        expect([promised.change, p, promised.saves[p], Math.abs(saved - promised.saves[p]) <= ROUNDING, saved]).toEqual(
          [...[promised.change, p, promised.saves[p], true, saved]],
        );
      }
      pulled++;
    }
    expect(pulled).toBeGreaterThan(4);
  });
});
