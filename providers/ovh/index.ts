import { mapping } from "../foreign-services.ts";
import type { Cloud, KindTable } from "../provider.ts";
import type { PulumiInputs, PulumiToken } from "../pulumi-package.ts";
import { loadSchema, loadTable } from "../schema.ts";
import { catalogues } from "./catalog.ts";
import { decisive } from "./decisive.ts";
import { signs } from "./dependency-signs.ts";
import { dnsZone } from "./dns-zone.ts";
import { firewall } from "./firewall.ts";
import { foreign } from "./foreign.ts";
import { guarantees } from "./guarantees.ts";
import { inUse } from "./in-use.ts";
import { jurisdiction } from "./jurisdiction.ts";
import { kubernetes } from "./kubernetes.ts";
import { leafClasses } from "./leaf-classes.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { objectBucket } from "./object-bucket.ts";
import { priceList } from "./price-rules.ts";
import { OWN_REGIONS } from "./regions.ts";
import { settle } from "./settle.ts";
import { sqlDatabase } from "./sql-database.ts";
import { vm } from "./vm.ts";
import { volume } from "./volume.ts";

const at = (file: string) => new URL(`./schema/${file}`, import.meta.url);
const tokens = (file: string) => () => loadTable<Readonly<Record<string, PulumiToken>>>(at(file));

/** OVHcloud Public Cloud, written as a Pulumi program; what its own provider lacks goes through OpenStack. */
export const ovh: Cloud = {
  id: "ovh",
  title: "OVHcloud",
  providers: [
    {
      name: "ovh",
      source: "ovh/ovh",
      versions: "~> 2.19",
      schema: () => loadSchema(at("ovh.json.gz")),
      // Regions stand in the resources; endpoint and credentials come from the environment.
      block: () => ({}),
      pulumi: {
        package: "@ovhcloud/pulumi-ovh",
        versions: "^2.19.1",
        tokens: tokens("ovh-pulumi-tokens.json"),
        inputs: () => loadTable<PulumiInputs>(at("ovh-pulumi-inputs.json.gz")),
      },
    },
    {
      name: "openstack",
      source: "terraform-provider-openstack/openstack",
      versions: "~> 3.4",
      schema: () => loadSchema(at("openstack.json.gz")),
      block: (region) => ({ region }),
      sharedBy: { ownRegions: OWN_REGIONS },
      pulumi: {
        package: "@pulumi/openstack",
        versions: "^3.15.2",
        tokens: tokens("openstack-pulumi-tokens.json"),
      },
    },
  ],
  defaultRegion: "EU-WEST-PAR",
  regionPaths: ["region", "region_name", "nodes.region"],
  kinds: {
    kubernetes,
    network,
    firewall,
    "object-bucket": objectBucket,
    "sql-database": sqlDatabase,
    vm,
    volume,
    "dns-zone": dnsZone,
    "load-balancer": loadBalancer,
  } satisfies KindTable,
  catalogues,
  guarantees,
  // Without numbers a pool has one node and does not shrink below what it has.
  zeros: { ovh_cloud_project_kube_nodepool: ["desired_nodes", "min_nodes"] },
  foreign,
  offered: {
    queue: { has: { managed: [] }, citation: mapping("queue") },
    // Jobs of a cluster run on its nodes, in the network that it is given.
    cronJob: { has: { privateNetwork: "everywhere" }, citation: mapping("cronJob") },
  },
  decisive,
  leafClasses,
  // docs/resources/compute_instance_v2: active, shutoff, paused or shelved_offloaded (read 2026-11-27).
  off: {
    openstack_compute_instance_v2: { attribute: "power_state", words: ["shutoff", "paused", "shelved_offloaded"] },
  },
  inUse,
  signs,
  jurisdiction,
  prices: priceList,
  settle,
  engine: "pulumi",
};
