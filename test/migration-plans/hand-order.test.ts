import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import { foreignHoldingData } from "../../assessment/holding-data.ts";
import { referencesOf } from "../../migration-plans/estate-references.ts";
import type { Step } from "../../migration-plans/plan.ts";
import type { PlanSubject } from "../../migration-plans/plan-law.ts";
import { planLaws } from "../../migration-plans/plan-laws.ts";
import { type Native, nativeId } from "../../providers/native.ts";
import type { FoundComponent } from "../../providers/survey.ts";
import { assessInput, component, intact, native, type Parts } from "../assessment/estate.ts";
import { workOf } from "./estates.ts";
import { planOf } from "./shop-plan.ts";

const refs = (...to: readonly string[]) => to.map((address, i) => ({ to: address, attr: "id", path: `a${i}` }));
const foreign = (type: string, name: string, ...to: readonly string[]): Native => ({
  ...native(type, name),
  refs: refs(...to),
});
/** A component whose code names natives beside it. */
const naming = (found: FoundComponent, ...to: readonly string[]): FoundComponent => ({
  ...found,
  natives: found.natives.map((n) => ({ ...n, refs: refs(...to) })),
});

const net = component("network", "aws_vpc", "net", { cidr: "10.0.0.0/16" });
const inNet = { component: net.id, output: "id" };
const open = { rules: [{ direction: "in", protocol: "tcp", cidrs: ["0.0.0.0/0"] }] };
const wall = component("firewall", "aws_security_group", "wall", { network: inNet, ...open });
const box = component("vm", "aws_instance", "box", { network: inNet });
const balancer = component("load-balancer", "aws_lb", "lb", {
  layer: "l7",
  subnets: [{ component: net.id, output: "subnet", item: "a" }],
  listeners: [{ port: 80, protocol: "http", backend: "web" }],
  backends: [{ name: "web", port: 80, protocol: "http", targets: [{ component: box.id, output: "id" }] }],
});
const zone = component("dns-zone", "aws_route53_zone", "zone", { name: "example.org" });
const bucket = component("object-bucket", "aws_s3_bucket", "files", { name: "files" });
const group = foreign("aws_autoscaling_group", "asg", "aws_vpc.net", "aws_lb.lb", "aws_launch_template.lt");
const template = foreign("aws_launch_template", "lt", "aws_security_group.wall", "aws_iam_instance_profile.web");
const profile = foreign("aws_iam_instance_profile", "web", "aws_s3_bucket.files", "aws_autoscaling_group.asg");

const APPLY = "foundation.target.apply";
const GROUP = "foundation.foreign.autoscalingGroup";

function subject(parts: Parts): PlanSubject {
  const input = assessInput(parts);
  const { survey, source } = input;
  const assessment = assess(input);
  return {
    ...planOf(input),
    source: source.title,
    references: referencesOf({ survey, assessment }),
    found: [],
    holding: foreignHoldingData({ survey, source }).map(nativeId),
    work: workOf(assessment),
  };
}

const needsOf = ({ plan }: PlanSubject, id: string) => plan.steps.find((s) => s.id === id)?.needs;
const broken = (made: PlanSubject) => planLaws.filter((law) => law.check(made).length > 0).map((law) => law.name);
/** Ids of steps by what ends them. */
const placed = ({ plan }: PlanSubject, ...ends: readonly string[]) =>
  ends.map((end) => plan.steps.findIndex((s) => s.id.endsWith(end)));
const inOrder = (places: readonly number[]) => [...places].sort((a, b) => a - b);

describe("what no component holds is made by hand where it stands", () => {
  const whole = subject({
    components: [net, wall, balancer, box, bucket],
    foreign: [group, template, profile],
  });

  test("machines that stand in the network and behind the balancer follow what makes both, rights come before", () => {
    expect(broken(whole)).toEqual([]);
    expect(needsOf(whole, GROUP)).toEqual(["prepare.target.account", APPLY, "foundation.foreign.serviceAccount"]);
    expect(needsOf(whole, "foundation.foreign.serviceAccount")).toEqual(["prepare.target.account"]);
  });

  test("network, firewall and balancer are proven when machines stand in them, behind them and copied", () => {
    const [reach, pass, requests] = ["aws-vpc-net.reach", "aws-security-group-wall.pass", "aws-lb-lb.requests"].map(
      (end) => needsOf(whole, `rehearsal.${end}`),
    );
    expect(reach).toEqual(expect.arrayContaining([GROUP, "data-replication.aws-instance-box.ready"]));
    expect(reach).not.toContain("data-replication.aws-instance-box.copy");
    expect(pass).toContain(GROUP);
    expect(pass).not.toContain("data-replication.aws-instance-box.ready");
    expect(requests).toEqual(
      expect.arrayContaining([
        GROUP,
        "data-replication.aws-instance-box.ready",
        "data-replication.aws-instance-box.copy",
      ]),
    );
    // Proofs of data read the data alone.
    expect(needsOf(whole, "rehearsal.aws-s3-bucket-files.prove")).not.toContain("foundation.foreign.serviceAccount");
  });

  test("a plan that makes it otherwise breaks a law", () => {
    const without = (id: string, need: string): PlanSubject => ({
      ...whole,
      plan: {
        ...whole.plan,
        steps: whole.plan.steps.map(
          (s): Step => (s.id === id ? { ...s, needs: s.needs.filter((n) => n !== need) } : s),
        ),
      },
    });
    expect(broken(without(GROUP, APPLY))).toEqual(expect.arrayContaining(["dependencies", "stands-in-target"]));
    expect(broken(without(GROUP, "foundation.foreign.serviceAccount"))).toContain("dependencies");
    expect(broken(without("rehearsal.aws-vpc-net.reach", GROUP))).toEqual(["rehearsed-with"]);
    expect(broken(without("rehearsal.aws-vpc-net.reach", "data-replication.aws-instance-box.ready"))).toEqual([
      "rehearsed-with",
    ]);
  });

  test("what nobody referred to stands in the target too, unless it stands alone", () => {
    const alone = subject({
      components: [net],
      foreign: [
        native("aws_elasticache_cluster", "cache"),
        native("aws_kms_key", "key"),
        native("aws_ecr_repository", "r"),
      ],
    });
    expect(broken(alone)).toEqual([]);
    const after = alone.plan.steps.filter((s) => s.needs.includes(APPLY) && s.id.includes(".foreign."));
    expect(after.map((s) => s.id)).toEqual(["foundation.foreign.redis"]);
  });
});

describe("what code asks for is there first, where it can be", () => {
  test("a certificate comes before the balancer's code", () => {
    const made = subject({
      components: [naming(balancer, "aws_acm_certificate.www"), net],
      foreign: [native("aws_acm_certificate", "www")],
    });
    expect(broken(made)).toEqual([]);
    const places = placed(made, "foreign.loadBalancerL7", "target.plan", "target.apply");
    expect(inOrder(places)).toEqual(places);
  });

  test("what stands behind other code follows all code, which is run again then", () => {
    const made = subject({
      components: [naming(zone, "aws_cloudfront_distribution.cdn"), bucket],
      foreign: [foreign("aws_cloudfront_distribution", "cdn", "aws_s3_bucket.files")],
    });
    expect(broken(made)).toEqual([]);
    expect(needsOf(made, "foundation.foreign.cdn")).toContain(APPLY);
    const said = ({ plan }: PlanSubject) =>
      plan.steps.find((s) => s.id.startsWith("foundation.foreign."))?.action.manual;
    expect(said(made)).toMatch(/give that when it is there and run the code again\.$/);
    const byHand = subject({
      components: [naming(zone, "aws_cloudfront_distribution.cdn"), { ...bucket, attachedTo: "external" }],
      foreign: [foreign("aws_cloudfront_distribution", "cdn", "aws_s3_bucket.files")],
    });
    expect(said(byHand)).not.toContain("run the code again");
    const alone = subject({ components: [bucket], foreign: [foreign("aws_cloudfront_distribution", "cdn")] });
    expect(said(alone)).not.toContain("run the code again");
  });

  test("what is replaced by hand and refers to foreign types needs them, and no circle comes of it", () => {
    const unsupported = {
      ...intact,
      unsupported: { why: "none", substitute: { what: "another", class: "substitute" as const } },
    };
    const refers = naming(box, "aws_elasticache_cluster.cache");
    const made = subject({
      components: [net, refers, component("firewall", "aws_security_group", "wall", { network: inNet })],
      foreign: [foreign("aws_elasticache_cluster", "cache", "aws_security_group.wall")],
      translations: { [box.id]: unsupported },
    });
    expect(broken(made)).toEqual([]);
    expect(needsOf(made, "foundation.aws-instance-box.by-hand")).toContain("foundation.foreign.redis");
    // Code that refers to the machine has it first, and so the cache too, though its firewall is code.
    const led = subject({
      components: [net, refers, balancer, component("firewall", "aws_security_group", "wall", { network: inNet })],
      foreign: [foreign("aws_elasticache_cluster", "cache", "aws_security_group.wall")],
      translations: { [box.id]: unsupported },
    });
    expect(broken(led)).toEqual([]);
    const places = placed(led, "foreign.redis", "box.by-hand", "target.plan");
    expect(inOrder(places)).toEqual(places);
  });

  test("a circle through foreign types takes no order from components", () => {
    const routed = naming(net, "aws_ec2_transit_gateway_vpc_attachment.hub");
    const made = subject({
      components: [routed, wall],
      foreign: [foreign("aws_ec2_transit_gateway_vpc_attachment", "hub", "aws_vpc.net", "aws_security_group.wall")],
    });
    expect(broken(made)).toEqual([]);
    expect(needsOf(made, "foundation.foreign.transit")).toContain(APPLY);
    expect(needsOf(made, "decommission.aws-vpc-net.destroy")).toContain("decommission.aws-security-group-wall.destroy");
  });

  test("machines that pull images or read secrets at boot have them first; where nobody knows of any, nothing waits", () => {
    const task = foreign("aws_ecs_task_definition", "web", "data.aws_secretsmanager_secret.key");
    const sign = (dependency: string, address: string) =>
      ({ dependency, stands: "source", root: ".", address, at: { file: "main.tf", line: 1 } }) as const;
    const signs = [
      sign("images", "aws_ecs_task_definition.web"),
      sign("secrets", "data.aws_secretsmanager_secret.key"),
      sign("registrar", "aws_ecs_task_definition.web"),
    ];
    const needs = (parts: Parts) => needsOf(subject(parts), "foundation.foreign.serverlessContainer");
    expect(needs({ foreign: [task], signs })).toEqual([
      "prepare.target.account",
      "foundation.dependency.images",
      "foundation.dependency.secrets",
      APPLY,
    ]);
    expect(needs({ foreign: [task] })).toEqual(["prepare.target.account", APPLY]);
  });
});

describe("types that nobody described", () => {
  const made = subject({ unknown: [foreign("aws_quantum_thing", "q", "aws_vpc.net")], components: [net] });
  const step = (id: string) => made.plan.steps.find((s) => s.id === id);

  test("are decided about before anything is made, made where they stand, and what they hold is carried over", () => {
    expect(broken(made)).toEqual([]);
    expect(step("prepare.unknown.aws_quantum_thing")?.effort).toBeNull();
    expect(step("foundation.unknown.aws_quantum_thing")).toMatchObject({
      needs: ["prepare.target.account", "prepare.unknown.aws_quantum_thing", APPLY],
      effort: { likely: expect.any(Number) },
    });
    expect(step("cutover.unknown.undescribed")).toMatchObject({
      concerns: ["unknown:aws_quantum_thing"],
      places: [".:aws_quantum_thing.q"],
      needs: expect.arrayContaining(["foundation.unknown.aws_quantum_thing"]),
      action: { manual: expect.stringMatching(/^Only where that was decided\. Stop what still writes there/) },
    });
    expect(step("rehearsal.aws-vpc-net.reach")?.needs).toContain("foundation.unknown.aws_quantum_thing");
  });
});
