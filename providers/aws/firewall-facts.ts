import type { ExitFacts, Loss, Rewrite } from "../provider.ts";

const docs = "https://docs.aws.amazon.com/vpc/latest/userguide";
const why =
  "a rule with one range or one group on its other side, beside the group: two groups may then name each other";
const IN = "aws_vpc_security_group_ingress_rule";
const OUT = "aws_vpc_security_group_egress_rule";

const FIELDS = [
  ["protocol", "ip_protocol"],
  ["from_port", "from_port"],
  ["to_port", "to_port"],
  ["cidr_blocks", "cidr_ipv4"],
  ["ipv6_cidr_blocks", "cidr_ipv6"],
  ["security_groups", "referenced_security_group_id"],
  ["source_security_group_id", "referenced_security_group_id"],
  ["self", "referenced_security_group_id"],
] as const;

/** A port that says nothing beside a protocol without ports. */
const NONE: Rewrite["values"] = [
  [0, null],
  [-1, null],
  [65_535, null],
];

export const rewrites: readonly Rewrite[] = [
  ...FIELDS.flatMap(([from, to]): Rewrite[] => [
    ...(from === "source_security_group_id"
      ? []
      : [
          { from: `aws_security_group.ingress.${from}`, to: `${IN}.${to}`, why },
          { from: `aws_security_group.egress.${from}`, to: `${OUT}.${to}`, why },
        ]),
    ...(from === "security_groups"
      ? []
      : [IN, OUT].map((type) => ({ from: `aws_security_group_rule.${from}`, to: `${type}.${to}`, why }))),
  ]),
  { from: "aws_security_group_rule.type", to: null, why: "rules of the two directions are resources of two types" },
  ...["aws_security_group.ingress", "aws_security_group.egress", "aws_security_group_rule", IN, OUT].flatMap((type) =>
    ["from_port", "to_port"].map(
      (path): Rewrite => ({
        from: `${type}.${path}`,
        to: null,
        values: NONE,
        why: "a protocol without ports has none",
      }),
    ),
  ),
  ...[IN, OUT].map(
    (type): Rewrite => ({
      from: `${type}.ip_protocol`,
      to: `${type}.ip_protocol`,
      why: "the same protocol by its name",
    }),
  ),
];

/** AWS carries everything a firewall can ask for. */
export const losses: readonly Loss[] = [];

export const exit: ExitFacts = {
  endpoint: "{name}",
  credentials: [],
  export: [],
  import: [],
  hazards: [
    {
      text: "A group that is still named by an interface or by a rule of another group cannot be deleted: it goes last.",
      citation: { source: `${docs}/deleting-security-groups.html`, date: "2026-11-26" },
    },
    {
      text: "Rules inside a group and beside it overwrite each other: code keeps one form.",
      citation: {
        source: "hashicorp/terraform-provider-aws website/docs/r/security_group.html.markdown",
        date: "2026-11-26",
      },
    },
    {
      text: "Terraform takes away the rule that lets everything out of a new group: what may go out must be written.",
      when: [{ aws_security_group: "present" }],
      citation: { source: "facts/mapping.md section 6, component 2, AWS", date: "2026-11-21" },
    },
  ],
};
