import { z } from "zod";
import { Ipv4Range } from "./cidr.ts";
import { defineKind, prop, Reference } from "./component.ts";
import { contraryPool, NodePool, nodePools } from "./node-pool.ts";
import { anywhere, encryption, harmless, leadsTo, partName, weeklyTime } from "./prop-words.ts";

const subnet = () => leadsTo("network", "subnet");

const Login = z.strictObject({
  /** Who vouches for people. */
  issuerUrl: z.url("an address, as `https://login.shop.example`"),
  /** What the cluster is called there. */
  clientId: z.string().min(1),
  /** Claim that holds the name of a user. Default: the cloud's. */
  usernameClaim: z.string().min(1).optional(),
  /** Put before names of users. Default: the cloud's. */
  usernamePrefix: z.string().min(1).optional(),
  /** Claims that hold the groups of a user. Default: none. */
  groupsClaims: prop(z.array(z.string().min(1)), { satisfies: { rule: "setOf" } }).optional(),
  /** Put before names of groups. Default: nothing. */
  groupsPrefix: z.string().min(1).optional(),
  /** Claims that must have these values. */
  requiredClaims: z.record(z.string(), z.string()).optional(),
});

const WorkloadIdentity = z.strictObject({
  namespace: z.string().min(1),
  serviceAccount: z.string().min(1),
  /** Role that its pods act in. */
  identity: anywhere(),
});

const ServerlessPods = z.strictObject({
  /** Unique in the cluster: lower case, digits, single hyphens. */
  name: partName(),
  /** Which pods: those of a namespace with these labels. */
  selectors: prop(
    z.array(z.strictObject({ namespace: z.string().min(1), labels: z.record(z.string(), z.string()).optional() })),
    { satisfies: { rule: "setOf" } },
  ),
  /** Role that fetches their images. */
  identity: anywhere().optional(),
});

const KubernetesProps = z.strictObject({
  /** Minor version, e.g. "1.35". Default: the one the cloud prefers. */
  version: prop(z.string().regex(/^1\.\d{1,2}$/, 'a minor version, as "1.35"'), { catalogued: true }).optional(),
  /** Patch versions are installed by the cloud. Default: the cloud's. */
  autoPatch: z.boolean().optional(),
  /** Start of the weekly maintenance, UTC, e.g. "sun:03:00". */
  maintenanceWindow: weeklyTime().optional(),
  /** Where copies of the control plane stand. Default: none. */
  highAvailability: prop(z.enum(["none", "same-zone", "multi-zone"]), {
    satisfies: { rule: "ordered", values: ["none", "same-zone", "multi-zone"] },
  }).optional(),
  /** How pods reach each other: at addresses of the network (`native`), by Cilium, Calico or Canal, or by what is installed afterwards (`none`). Default: the cloud's. */
  cni: prop(z.enum(["native", "cilium", "calico", "canal", "none"]), { catalogued: true, onlyAsked: true }).optional(),
  /** Addresses of pods. Default: the cloud's. */
  podCidr: Ipv4Range.optional(),
  /** Addresses of services. Default: the cloud's. */
  serviceCidr: Ipv4Range.optional(),
  /** Subnets that nodes stand in: `subnet` outputs of a network. Default: variables where the cloud must have some. */
  subnets: prop(z.array(subnet()), { satisfies: { rule: "setOf" } }).optional(),
  /** Subnets that the control plane has addresses in. Default: those of the nodes. */
  controlPlaneSubnets: prop(z.array(subnet()), { satisfies: { rule: "setOf" } }).optional(),
  /** Groups of firewall rules at these addresses. */
  firewalls: prop(z.array(leadsTo("firewall", "id")), {
    satisfies: { rule: "setOf" },
  }).optional(),
  /** The API answers at an address inside the network. Default: false. */
  privateEndpoint: harmless().optional(),
  /** The API answers the internet. Default: the cloud's. */
  publicAccess: z.boolean().optional(),
  /** Whom it answers there. Default: everybody. */
  allowedCidrs: prop(z.array(Ipv4Range), { satisfies: { rule: "setOf" } }).optional(),
  /** Encryption of secrets in the cluster's store. Default: as the cloud guarantees. */
  encryption: encryption().optional(),
  /** The key, with `encryption: customer-key`. */
  encryptionKey: anywhere().optional(),
  /** Role the control plane acts in, where its cloud has such roles. */
  identity: anywhere().optional(),
  /** Principals of the cloud's identity service that may do everything in the cluster. */
  administrators: prop(z.array(Reference), { satisfies: { rule: "setOf" } }).optional(),
  /** Roles of the cloud that pods of a service account act in. */
  workloadIdentities: prop(z.array(WorkloadIdentity), {
    satisfies: { rule: "byKey", key: ["namespace", "serviceAccount"] },
  }).optional(),
  /** Logins through OpenID Connect. */
  oidc: Login.optional(),
  /** What the cloud installs and keeps up to date besides DNS and the network. */
  addons: prop(
    z.strictObject({
      /** Volumes for one node at a time. */
      blockStorage: harmless().optional(),
      /** Volumes for many nodes at once. */
      fileStorage: harmless().optional(),
      /** Buckets as volumes. */
      objectStorage: harmless().optional(),
      /** Snapshots of volumes. */
      snapshots: harmless().optional(),
      /** What pods use, for `kubectl top` and autoscaling of pods. */
      metrics: harmless().optional(),
    }),
    { absentMeans: {} },
  ).optional(),
  /** Logs of the control plane that are kept. Default: none. */
  controlPlaneLogs: prop(z.array(z.enum(["api", "audit", "authenticator", "controllerManager", "scheduler"])), {
    satisfies: { rule: "setOf" },
  }).optional(),
  pools: prop(z.array(NodePool), { satisfies: { rule: "byKey", key: "name" } }).default([]),
  /** Pods that run without nodes of one's own. */
  serverlessPods: prop(z.array(ServerlessPods), { satisfies: { rule: "byKey", key: "name" } }).optional(),
  /** Nodes that fail are replaced by the cloud. Default: false. */
  autoRepair: harmless().optional(),
  /** Volumes and load balancers that pods made go with the cluster. Default: false. */
  deletesVolumes: harmless().optional(),
  /** Refuse to delete. Default: true in code Exeat writes. */
  deletionProtection: z.boolean().optional(),
  /** Key/value labels. */
  labels: z.record(z.string(), z.string()).optional(),
});

export const kubernetes = defineKind({
  kind: "kubernetes",
  title: "Managed Kubernetes cluster with its pools of nodes",
  props: KubernetesProps,
  outputs: ["id", "endpoint"],
  labels: ["labels", "pools.labels"],
  contradictions: ({ pools = [] }) => pools.flatMap(contraryPool),
  effortKey: () => "kubernetes",
  parts: { running: ["pools", "serverlessPods"] },
  generate(fc) {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{2,10}$/);
    const outside = word.map((external) => ({ external, literal: true }));
    const labels = fc.dictionary(word, word, { minKeys: 1, maxKeys: 3 });
    const someOutside = (minLength: number) =>
      fc.uniqueArray(outside, { minLength, maxLength: 3, selector: (o) => o.external });
    return fc
      .record(
        {
          version: fc.constantFrom("1.28", "1.31", "1.33", "1.34", "1.35", "1.36", "1.40"),
          autoPatch: fc.boolean(),
          maintenanceWindow: fc.constantFrom("sun:03:00", "mon:22:00", "wed:04:30"),
          highAvailability: fc.constantFrom("none" as const, "same-zone" as const, "multi-zone" as const),
          cni: fc.constantFrom(
            "native" as const,
            "cilium" as const,
            "calico" as const,
            "canal" as const,
            "none" as const,
          ),
          podCidr: fc.constantFrom("10.2.0.0/16", "100.64.0.0/15"),
          serviceCidr: fc.constantFrom("10.3.0.0/16", "10.32.0.0/20"),
          subnets: someOutside(1),
          firewalls: someOutside(1),
          privateEndpoint: fc.boolean(),
          publicAccess: fc.boolean(),
          allowedCidrs: fc.uniqueArray(fc.constantFrom("192.0.2.0/24", "198.51.100.7/32"), { minLength: 1 }),
          encryption: fc.constantFrom("none" as const, "provider-key" as const, "customer-key" as const),
          identity: outside,
          administrators: someOutside(1),
          workloadIdentities: fc.uniqueArray(fc.record({ namespace: word, serviceAccount: word, identity: outside }), {
            minLength: 1,
            maxLength: 2,
            selector: (w) => `${w.namespace} ${w.serviceAccount}`,
          }),
          oidc: fc.record(
            {
              issuerUrl: fc.constant("https://login.example.org"),
              clientId: word,
              usernameClaim: word,
              usernamePrefix: word,
              groupsClaims: fc.uniqueArray(word, { minLength: 1, maxLength: 2 }),
              groupsPrefix: word,
              requiredClaims: labels,
            },
            { requiredKeys: ["issuerUrl", "clientId"] },
          ),
          addons: fc.record(
            {
              blockStorage: fc.boolean(),
              fileStorage: fc.boolean(),
              objectStorage: fc.boolean(),
              snapshots: fc.boolean(),
              metrics: fc.boolean(),
            },
            { requiredKeys: [] },
          ),
          controlPlaneLogs: fc.uniqueArray(fc.constantFrom("api" as const, "audit" as const, "scheduler" as const), {
            minLength: 1,
          }),
          pools: nodePools(fc),
          serverlessPods: fc.uniqueArray(
            fc.record(
              {
                name: word,
                selectors: fc.uniqueArray(fc.record({ namespace: word, labels }, { requiredKeys: ["namespace"] }), {
                  minLength: 1,
                  maxLength: 2,
                  selector: (s) => s.namespace,
                }),
                identity: outside,
              },
              { requiredKeys: ["name", "selectors"] },
            ),
            { minLength: 1, maxLength: 2, selector: (p) => p.name },
          ),
          autoRepair: fc.boolean(),
          deletesVolumes: fc.boolean(),
          deletionProtection: fc.boolean(),
          labels,
        },
        { requiredKeys: ["pools"] },
      )
      .map((p) => ({
        ...p,
        ...(p.encryption === "customer-key" ? { encryptionKey: { external: "kms-key", literal: true } } : {}),
        ...(p.subnets && p.firewalls ? { controlPlaneSubnets: [{ external: "inner-subnet", literal: true }] } : {}),
      }));
  },
});
