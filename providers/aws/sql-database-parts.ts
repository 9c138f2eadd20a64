import { isList, isObject, type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, Peek, RaiseContext } from "../provider.ts";
import { blocks, compact, known, list, members } from "../values.ts";
import { subnetsIn } from "./subnets.ts";

/** Who keeps the administrator's password. The password itself is never carried. */
export function readPassword(holder: Cursor, passwords: readonly string[], ctx: RaiseContext): void {
  if (holder.has("manage_master_user_password")) {
    ctx.props.set(
      "passwordManagement",
      known(holder.read("manage_master_user_password"), (yes) => (yes === true ? "cloud" : "operator")),
    );
    // A plan and a state never hold a write-only secret, but its version.
  } else if (passwords.some((p) => holder.has(p) || holder.has(`${p}_version`)))
    ctx.props.set("passwordManagement", "operator");
  for (const path of passwords) {
    holder.ignore(path, "a secret is never carried: the target gets a new one");
    holder.ignore(`${path}_version`, "a secret is never carried: the target gets a new one");
  }
}

/** Encrypted with a key of one's own, or with the one that AWS keeps for the account. */
export function readEncryption(holder: Cursor, ctx: RaiseContext): void {
  const encrypted = holder.read("storage_encrypted");
  if (encrypted === undefined || encrypted === false) {
    ctx.props.set("encryption", encrypted === false ? "none" : undefined);
    // A key of what is not encrypted, which RDS refuses: somebody has to look at it.
    return;
  }
  const key = holder.read("kms_key_id");
  // A state names the key in any case, and a key of AWS by its id like any other.
  if (holder.fromState && encrypted === true && key !== undefined) {
    const open = new Unknown(`kms_key_id ${JSON.stringify(key)}: whose key it is`);
    for (const prop of ["encryption", "encryptionKey"]) ctx.props.set(prop, open);
    return;
  }
  const ownKey = key !== undefined && !(typeof key === "string" && key.endsWith("alias/aws/rds"));
  ctx.props.set(
    "encryption",
    known(encrypted, (yes) => (yes !== true ? "none" : ownKey ? "customer-key" : "provider-key")),
  );
  if (ownKey) ctx.props.set("encryptionKey", ctx.reference(key) as Tree | undefined);
}

const WINDOW = /^((?:[a-z]{3}:)?\d\d:\d\d)-(?:[a-z]{3}:)?\d\d:\d\d$/;

/** AWS writes windows as start-end; the start is what is asked for. */
export function readWindows(holder: Cursor, backup: string, maintenance: string, ctx: RaiseContext): void {
  const start = (value: Tree | undefined) =>
    known(value, (v) => WINDOW.exec(String(v).toLowerCase())?.[1] ?? new Unknown(JSON.stringify(v)));
  ctx.props.set("backupTime", start(holder.read(backup)));
  ctx.props.set("maintenanceWindow", start(holder.read(maintenance)));
}

/** The parameters that differ from the engine's defaults, from every parameter group of the types. */
export function attachParameters(group: Cursors, types: readonly string[], ctx: RaiseContext): void {
  const found: Record<string, Tree> = {};
  for (const c of types.flatMap((type) => members(group, type))) {
    for (const path of ["name", "name_prefix", "description", "tags"]) c.ignore(path, "names the list of settings");
    c.ignore("family", "follows engine and version");
    const parameters = blocks(c, "parameter", (p) => {
      p.ignore("apply_method", "when a change takes effect, not what runs");
      return compact({ name: p.read("name"), value: p.read("value") });
    });
    for (const parameter of list(parameters)) {
      if (parameter instanceof Unknown) ctx.props.set("parameters", parameter);
      else {
        const { name, value } = parameter as { name: Tree; value: Tree };
        if (typeof name === "string") found[name] = value;
        else ctx.props.set("parameters", name);
      }
    }
  }
  if (Object.keys(found).length > 0) ctx.props.set("parameters", found);
}

/** The subnets of its group; of a group that is not here, or whose subnets nobody can look into, its name. */
export function readSubnets(group: Cursors, holder: Cursor, ctx: RaiseContext): void {
  const listed = members(group, "aws_db_subnet_group");
  const own = listed.find((c) => holder.names("db_subnet_group_name", c)) ?? listed[0];
  for (const c of listed) {
    for (const path of ["name", "name_prefix", "description", "tags"]) c.ignore(path, "names the list of subnets");
  }
  const name = ctx.reference(holder.read("db_subnet_group_name")) as Tree | undefined;
  if (name === undefined) return;
  const found = subnetsIn(own?.read("subnet_ids"), ctx);
  ctx.props.set("subnets", isList(found) ? found : [name]);
}

/**
 * Who may connect. A security group that says nothing but "these addresses, on this port" is a list of CIDR blocks;
 * any other one stays a firewall of its own.
 */
export function readAccess(group: Cursors, holder: Cursor, port: number, ctx: RaiseContext): void {
  const attached = holder.read("vpc_security_group_ids");
  const plain = members(group, "aws_security_group").filter((c) => isOnPort(c, port));
  const cidrs = plain.flatMap((c) => {
    for (const path of ["name", "name_prefix", "description", "tags", "vpc_id", "egress"])
      c.ignore(path, "only names or places the list of addresses");
    return c.each("ingress").flatMap((rule) => {
      rule.ignore("description", "names the rule");
      return ["cidr_blocks", "ipv6_cidr_blocks"].flatMap((path) => list(rule.read(path)));
    });
  });
  if (cidrs.length > 0) ctx.props.set("allowedCidrs", cidrs);
  // It has the group of its VPC, which no address from outside passes.
  if (attached === undefined) ctx.props.hold("firewalls", []);
  if (attached instanceof Unknown && attached.refs.length === 0) {
    ctx.props.set("firewalls", attached);
    return;
  }
  const own = (i: number) => plain.some((c) => holder.names(`vpc_security_group_ids.${i}`, c));
  const others = list(attached).filter((_, i) => !own(i));
  if (others.length === 0) return;
  ctx.props.set(
    "firewalls",
    others.map((id) => ctx.reference(id) as Tree | undefined).filter((r) => r !== undefined),
  );
}

const beyondAddresses = ["security_groups", "self", "prefix_list_ids"];

/** Whether a security group only lets addresses in on one port; any other one is a firewall of its own, and no part of the database. */
export function isAddressList(firewall: Peek): boolean {
  const rules = list(firewall("ingress"));
  return (
    rules.length > 0 &&
    rules.every(
      (rule) =>
        isObject(rule) &&
        ("cidr_blocks" in rule || "ipv6_cidr_blocks" in rule) &&
        rule["protocol"] === "tcp" &&
        rule["from_port"] === rule["to_port"] &&
        !beyondAddresses.some((path) => rule[path] !== undefined && rule[path] !== false),
    )
  );
}

function isOnPort(firewall: Cursor, port: number): boolean {
  return firewall
    .each("ingress")
    .every((rule) => rule.expect("from_port", port) && rule.expect("to_port", port) && rule.expect("protocol", "tcp"));
}
