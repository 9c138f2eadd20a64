import { encoded, ref, text } from "../../providers/expr.ts";
import { type Args, type Native, Unknown } from "../../providers/native.ts";
import { edgesOf, genericPath, leavesOf } from "../../providers/paths.ts";
import type { Variable } from "../../providers/provider.ts";
import type { Output, Synthesis } from "../../providers/synthesis.ts";

/** A native as a `lower` makes it. */
export function native(
  type: string,
  name: string,
  args: Args,
  options: { readonly protect?: boolean; readonly dependsOn?: readonly Native[] } = {},
): Native {
  return {
    address: `${type}.${name}`,
    root: ".",
    mode: "managed",
    type,
    name,
    provider: { name: type.split("_")[0] ?? "" },
    args,
    refs: edgesOf(args),
    configured: new Set(leavesOf(args).map(([path]) => genericPath(path))),
    ...(options.protect ? { lifecycle: { preventDestroy: true } } : {}),
    ...(options.dependsOn ? { dependsOn: options.dependsOn.map(({ address }) => address) } : {}),
    at: { file: "synthesised" },
  };
}

/** A synthesis written by hand; every native is a component of its own unless told otherwise. */
export function synthesis(
  natives: readonly Native[],
  rest: Partial<Pick<Synthesis, "variables" | "outputs" | "components">> = {},
): Synthesis {
  return {
    cloud: "ovh",
    region: "GRA",
    natives: [...natives].sort((a, b) => (a.address < b.address ? -1 : 1)),
    variables: [],
    outputs: [],
    components: new Map(),
    diagnostics: [],
    ...rest,
  };
}

export const variable = (name: string, rest: Partial<Variable> = {}): Variable => ({
  name,
  type: "string",
  description: `What ${name} is.`,
  ...rest,
});

export const use = (name: string): Unknown => new Unknown(`var.${name}`);

const project = { service_name: use("service_name") };
const serviceName = variable("service_name", { description: "Id of the Public Cloud project." });

const invoices = native(
  "ovh_cloud_project_storage",
  "invoices",
  {
    ...project,
    region_name: "GRA",
    name: "shop-invoices",
    versioning: { status: "enabled" },
    tags: { team: "billing", "cost-centre": "42" },
    replication: {
      rules: [
        { id: "all", priority: 1, status: "enabled", destination: { name: use("external_copies"), region: "SBG" } },
        { id: "media", priority: 2, filter: { prefix: "media/" }, destination: { name: "media", region: "SBG" } },
      ],
    },
  },
  { protect: true },
);
const rules = native(
  "ovh_cloud_project_storage_object_bucket_lifecycle_configuration",
  "invoices",
  {
    ...project,
    region_name: ref(invoices, "region_name"),
    container_name: ref(invoices, "name"),
    rules: [{ id: "expire-logs", status: "enabled", filter: { prefix: "logs/" }, expiration: { days: 365 } }],
  },
  { dependsOn: [invoices] },
);

const output = (name: string, value: Output["value"]): Output => ({ name, description: `What ${name} is.`, value });

/** A bucket with rules of its own resource: references, a wait, protection, templates. */
export const bucket: Synthesis = synthesis([invoices, rules], {
  variables: [variable("external_copies"), serviceName],
  outputs: [
    output("invoices_endpoint", text`https://${ref(invoices, "virtual_host")}/`),
    output("invoices_name", ref(invoices, "name")),
    output("invoices_policy", encoded({ bucket: ref(invoices, "id"), owner: [text`${use("service_name")}/x`] })),
  ],
});

const orders = native(
  "ovh_cloud_project_database",
  "orders",
  {
    ...project,
    description: "orders",
    engine: "postgresql",
    version: "16",
    plan: "production",
    flavor: "b3-8",
    disk_size: 80,
    nodes: [{ region: "GRA" }, { region: "GRA" }],
    ip_restrictions: [{ ip: "10.0.0.0/8", description: "the shop" }],
    advanced_configuration: { "pg.timezone": "UTC" },
  },
  { protect: true },
);
const ordersDatabase = native("ovh_cloud_project_database_database", "orders", {
  service_name: ref(orders, "service_name"),
  engine: ref(orders, "engine"),
  cluster_id: ref(orders, "id"),
  name: "shop",
});
const admin = native("ovh_cloud_project_database_postgresql_user", "orders", {
  service_name: ref(orders, "service_name"),
  cluster_id: ref(orders, "id"),
  name: "admin",
  password_reset: text`${use("admin_password")}-1`,
});

/** A database with one list inside another's item, a secret, and a value deep inside a list. */
export const database: Synthesis = synthesis([orders, ordersDatabase, admin], {
  variables: [variable("admin_password", { sensitive: true }), serviceName],
  outputs: [
    output(
      "orders_host",
      new Unknown(`${orders.address}.endpoints[0].domain`, [{ to: orders.address, attr: "endpoints.0.domain" }]),
    ),
    output("orders_greeting", text`hello, ${use("admin_password")}`),
  ],
});

const network = native("openstack_networking_network_v2", "shop", { name: "shop", admin_state_up: true });
const subnet = native("openstack_networking_subnet_v2", "shop", {
  network_id: ref(network, "id"),
  cidr: "10.0.0.0/24",
  ip_version: 4,
  allocation_pool: [{ start: "10.0.0.10", end: "10.0.0.100" }],
});
const port = native("openstack_networking_port_v2", "shop", {
  network_id: ref(network, "id"),
  fixed_ip: [{ subnet_id: ref(subnet, "id") }],
  binding: [{ host_id: "a" }],
});

/** Natives of the package whose inputs no table tells. */
export const privateNetwork: Synthesis = synthesis([network, subnet, port]);
