import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import { assessInput, component } from "../assessment/estate.ts";
import { planOf } from "./shop-plan.ts";

const https = { direction: "in", protocol: "tcp", fromPort: 443, toPort: 443 };
const edge = component("firewall", "aws_security_group", "edge", { rules: [{ ...https, cidrs: ["203.0.113.0/24"] }] });
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

  test("ranges are taken out where a rule names some that may be the source's, or nobody knows", () => {
    const hole = { path: "rules", expression: "var.cidrs", at: { file: "main.tf", line: 1 } };
    const of = (cidrs: readonly string[], holes: readonly (typeof hole)[] = []) => {
      const rules = [{ ...https, ...(cidrs.length > 0 ? { cidrs } : { self: true }) }];
      const wall = { ...component("firewall", "aws_security_group", "wall", { rules }), holes };
      const { steps } = planOf(assessInput({ components: [wall] })).plan;
      return steps.some((s) => s.id === "decommission.aws-security-group-wall.ranges");
    };
    for (const cidrs of [["203.0.113.0/24"], ["10.0.0.0/8", "198.51.100.7/32"], ["2001:db8::/32"], ["10.0.0.0/7"]])
      expect([cidrs, of(cidrs)]).toEqual([cidrs, true]);
    const own = [
      ["0.0.0.0/0", "::/0"],
      ["10.1.0.0/16", "172.16.0.0/12", "192.168.1.0/24"],
      ["fd12::/16", "fe80::/10"],
      [],
    ];
    for (const cidrs of own) expect([cidrs, of(cidrs)]).toEqual([cidrs, false]);
    expect(of([], [hole])).toBe(true);
    const { steps } = planOf(assessInput({ components: [inner] })).plan;
    const destroyed = steps.find((s) => s.id === "decommission.aws-security-group-inner.destroy");
    expect(destroyed?.needs).toContain("rehearsal.aws-security-group-inner.pass");
  });

  test("only rules that refer to groups cost the work of writing ranges instead", () => {
    const { workItems } = assess(input);
    const charged = workItems.filter((w) => w.id.includes("rules refer to groups")).map((w) => w.component);
    expect(charged).toEqual([inner.id]);
  });
});
