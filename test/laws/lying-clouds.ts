import type { Reference } from "../../constructs/component.ts";
import type { Kind } from "../../constructs/kinds.ts";
import { aws } from "../../providers/aws/index.ts";
import { type Tree, Unknown } from "../../providers/native.ts";
import type { Price, PriceList } from "../../providers/prices.ts";
import type {
  Cloud,
  Complete,
  Cursors,
  Implementation,
  Loss,
  LowerContext,
  Qualification,
  RaiseContext,
} from "../../providers/provider.ts";
import { isImplemented } from "../../providers/provider.ts";

/** A cloud that breaks one law, and how. */
export interface Lie {
  /** What it does wrong, a sentence. */
  readonly says: string;
  readonly cloud: Cloud;
}

type Any = Implementation<Kind>;

/** A price as it must not be. */
const unsourced: Price = { amount: 1, per: "month", regions: [""], citation: { source: "", date: "2026-11-26" } };

/** The honest cloud with a part of its prices changed. */
function charging(change: Partial<PriceList>): Cloud {
  if (!aws.prices) throw new Error("the cloud has no prices");
  return { ...aws, prices: { ...aws.prices, ...change } };
}

/** The honest cloud with one kind changed. */
function lying(kind: Kind, change: (honest: Any) => Partial<Any>): Cloud {
  const honest = aws.kinds[kind];
  if (!isImplemented(honest as Any)) throw new Error(`${kind} is not implemented`);
  return { ...aws, kinds: { ...aws.kinds, [kind]: { ...(honest as Any), ...change(honest as Any) } } };
}

/** Its `lower` sees another component or another context. */
function writing(
  kind: Kind,
  change: (component: Complete, ctx: LowerContext) => readonly [Complete, LowerContext],
): Cloud {
  return lying(kind, ({ lower }) => ({ lower: (component, ctx) => lower(...change(component, ctx)) }));
}

/** Its `raise` does something more, after what it should do. */
function reading(kind: Kind, more: (group: Cursors, ctx: RaiseContext) => void): Cloud {
  return lying(kind, ({ raise }) => ({
    raise: (group, ctx) => {
      raise(group, ctx);
      more(group, ctx);
    },
  }));
}

/** Its `raise` hands over other props. */
function hearing(kind: Kind, heard: (path: string, value: Tree | undefined) => Tree | undefined): Cloud {
  return lying(kind, ({ raise }) => ({
    raise: (group, ctx) => {
      const { set, hold } = ctx.props;
      raise(group, {
        ...ctx,
        props: {
          set: (path, value) => set.call(ctx.props, path, heard(path, value)),
          hold: (path, value) => hold.call(ctx.props, path, value),
        },
      });
    },
  }));
}

/** Its `raise` takes what a value refers to for something else. */
function referring(
  kind: Kind,
  meant: (value: Tree | undefined, known: Reference | undefined) => Reference | undefined,
): Cloud {
  return lying(kind, ({ raise }) => ({
    raise: (group, ctx) =>
      raise(group, { ...ctx, reference: (value, output) => meant(value, ctx.reference(value, output)) }),
  }));
}

/** Its `lower` writes natives with other arguments. */
function arguing(kind: Kind, argued: (type: string, args: Record<string, Tree | undefined>) => object): Cloud {
  return writing(kind, (component, ctx) => [
    component,
    { ...ctx, native: (type, args, options) => ctx.native(type, { ...args, ...argued(type, { ...args }) }, options) },
  ]);
}

const citation = { source: "https://example.org", date: "2026-11-25" };
const nothing = { severity: "cosmetic", class: "accept", why: "Because.", instead: "Nothing.", citation } as const;
const withLoss = (loss: Loss) => lying("object-bucket", ({ losses }) => ({ losses: [...losses, loss] }));
/** With a qualification that is in order but for the change. */
const qualifiedAs = (change: Partial<Qualification>): Cloud => {
  const good: Qualification = {
    name: "Mark",
    scope: "All.",
    types: ["aws_s3_bucket"],
    expires: "2030-01-01",
    citation,
  };
  return { ...aws, jurisdiction: { ...aws.jurisdiction, qualifications: [{ ...good, ...change }] } };
};
/** Buckets with one hazard, of those that show a place. */
const threatenedAt = (place: string) =>
  lying("object-bucket", ({ exit }) => ({
    exit: { ...exit, hazards: [{ text: "It rusts.", when: [{ [place]: "present" }], citation }] },
  }));

const bucketOf = (group: Cursors) => (group.anchor.type === "aws_s3_bucket" ? group.anchor : undefined);
let count = 0;

/** At least one lie for each law, by the law's name. */
export const lies: Readonly<Record<string, readonly Lie[]>> = {
  total: [
    {
      says: "raise hands over a word that the vocabulary does not have",
      cloud: hearing("object-bucket", (path, value) => (path === "encryption" ? "rot13" : value)),
    },
  ],
  "total-with-holes": [
    {
      says: "lower fails on a disk of one gibibyte, which nobody asks for by name",
      cloud: writing("sql-database", (component, ctx) => {
        if ("storageGiB" in component.props && component.props.storageGiB === 1) throw new Error("too small");
        return [component, ctx];
      }),
    },
  ],
  "total-reading": [
    {
      says: "raise takes for granted that a name is text",
      cloud: reading("object-bucket", (group) => void (bucketOf(group)?.read("bucket") as string).toUpperCase()),
    },
  ],
  claims: [
    {
      says: "nobody claims what is written for versions",
      cloud: lying("object-bucket", ({ claims }) => ({
        claims: claims.filter((c) => c.type !== "aws_s3_bucket_versioning"),
      })),
    },
  ],
  "claims-on-estates": [
    {
      says: "a bucket is claimed as a database too",
      cloud: lying("sql-database", ({ claims }) => ({
        claims: [...claims, { type: "aws_s3_bucket", role: "anchor" }],
      })),
    },
  ],
  "claims-side-by-side": [
    {
      says: "every bucket has the same address",
      cloud: lying("object-bucket", ({ lower }) => ({
        lower: (component, ctx) => lower(component, ctx).map((n) => ({ ...n, address: `${n.type}.only` })),
      })),
    },
  ],
  "claims-standing-alone": [
    {
      says: "what databases share is not described",
      cloud: {
        ...aws,
        foreign: Object.fromEntries(Object.entries(aws.foreign).filter(([type]) => type !== "aws_db_subnet_group")),
      },
    },
  ],
  "round-trip": [
    {
      says: "raise forgets that versions are kept",
      cloud: hearing("object-bucket", (path, value) => (path === "versioning" ? undefined : value)),
    },
    {
      says: "lower writes a smaller disk than asked for",
      cloud: arguing("sql-database", (type) => (type === "aws_db_instance" ? { allocated_storage: 20 } : {})),
    },
  ],
  "same-bytes": [
    {
      says: "lower counts how often it was called",
      cloud: arguing("object-bucket", (type) => (type === "aws_s3_bucket" ? { tags: { n: String(count++) } } : {})),
    },
  ],
  "same-bytes-in-any-order": [
    {
      says: "lower remembers who came before",
      cloud: arguing("object-bucket", (type) => (type === "aws_s3_bucket" ? { tags: { n: String(count++) } } : {})),
    },
  ],
  valid: [
    {
      says: "lower writes an argument that does not exist",
      cloud: arguing("object-bucket", (type) => (type === "aws_s3_bucket" ? { colour: "blue" } : {})),
    },
  ],
  "valid-workload": [
    {
      says: "lower leaves out what is required",
      cloud: arguing("sql-database", (type) => (type === "aws_db_instance" ? { instance_class: undefined } : {})),
    },
  ],
  "losses-explained": [
    { says: "no loss is declared", cloud: lying("sql-database", () => ({ losses: [] })) },
    {
      says: "each loss is declared twice",
      cloud: lying("sql-database", ({ losses }) => ({ losses: [...losses, ...losses] })),
    },
    { says: "labels are said to be lost, and are kept", cloud: withLoss({ ...nothing, path: "labels" }) },
  ],
  "losses-seen": [
    { says: "a loss is declared that never happens", cloud: withLoss({ ...nothing, path: "website.never" }) },
  ],
  "no-residue": [
    {
      says: "lower writes who pays for requests, which raise does not read",
      cloud: arguing("object-bucket", (type) => (type === "aws_s3_bucket" ? { request_payer: "Requester" } : {})),
    },
  ],
  "every-read-counts": [
    {
      says: "raise reads the labels and hands over none",
      cloud: hearing("object-bucket", (path, value) => (path === "labels" ? { team: "billing" } : value)),
    },
  ],
  "every-read-of-estates-counts": [
    {
      says: "raise reads the version and says 16 whatever it is",
      cloud: hearing("sql-database", (path, value) => (path === "version" ? "16" : value)),
    },
  ],
  "state-form": [
    {
      says: "versions hang on a bucket by reference alone, which a state does not have",
      cloud: lying("object-bucket", ({ claims }) => ({
        claims: claims.map((c) =>
          c.type === "aws_s3_bucket_versioning" && c.edge ? { ...c, edge: { ...c.edge, by: [] } } : c,
        ),
      })),
    },
    { says: "a cluster made without add-ons is one that says nothing of them", cloud: { ...aws, zeros: {} } },
  ],
  "state-ties": [
    {
      says: "raise takes an id for something outside",
      cloud: referring("vm", (value, known) =>
        typeof value === "string" ? { external: value, literal: true } : known,
      ),
    },
    {
      says: "raise takes an id for another component",
      cloud: referring("vm", (value, known) =>
        typeof value === "string" ? { component: ".:aws_vpc.network_1", output: "id" } : known,
      ),
    },
  ],
  "home-again": [
    {
      says: "raise adds a gibibyte to every disk",
      cloud: hearing("sql-database", (path, value) =>
        path === "storageGiB" && typeof value === "number" ? value + 1 : value,
      ),
    },
  ],
  "home-again-from-estates": [
    {
      says: "lower leaves out the port",
      cloud: arguing("sql-database", (type) => (type === "aws_db_instance" ? { port: undefined } : {})),
    },
  ],
  "no-smuggling": [
    {
      says: "lower keeps the readers in a tag, where raise finds them again",
      cloud: lying("sql-database", ({ lower, raise }) => ({
        lower: (component, ctx) =>
          lower(without(component, "iamAuthentication"), ctx).map((n) => ({
            ...n,
            args: { ...n.args, tags: { iam: String(propOf(component, "iamAuthentication")) } },
          })),
        raise: (group, ctx) => {
          raise(group, ctx);
          ctx.props.set("iamAuthentication", group.anchor.read("tags.iam") === "true");
        },
      })),
    },
    {
      says: "lower keeps whether a site is asked for in the name of its bucket",
      cloud: lying("object-bucket", ({ lower, raise }) => ({
        lower: (component, ctx) =>
          lower(
            "website" in component.props
              ? { ...component, props: { ...component.props, name: "a-bucket-with-a-site" } }
              : component,
            ctx,
          ),
        raise: (group, ctx) => {
          raise(group, ctx);
          if (String(group.anchor.read("bucket")).endsWith("-site"))
            ctx.props.set("website", { indexDocument: "index.html" });
        },
      })),
    },
  ],
  "no-smuggling-on-estates": [
    {
      says: "raise believes a tag about the stage",
      cloud: reading("sql-database", (group, { props }) => {
        if (group.anchor.read("tags.Env") === "prod") props.set("deletionProtection", true);
        props.hold("readReplicas", group.anchor.has("tags") ? 1 : 0);
      }),
    },
  ],
  "no-dangling": [
    {
      says: "an output names an attribute that does not exist",
      cloud: lying("object-bucket", ({ outputs }) => ({
        outputs: {
          ...outputs,
          name: (natives) =>
            new Unknown(`${natives[0]?.address}.colour`, [{ to: natives[0]?.address ?? "", attr: "colour" }]),
        },
      })),
    },
    {
      says: "a variable is asked for and used nowhere",
      cloud: writing("sql-database", (component, ctx) => {
        ctx.variable({ name: "unused", type: "string", description: "Nobody knows." });
        return [component, ctx];
      }),
    },
    {
      says: "raise takes every reference for something outside",
      cloud: lying("object-bucket", ({ raise }) => ({
        raise: (group, ctx) =>
          raise(group, { ...ctx, reference: (value) => (value === undefined ? undefined : { external: "somewhere" }) }),
      })),
    },
  ],
  "no-dangling-on-estates": [
    {
      says: "raise makes up a component to refer to",
      cloud: reading("object-bucket", (_, { props }) => {
        props.set("accessLogs", { bucket: { component: "nobody", output: "name" } });
      }),
    },
  ],
  "facts-are-cited": [
    {
      says: "a loss has no date",
      cloud: withLoss({ ...nothing, path: "labels", citation: { source: "https://example.org", date: "soon" } }),
    },
    {
      says: "a guarantee has no source",
      cloud: { ...aws, guarantees: aws.guarantees.map((g) => ({ ...g, citation: { ...g.citation, source: "" } })) },
    },
    {
      says: "a day that no calendar has",
      cloud: { ...aws, jurisdiction: { ...aws.jurisdiction, citation: { source: "a book", date: "2026-02-30" } } },
    },
    {
      says: "a qualification ends on a day that no calendar has",
      cloud: qualifiedAs({ expires: "2026-13-01" }),
    },
    { says: "a price comes from nowhere", cloud: charging({ prices: { key: unsourced } }) },
    {
      says: "nobody said that it costs nothing",
      cloud: charging({ rules: [{ types: ["aws_kms_key"], charges: [] }] }),
    },
  ],
  "facts-name-what-exists": [
    {
      says: "a claim is on a type that no provider has",
      cloud: lying("object-bucket", ({ claims }) => ({
        claims: [...claims, { type: "aws_s4_bucket", role: "anchor" }],
      })),
    },
    {
      says: "a hazard speaks of a type that no provider has",
      cloud: threatenedAt("aws_s4_bucket"),
    },
    {
      says: "a hazard speaks of a prop that the kind has not",
      cloud: threatenedAt("object-bucket.lifecycleRules.clas"),
    },
    { says: "a qualification is on a type that no provider has", cloud: qualifiedAs({ types: ["aws_s4_bucket"] }) },
    { says: "a qualification rests on what no provider has", cloud: qualifiedAs({ when: { "aws_s4.x": "absent" } }) },
    { says: "a qualification holds in no region on record", cloud: qualifiedAs({ regions: ["eu-moon-1"] }) },
    {
      says: "a rule of prices is of a type that no provider has",
      cloud: charging({ rules: [{ types: ["aws_kms_kee"], charges: [{ what: "key", price: "key" }] }] }),
    },
    {
      says: "a rule names a price that is not listed",
      cloud: charging({ rules: [{ types: ["aws_kms_key"], charges: [{ what: "key", price: "kee" }] }] }),
    },
    {
      says: "a rule looks at a path that the type has not",
      cloud: charging({
        rules: [
          { types: ["aws_ebs_volume"], charges: [{ what: "disk", price: "disk.gp3", times: [{ at: ["sise"] }] }] },
        ],
      }),
    },
  ],
  "guarantees-bite": [
    {
      says: "a promise rests on nothing that anybody wrote",
      cloud: {
        ...aws,
        guarantees: [
          ...aws.guarantees,
          {
            kind: "sql-database",
            prop: "highAvailability",
            when: { "aws_db_instance.engine": "oracle-se2" },
            gives: "multi-zone",
            citation,
          },
        ],
      },
    },
  ],
  "nothing-outside-the-catalogue": [
    {
      says: "lower writes the version it was asked for, offered or not",
      cloud: lying("sql-database", ({ lower }) => ({
        lower: (component, ctx) =>
          lower(component, ctx).map((n) =>
            n.type === "aws_db_instance" && propOf(component, "version") !== undefined
              ? { ...n, args: { ...n.args, engine_version: String(propOf(component, "version")) } }
              : n,
          ),
      })),
    },
  ],
  "catalogue-is-exact": [
    {
      says: "one machine is offered twice, in two sizes",
      cloud: {
        ...aws,
        catalogues: {
          ...aws.catalogues,
          databaseSize: {
            ...aws.catalogues["databaseSize"],
            match: "smallest-sufficient",
            preferred: "db.huge",
            offers: [
              { native: "db.huge", value: { vcpu: 2, memoryGiB: 4 } },
              { native: "db.huge", value: { vcpu: 8, memoryGiB: 4 } },
            ],
            citation,
          },
        },
      },
    },
  ],
  "no-secret": [
    {
      says: "lower makes up a password and writes it down",
      cloud: arguing("sql-database", (type, args) =>
        type === "aws_db_instance" && "password" in args ? { password: "correct horse" } : {},
      ),
    },
    {
      says: "the variable of a password is no secret",
      cloud: writing("sql-database", (component, ctx) => [
        component,
        { ...ctx, variable: ({ sensitive: _, ...plain }) => ctx.variable(plain) },
      ]),
    },
  ],
  "secrets-stay": [
    {
      says: "raise takes the password for the name of the administrator",
      cloud: reading("sql-database", ({ anchor }, { props }) => props.set("adminUser", anchor.read("password"))),
    },
  ],
  "data-is-protected": [
    {
      says: "lower lets the engine destroy a database",
      cloud: lying("sql-database", ({ lower }) => ({
        lower: (component, ctx) => lower(component, ctx).map(({ lifecycle: _, ...n }) => n),
      })),
    },
  ],
  "providers-hold-the-region": [
    {
      says: "the provider block holds a key",
      cloud: {
        ...aws,
        providers: aws.providers.map((p) => ({ ...p, block: (region) => ({ region, access_key: "AKIA" }) })),
      },
    },
  ],
};

function propOf({ props }: Complete, prop: string): unknown {
  return (props as Record<string, unknown>)[prop];
}

function without(component: Complete, prop: string): Complete {
  const { [prop]: _, ...props } = component.props as Record<string, unknown>;
  return { ...component, props: props as Complete["props"] };
}
