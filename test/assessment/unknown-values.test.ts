import { describe, expect, test } from "@jest/globals";
import type { AssessInput } from "../../assessment/assessment.ts";
import { type Estimate, estimate } from "../../assessment/estimate.ts";
import { percentiles } from "../../assessment/simulate.ts";
import { clouds } from "../../providers/index.ts";
import { isList, isObject, type Native, type Tree, Unknown } from "../../providers/native.ts";
import { genericPath, joinPath } from "../../providers/paths.ts";
import type { Cloud } from "../../providers/provider.ts";
import { takeSurvey } from "../../providers/take-survey.ts";
import { translate } from "../../providers/translate.ts";
import { withLeaf } from "../../providers/with-leaf.ts";
import { nativeFixtures } from "../fixtures/natives/load.ts";
import type { NativeFixture } from "../fixtures/natives/native-fixture.ts";

/** One value of so many becomes unknown: the same ones in each run. */
const ONE_OF = 10;

/** Places, as `type.path`, where a value that becomes unknown lowers a percentile, by why that is left so. */
const LEFT: readonly { readonly why: string; readonly places: readonly string[] }[] = [
  {
    why: "It says whether a subnet reaches the internet, or in which zone it stands: gateways are read from both, and one that may be there is not charged.",
    places: [
      "aws_route_table.route.cidr_block",
      "aws_subnet.availability_zone",
      "aws_subnet.availability_zone_id",
      "aws_nat_gateway.availability_mode",
      "aws_nat_gateway.connectivity_type",
      "openstack_networking_router_v2.enable_snat",
      "ovh_cloud_gateway.external_gateway.enabled",
      "ovh_cloud_project_network_private.regions",
      "scaleway_vpc_public_gateway_dhcp.push_default_route",
    ],
  },
  {
    why: "Natives are put together by it: without it one of them is counted by itself, or not at all.",
    places: [
      "aws_route53_zone.name",
      "ovh_domain_zone_dynhost_login.zone_name",
      "ovh_domain_zone_dynhost_record.zone_name",
      "ovh_domain_zone_record.fieldtype",
      "ovh_domain_zone_record.subdomain",
      "ovh_domain_zone_record.target",
    ],
  },
  {
    why: "It says which of several things a rule, a listener or a part is, and what stands beside it is read by that.",
    places: [
      "aws_alb_listener.default_action.type",
      "aws_lb_listener.default_action.type",
      "aws_lb_listener.default_action.fixed_response.status_code",
      "aws_lb_listener_rule.condition.path_pattern.values",
      "aws_security_group.egress.protocol",
      "aws_security_group.ingress.protocol",
      "openstack_lb_l7policy_v2.action",
      "openstack_lb_l7rule_v2.invert",
      "openstack_lb_listener_v2.protocol",
      "openstack_lb_monitor_v2.type",
      "openstack_compute_instance_v2.block_device.source_type",
      "scaleway_lb_backend.forward_protocol",
      "vsphere_virtual_machine.disk.attach",
      "scaleway_lb_route.match_path_begin",
      "scaleway_lb_backend.ssl_bridging",
      "scaleway_lb_frontend.acl.action.redirect.type",
      "scaleway_lb_frontend.acl.action.type",
      "scaleway_lb_frontend.acl.match.ip_subnet",
    ],
  },
  {
    why: "A quantity is taken to be within what the target offers: above that bound it is a loss.",
    places: [
      "aws_eks_node_group.disk_size",
      "aws_launch_template.block_device_mappings.ebs.volume_size",
      "scaleway_k8s_pool.root_volume_size_in_gb",
      "aws_ebs_volume.iops",
      "aws_eks_node_group.instance_types",
      "aws_launch_template.instance_type",
    ],
  },
  {
    why: "A word of its own stands there that the vocabulary drops, or a prop that its absence takes away: less alike than a value that nobody knows.",
    places: [
      "aws_eks_addon.addon_name",
      "aws_eks_node_group.node_group_name",
      "aws_ebs_volume.kms_key_id",
      "aws_s3_bucket_lifecycle_configuration.rule.noncurrent_version_transition.noncurrent_days",
      "aws_s3_bucket_lifecycle_configuration.rule.noncurrent_version_transition.storage_class",
      "aws_s3_bucket_lifecycle_configuration.rule.transition.storage_class",
      "aws_s3_bucket_server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm",
      "ovh_cloud_project_kube.region",
      "ovh_cloud_project_database.nodes.region",
      "openstack_blockstorage_volume_v3.volume_type",
      "ovh_cloud_project_volume.encryption.encrypted",
      "ovh_cloud_project_volume.type",
      "scaleway_k8s_cluster.cni",
      "scaleway_lb.type",
    ],
  },
];
const EXCEPTIONS = LEFT.flatMap(({ places }) => places);

interface Mutant {
  readonly what: string;
  readonly place: string;
  readonly fixture: NativeFixture;
  readonly target: Cloud;
  readonly natives: readonly Native[];
}

const fixtures = await nativeFixtures();

/** Every known value and every list of such, made unknown one at a time, on the way to every other cloud. */
function* mutants(): Generator<Mutant> {
  for (const { path, fixture } of fixtures) {
    for (const target of Object.values(clouds)) {
      if (target.id === fixture.cloud || target.sourceOnly) continue;
      for (const native of fixture.natives.filter((n) => n.mode === "managed")) {
        for (const leaf of valuesIn(native.args)) {
          const hidden = withLeaf(native, leaf, new Unknown("var.hidden"));
          yield {
            what: `${path} to ${target.id}: ${native.address} ${leaf}`,
            place: joinPath(native.type, genericPath(leaf)),
            fixture,
            target,
            natives: fixture.natives.map((n) => (n === native ? hidden : n)),
          };
        }
      }
    }
  }
}

function valuesIn(tree: Tree, at = ""): string[] {
  if (tree === null || tree instanceof Unknown) return [];
  if (isList(tree)) {
    const plain = tree.length > 0 && tree.every((item) => typeof item !== "object");
    return [...(plain ? [at] : []), ...tree.flatMap((item, i) => valuesIn(item, joinPath(at, i)))];
  }
  return isObject(tree) ? Object.entries(tree).flatMap(([key, inside]) => valuesIn(inside, joinPath(at, key))) : [at];
}

/** The whole way: what was read is surveyed, translated and estimated. */
function estimated(natives: readonly Native[], source: Cloud, target: Cloud, before?: Estimate): Estimate {
  const roots = [...Map.groupBy(natives, (n) => n.root)].map(([name, own]) => ({
    name,
    form: "hcl" as const,
    natives: own,
    holes: [],
    empty: [],
    unreadable: [],
  }));
  const survey = takeSurvey({ roots }, source);
  const input: AssessInput = {
    survey,
    translations: new Map(survey.components.map((c) => [c.id, translate(c, target)])),
    estate: { source: { kind: "hcl", paths: ["shop"], digest: "0".repeat(64) }, complete: true, diagnostics: [] },
    source,
    target,
    tool: { version: "0.0.0", catalogue: "2026-11-28" },
    facts: { team: { people: 3, availability: 0.6 }, environments: 1, assurance: false },
  };
  return estimate(input, before);
}

const known = new WeakMap<NativeFixture, Map<Cloud, Estimate>>();

/** What falls when the value is not known, of the percentiles that the report prints above P10. */
function lowered({ fixture, target, natives }: Mutant): string[] {
  const source = clouds[fixture.cloud] as Cloud;
  const ofFixture = known.get(fixture) ?? new Map<Cloud, Estimate>();
  const whole = ofFixture.get(target) ?? estimated(fixture.natives, source, target);
  known.set(fixture, ofFixture.set(target, whole));
  const [more, less] = [whole, estimated(natives, source, target, whole)].map(({ hours }) => percentiles(hours));
  return (["p50", "p80", "p95"] as const).filter((p) => (less?.[p] ?? 0) < (more?.[p] ?? 0) * (1 - 1e-9));
}

/** A number that stands for a text, spread evenly enough. */
function hash(text: string): number {
  let made = 2_166_136_261;
  for (let i = 0; i < text.length; i++) made = Math.imul(made ^ text.charCodeAt(i), 16_777_619) >>> 0;
  return made;
}

describe("a value that becomes unknown, read from natives as people write them", () => {
  test("lowers no percentile of the effort", () => {
    const tried = [...mutants()].filter(({ what, place }) => hash(what) % ONE_OF === 0 && !EXCEPTIONS.includes(place));
    expect(tried.length).toBeGreaterThan(500);
    const found = tried.flatMap((mutant) => lowered(mutant).map((p) => `${mutant.place} (${mutant.what}): ${p}`));
    expect(found).toEqual([]);
  });

  test("but where that is said, with a reason", () => {
    const all = [...mutants()];
    const settled = EXCEPTIONS.filter(
      (place) => !all.some((mutant) => mutant.place === place && lowered(mutant).length > 0),
    );
    expect(settled).toEqual([]);
  });
});
