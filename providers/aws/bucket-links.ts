import { isExternal, type Reference } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { text } from "../expr.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, LowerContext, RaiseContext } from "../provider.ts";
import { blocks, compact, list, meaning } from "../values.ts";
import { SWITCH } from "./values.ts";

type BucketProps = Props<"object-bucket">;
type Item<P extends "replication" | "notifications"> = NonNullable<BucketProps[P]>[number];

export function replicationOf(
  rules: readonly Item<"replication">[],
  ctx: LowerContext,
): { readonly [key: string]: Tree } {
  const role = ctx.variable({
    name: `${ctx.name().replaceAll("-", "_")}_replication_role_arn`,
    type: "string",
    description: "ARN of the role that S3 assumes to copy objects to the destination bucket.",
  });
  const priorities = prioritiesOf(rules);
  const rule = rules.map((r, i) =>
    compact({
      id: r.id,
      status: r.enabled ? "Enabled" : "Disabled",
      priority: priorities[i],
      filter: [compact({ prefix: r.prefix })],
      delete_marker_replication: [{ status: r.replicateDeletes ? "Enabled" : "Disabled" }],
      destination: [
        compact({
          bucket: arnOf(r.destination, ctx),
          storage_class: r.storageClass && ctx.pick("storageClass", r.storageClass).native,
        }),
      ],
    }),
  );
  return { role, rule };
}

/**
 * No two rules may have one priority, and to say none is to say 0:
 * hashicorp/terraform-provider-aws website/docs/r/s3_bucket_replication_configuration.html.markdown, 2026-11-28.
 */
function prioritiesOf(rules: readonly Item<"replication">[]): readonly (number | undefined)[] {
  const taken = new Set(rules.map((r) => r.priority));
  if (rules.filter((r) => r.priority === undefined).length < 2 && !taken.has(0)) return rules.map((r) => r.priority);
  let free = 0;
  return rules.map(({ priority }) => {
    while (taken.has(free)) free++;
    if (priority === undefined) taken.add(free);
    return priority ?? free;
  });
}

/** A destination is named by ARN; a component gives its name, something outside is what it is. */
function arnOf(reference: Reference, ctx: LowerContext): Tree {
  const value = ctx.output(reference);
  const isArn = isExternal(reference) && (!reference.literal || reference.external.startsWith("arn:"));
  return isArn ? value : text`arn:aws:s3:::${value}`;
}

export function notificationsOf(
  list: readonly Item<"notifications">[],
  ctx: LowerContext,
): { readonly [key: string]: Tree | undefined } {
  const out: Record<string, Tree[]> = {};
  for (const n of list) {
    const target = ctx.output(n.target);
    const receiver = receiverOf(target);
    const args = compact({
      events: n.events,
      filter_prefix: n.prefix,
      filter_suffix: n.suffix,
      [receiver.arn]: target,
    });
    out[receiver.block] = [...(out[receiver.block] ?? []), args];
  }
  return out;
}

const receivers = [
  { block: "lambda_function", arn: "lambda_function_arn", like: /lambda|function/ },
  { block: "topic", arn: "topic_arn", like: /sns|topic/ },
  { block: "queue", arn: "queue_arn", like: /./ },
] as const;

/** S3 has one block per kind of receiver; the name of the target tells which. */
function receiverOf(target: Tree): (typeof receivers)[number] {
  const name = target instanceof Unknown ? target.expression : String(target);
  return receivers.find((r) => r.like.test(name)) ?? receivers[2];
}

export function readReplication(rule: Cursor, index: number, ctx: RaiseContext): Tree {
  rule.expect("filter", [{}]);
  const deletes = rule.read("delete_marker_replication.status") ?? rule.read("delete_marker_replication_status");
  return compact({
    id: rule.read("id") ?? `rule-${index + 1}`,
    enabled: meaning(rule.read("status"), SWITCH),
    prefix: rule.read("filter.prefix") ?? rule.read("filter.and.prefix") ?? rule.read("prefix"),
    priority: rule.read("priority"),
    destination: ctx.reference(rule.read("destination.bucket"), "name") as Tree | undefined,
    storageClass: ctx.offered("storageClass", rule.read("destination.storage_class")),
    replicateDeletes: meaning(deletes, SWITCH),
  });
}

export function readNotifications(c: Cursor, ctx: RaiseContext): void {
  const found = receivers.flatMap(({ block, arn }) => {
    const read = blocks(c, block, (item) => {
      item.ignore("id", "a name");
      return compact({
        events: item.read("events"),
        prefix: item.read("filter_prefix"),
        suffix: item.read("filter_suffix"),
        target: ctx.reference(item.read(arn)) as Tree | undefined,
      });
    });
    return list(read);
  });
  if (found.length > 0) ctx.props.set("notifications", found);
}

export function readLogs(c: Cursor, at: string, ctx: RaiseContext): void {
  const target = ctx.reference(c.read(`${at}target_bucket`), "name") as Tree | undefined;
  const prefix = c.read(`${at}target_prefix`);
  ctx.props.set("accessLogs", compact({ bucket: target, prefix: prefix === "" ? undefined : prefix }));
}
