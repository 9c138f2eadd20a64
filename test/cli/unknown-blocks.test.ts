import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { exeat, temporary } from "./exeat.ts";

const folder = temporary();

const rules = (fallback: string) => `
variable "rules" {
  type = list(object({ port = number, cidrs = list(string) }))
  ${fallback}
}
resource "aws_security_group" "web" {
  name = "web-tier"
  dynamic "ingress" {
    for_each = var.rules
    content {
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ingress.value.cidrs
    }
  }
}
`;

async function assessed(name: string, code: string, ...more: string[]) {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "main.tf"), code);
  const words = ["assess", join(folder, name), "--to", "scaleway", "--format", "json", ...more];
  return JSON.parse((await exeat(words)).out);
}

test("rules that a variable brings are no cheaper than five known ones, and the report says how many were assumed", async () => {
  const known = await assessed(
    "known",
    rules(`default = [for port in [80, 443, 8080, 8443, 9090] : { port = port, cidrs = ["192.0.2.0/24"] }]`),
  );
  const unknown = await assessed("unknown", rules(""));
  for (const p of ["p50", "p80", "p95"]) expect(unknown.effort[p]).toBeGreaterThanOrEqual(known.effort[p]);
  expect(unknown.unknowns).toContainEqual({
    what: "ingress of aws_security_group.web",
    dependsOn: "var.rules",
    assumed: "up to 5, each with all that can be set in it",
    at: expect.objectContaining({ line: 9 }),
  });
  expect(JSON.stringify(known.unknowns)).not.toContain("ingress of");
});

test("in French too", async () => {
  mkdirSync(join(folder, "fr"));
  writeFileSync(join(folder, "fr", "main.tf"), rules(""));
  const { out } = await exeat(["assess", join(folder, "fr"), "--to", "ovh", "--format", "markdown", "--lang", "fr"]);
  expect(out).toContain("jusqu’à 5, chacun avec tout ce qui peut y être écrit");
});
