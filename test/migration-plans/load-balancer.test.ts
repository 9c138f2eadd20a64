import { describe, expect, test } from "@jest/globals";
import { assessInput, component, native } from "../assessment/estate.ts";
import { planOf } from "./shop-plan.ts";

const balancer = component("load-balancer", "aws_lb", "front", {
  layer: "l7",
  subnets: [{ external: "subnet-1", literal: true }],
  listeners: [
    { port: 80, protocol: "http", redirect: { protocol: "https" } },
    {
      port: 443,
      protocol: "https",
      backend: "web",
      rules: [{ path: "/api/*", backend: "web" }],
    },
  ],
  backends: [{ name: "web", port: 8080, protocol: "http", targets: [] }],
});
const plain = component("load-balancer", "aws_lb", "queue", {
  layer: "l4",
  subnets: [{ external: "subnet-1", literal: true }],
  listeners: [{ port: 5672, protocol: "tcp", backend: "queue" }],
  backends: [{ name: "queue", port: 5672, protocol: "tcp", targets: [] }],
});
const { plan } = planOf(assessInput({ components: [balancer, plain] }));
const stepsOf = (id: string) => plan.steps.filter((s) => s.component === id);
const namesOf = (id: string) => stepsOf(id).map((s) => s.id.replace(/\.aws-lb-\w+\./, "."));

describe("the move of a load balancer", () => {
  test("certificates and short TTLs, set once, come before the names move, and the old one goes last", () => {
    expect(namesOf(balancer.id).filter((name) => !name.includes("decision"))).toEqual(
      expect.arrayContaining([
        "foundation.certificates",
        "rehearsal.addresses",
        "rehearsal.requests",
        "cutover.names",
        "stabilisation.reverse",
        "decommission.destroy",
      ]),
    );
    const switched = stepsOf(balancer.id).find((s) => s.kind === "switch");
    expect(switched?.needs.map((id) => id.split(".").at(-1))).toEqual(
      expect.arrayContaining(["requests", "addresses", "names"]),
    );
    expect(plan.steps.filter((s) => s.action.manual?.includes("60 seconds")).map((s) => s.phase)).toEqual([
      "rehearsal",
    ]);
    const given = plan.steps.find((s) => s.id === "decommission.estate.giveUp");
    expect(given?.action.manual).toContain("the TTL that they had before");
  });

  test("partners are told its address when it was proven to answer, and the lifetime of names falls when the date is known", () => {
    const needs = (id: string) => plan.steps.find((s) => s.id === id)?.needs;
    expect(needs("rehearsal.aws-lb-front.addresses")).toEqual(["rehearsal.aws-lb-front.requests"]);
    expect(needs("rehearsal.estate.names")).toEqual(["rehearsal.estate.decide"]);
    expect(needs("decommission.estate.giveUp")).toContain("stabilisation.aws-lb-front.reverse");
  });

  test("what the code asks for is there before its values are filled in, and that before it runs", () => {
    const { steps } = planOf(assessInput({ components: [balancer] }), "terraform", [
      "target/terraform.tfvars.example",
    ]).plan;
    const needs = (id: string) => steps.find((s) => s.id === id)?.needs;
    expect(needs("foundation.code.load-balancer")).toEqual(
      expect.arrayContaining(["foundation.aws-lb-front.certificates", "foundation.aws-lb-front.size"]),
    );
    expect(needs("foundation.target.values")).toContain("foundation.code.load-balancer");
  });

  test("where zones stood at a source that does not answer, certificates wait for one that does", () => {
    const input = {
      ...assessInput({ components: [balancer] }),
      scenario: "bouton-rouge" as const,
      facts: { dependencies: { dns: "source" as const } },
    };
    const step = planOf(input).plan.steps.find((s) => s.id === "foundation.aws-lb-front.certificates");
    expect(step?.needs).toContain("prepare.dependency.dns");
    expect(step?.action.manual).toContain("only a zone that answers");
    const planned = plan.steps.find((s) => s.id === "foundation.aws-lb-front.certificates");
    expect(planned?.needs.join()).not.toContain("dependency.dns");
  });

  test("what the code leaves without a machine is given one before it is asked, and none where machines are named", () => {
    const step = plan.steps.find((s) => s.id === "data-replication.aws-lb-front.targets");
    expect(step?.action.manual).toContain("no machine in `web`:");
    expect(stepsOf(balancer.id).find((s) => s.kind === "verify")?.needs).toContain(step?.id);
    const full = [{ name: "web", port: 8080, protocol: "http", targets: [{ address: "10.0.0.4" }] }];
    const named = component("load-balancer", "aws_lb", "front", { ...balancer.props, backends: full });
    const { steps } = planOf(assessInput({ components: [named] })).plan;
    expect(steps.map((s) => s.id)).not.toContain("data-replication.aws-lb-front.targets");
  });

  test("kept for the way back it is asked no more than it can answer when what stands behind it was stopped", () => {
    const kept = plan.steps.find((s) => s.id === "stabilisation.aws-lb-front.reverse");
    expect(kept?.verify.manual).toMatch(/^Its old address still takes connections/);
    expect(kept?.verify.manual).not.toContain("as before");
  });

  test("a certificate is replaced by one, not by the load balancer that shows it", () => {
    const { steps } = planOf(assessInput({ foreign: [native("aws_acm_certificate", "www")] })).plan;
    const replaced = steps.find((s) => s.component === "foreign:aws_acm_certificate");
    expect(replaced?.action.manual).toContain("issue a new one): scaleway_lb_certificate,");
  });

  test("each port with its rules is asked; where nothing is encrypted no certificate is", () => {
    const proof = stepsOf(balancer.id).find((s) => s.kind === "verify");
    expect(proof?.action.manual).toMatch(/port 80 \(http\), port 443 \(https\) with 1 rule\./);
    expect(namesOf(plain.id)).not.toContain("foundation.certificates");
  });

  test("where nobody asked for a bandwidth somebody chooses it before it is proven", () => {
    expect(stepsOf(balancer.id).find((s) => s.kind === "verify")?.needs).toContain("foundation.aws-lb-front.size");
    const asked = component("load-balancer", "aws_lb", "front", { ...balancer.props, bandwidthMbps: 500 });
    const { steps } = planOf(assessInput({ components: [asked] })).plan;
    expect(steps.map((s) => s.id)).not.toContain("foundation.aws-lb-front.size");
  });
});
