import { expect, test } from "@jest/globals";
import { threat } from "../../../providers/hazard.ts";
import { knowledgeOf } from "../../../providers/import-knowledge.ts";
import { type Implementation, isImplemented } from "../../../providers/provider.ts";
import { scaleway } from "../../../providers/scaleway/index.ts";
import { takeSurvey } from "../../../providers/take-survey.ts";
import { readMain } from "../../importers/hcl/memory-files.ts";

/** What is left of the components of a `main.tf`, by class, and which hazards threaten them at Scaleway. */
async function seen(main: string) {
  const root = await readMain(main, {}, { knowledge: knowledgeOf([scaleway]) });
  const { components } = takeSurvey({ roots: [root] }, scaleway);
  return components.flatMap((component) => {
    const entry = scaleway.kinds[component.kind] as Implementation<"vm">;
    expect(isImplemented(entry)).toBe(true);
    const threats = entry.exit.hazards.filter(
      (h) => threat(h, { component, natives: component.natives, facts: {} }).threatens,
    );
    return [
      ...component.residue.map((leaf) => `${leaf.path} ${leaf.class}`),
      ...threats.flatMap(({ text }) =>
        (/passes elsewhere|is cut off/.exec(text) ?? []).map((w) => `${component.kind} ${w}`),
      ),
    ];
  });
}

const group = (rules: string) => `
resource "scaleway_instance_security_group" "app" {
  ${rules}
}
resource "scaleway_instance_server" "app" {
  type              = "PLAY2-NANO"
  image             = "debian_bookworm"
  security_group_id = scaleway_instance_security_group.app.id
  ATTACHED
}
resource "scaleway_vpc_private_network" "app" {}
`;
const refused = `inbound_rule {
    action = "drop"
    port   = 5432
  }`;

test("what a group refuses one by one is a list to write anew, and said to pass elsewhere", async () => {
  const found = await seen(group(refused).replace("ATTACHED", ""));
  expect(found).toEqual([
    "inbound_rule.0.action redesign",
    "inbound_rule.0.port redesign",
    "firewall passes elsewhere",
  ]);
  const beside = `
resource "scaleway_instance_security_group" "app" {
  external_rules = true
}
resource "scaleway_instance_security_group_rules" "app" {
  security_group_id = scaleway_instance_security_group.app.id
  out${refused.slice(2)}
}`;
  expect(await seen(beside)).toEqual([
    "outbound_rule.0.action redesign",
    "outbound_rule.0.port redesign",
    "firewall passes elsewhere",
  ]);
  expect(await seen(group("").replace("ATTACHED", ""))).toEqual([]);
});

test("machines of a private network with a group are told that groups elsewhere filter what they ask of each other", async () => {
  const attached = "private_network {\n pn_id = scaleway_vpc_private_network.app.id\n }";
  expect(await seen(group("").replace("ATTACHED", attached))).toEqual(["vm is cut off"]);
});
