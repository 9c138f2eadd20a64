import { networkRange } from "../../constructs/cidr.ts";
import type { Props } from "../../constructs/kinds.ts";
import type { Args, Tree } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { blocks, list, members } from "../values.ts";

type Asked = Partial<Pick<Props<"sql-database">, "allowedCidrs" | "publicAccess" | "subnets">>;

const EVERYBODY = "0.0.0.0/0";

/**
 * A list without a rule is refused (`acl_rules` is required), and without a list everybody is let in: scaleway/terraform-provider-scaleway@b2d45ed:
 * internal/services/rdb/acl.go. Addresses for documentation are nobody's: https://www.rfc-editor.org/rfc/rfc5737, read 2026-11-28.
 */
const CLOSED = { ip: "192.0.2.1/32", description: "nobody: public access was not asked for" };
const NONE_OF_IPV4 = { ip: "192.0.2.2/32", description: "nobody: no IPv4 address was asked for" };
const NOBODY: readonly Tree[] = [CLOSED.ip, NONE_OF_IPV4.ip];

/** Addresses are looked at on the public endpoint alone, and only IPv4 ones. Undefined: no list is written. */
export function addressRules(props: Asked): readonly Args[] | undefined {
  const { publicAccess } = props;
  if (props.subnets && !publicAccess) return undefined;
  const ranges = letIn(props);
  return ranges.length > 0 ? ranges : [publicAccess ? NONE_OF_IPV4 : CLOSED];
}

/** Every address of the internet is no list of clients where the internet was not asked for: a VPC is meant, and there is none. */
function letIn({ allowedCidrs = [], publicAccess }: Asked): readonly { readonly ip: string }[] {
  const ranges = allowedCidrs.filter((cidr) => !cidr.includes(":")).map(networkRange);
  return ranges.filter((ip) => publicAccess || ip !== EVERYBODY).map((ip) => ({ ip }));
}

/** Whether the endpoint is public and lets nobody in, for nothing says who may connect. */
export function isClosed(props: Asked): boolean {
  return props.subnets === undefined && !props.publicAccess && letIn(props).length === 0;
}

/** Whether the internet is to reach it and no address of it is let in. */
export function isOpenToNobody(props: Asked): boolean {
  return props.publicAccess === true && letIn(props).length === 0;
}

/** Whether some addresses that are asked for are not let in, or not only they are. */
export function isListLost({ allowedCidrs = [], publicAccess, subnets }: Asked): boolean {
  if (allowedCidrs.some((cidr) => cidr.includes(":") || NOBODY.includes(networkRange(cidr)))) return true;
  return !publicAccess && (subnets !== undefined || allowedCidrs.some((cidr) => networkRange(cidr) === EVERYBODY));
}

/** Who may connect; whether it is reached from the internet where no list says that nobody is. */
export function readAddresses(group: Cursors, ctx: RaiseContext, isPublic: boolean): void {
  const lists = members(group, "scaleway_rdb_acl");
  if (isPublic && lists.some((acl) => acl.each("acl_rules").some((rule) => rule.is("ip", CLOSED.ip)))) {
    ctx.props.hold("publicAccess", false);
  } else ctx.guarantee("publicAccess");
  const rules = lists.flatMap((acl) => addressesIn(acl, isPublic));
  if (rules.length > 0) ctx.props.set("allowedCidrs", rules);
  ctx.guarantee("allowedCidrs");
}

function addressesIn(acl: Cursor, isPublic: boolean): readonly Tree[] {
  if (!isPublic) {
    acl.ignore("acl_rules", "addresses are looked at on the public endpoint alone, and there is none");
    return [];
  }
  const rules = blocks(acl, "acl_rules", (rule) => {
    rule.ignore("description", "names the rule");
    return NOBODY.some((ip) => rule.expect("ip", ip)) ? [] : (rule.read("ip") ?? []);
  });
  return list(rules).flatMap(list);
}
