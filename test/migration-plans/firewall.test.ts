import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import { assessInput, component } from "../assessment/estate.ts";
import { planOf } from "./shop-plan.ts";

const https = { direction: "in", protocol: "tcp", fromPort: 443, toPort: 443 };
const edge = component("firewall", "aws_security_group", "edge", { rules: [{ ...https, cidrs: ["0.0.0.0/0"] }] });
const inner = component("firewall", "aws_security_group", "inner", { rules: [{ ...https, self: true }] });
const input = assessInput({ components: [edge, inner] });
const { plan } = planOf(input);

describe("the move of a firewall", () => {
  test("what passes and what does not is proved before the old ranges are taken out, and the old one goes last", () => {
    const steps = plan.steps.filter((s) => s.component === edge.id);
    const ends = (id: string) => steps.find((s) => s.id.endsWith(id));
    expect(ends(".pass")?.kind).toBe("verify");
    expect(ends(".ranges")?.needs).toContain(ends(".pass")?.id);
    expect(ends(".ranges")?.needs).toContain("decommission.estate.giveUp");
    expect(ends(".destroy")?.needs).toContain(ends(".ranges")?.id);
  });

  test("only rules that refer to groups cost the work of writing ranges instead", () => {
    const { workItems } = assess(input);
    const charged = workItems.filter((w) => w.id.includes("rules refer to groups")).map((w) => w.component);
    expect(charged).toEqual([inner.id]);
  });
});
