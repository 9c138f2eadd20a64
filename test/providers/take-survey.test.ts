import { describe, expect, test } from "@jest/globals";
import { aws } from "../../providers/aws/index.ts";
import { type Native, type Root, Unknown } from "../../providers/native.ts";
import { ovh } from "../../providers/ovh/index.ts";
import type { Cloud } from "../../providers/provider.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import { sourceCloud, takeSurvey } from "../../providers/take-survey.ts";
import { vmware } from "../../providers/vmware/index.ts";
import { to, written } from "../fixtures/natives/written.ts";

const root = (natives: readonly Native[], rest: Partial<Root> = {}): Root => ({
  name: ".",
  form: "hcl",
  natives,
  holes: [],
  empty: [],
  unreadable: [],
  ...rest,
});

const shop = [
  written("aws_s3_bucket.logs", { bucket: "shop-logs" }),
  written("aws_s3_bucket.invoices", { bucket: "shop-invoices", acceleration_status: "Enabled" }),
  written("aws_s3_bucket_logging.invoices", {
    bucket: to("aws_s3_bucket.invoices", "id"),
    target_bucket: to("aws_s3_bucket.logs", "id"),
    target_prefix: "s3/",
  }),
  written("aws_db_instance.open", { engine: new Unknown("var.engine") }),
  written("aws_sagemaker_endpoint.advice", { endpoint_config_name: "advice" }),
  written("aws_quantum_thing.q", {}),
  written("random_id.suffix", { byte_length: 4 }),
  written("data.aws_caller_identity.me", {}, "data"),
];

describe("a survey", () => {
  const survey = takeSurvey(
    {
      roots: [
        root(shop, { unreadable: [{ type: "aws_vpc", address: "aws_vpc.v", at: { file: "main.tf", line: 1 } }] }),
      ],
    },
    aws,
  );

  test("counts every managed native exactly once, data sources apart", () => {
    expect(survey.counts).toEqual({
      natives: 8,
      recognised: 3,
      foreign: 1,
      elsewhere: 1,
      unknown: 2,
      unreadable: 1,
      dataSources: 1,
      holes: 0,
    });
  });

  test("names what is foreign, unknown, ambiguous and elsewhere", () => {
    expect(survey.foreign.map((f) => f.type)).toEqual(["aws_sagemaker_endpoint"]);
    expect(survey.unknown.map((u) => [u.type, u.ambiguous ?? false])).toEqual([
      ["aws_quantum_thing", false],
      ["aws_db_instance", true],
    ]);
    expect(survey.elsewhere).toEqual([{ provider: "random", count: 1 }]);
  });

  test("references between components are neutral", () => {
    const invoices = survey.components.find((c) => c.id === ".:aws_s3_bucket.invoices");
    expect(invoices?.props["accessLogs"]).toEqual({
      bucket: { component: ".:aws_s3_bucket.logs", output: "name" },
      prefix: "s3/",
    });
  });

  test("beside a reference in a list, a literal stays a literal", () => {
    const { components } = takeSurvey(
      {
        roots: [
          root([
            written("aws_security_group.app", { name: "app" }),
            written("aws_db_instance.x", {
              engine: "mysql",
              vpc_security_group_ids: [to("aws_security_group.app", "id"), "sg-0123456789abcdef0"],
            }),
          ]),
        ],
      },
      aws,
    );
    expect(components[0]?.props["firewalls"]).toEqual([
      { external: "sg-0123456789abcdef0", literal: true },
      { component: ".:aws_security_group.app", output: "id" },
    ]);
  });

  test("what nothing reads is residue, with its place", () => {
    const invoices = survey.components.find((c) => c.id === ".:aws_s3_bucket.invoices");
    expect(invoices?.residue.map((r) => [r.address, r.path])).toEqual([
      ["aws_s3_bucket.invoices", "acceleration_status"],
    ]);
  });

  test("a value with no place in the vocabulary is a hole with a warning, not a crash and not a default", () => {
    const { components, diagnostics } = takeSurvey(
      { roots: [root([written("aws_db_instance.x", { engine: "mysql", backup_retention_period: -3 })])] },
      aws,
    );
    expect(components[0]?.holes.map((h) => h.path)).toEqual(["backupRetentionDays"]);
    expect(diagnostics.map((d) => [d.code, d.address])).toEqual([["EX0302", "aws_db_instance.x"]]);
  });

  test("a fragment does not know what its anchor must say, and is still measured", () => {
    const replica = written("aws_db_instance.copy", {
      replicate_source_db: "arn:aws:rds:eu-west-1:111122223333:db:elsewhere",
      instance_class: "db.t4g.medium",
    });
    const { components } = takeSurvey({ roots: [root([replica])] }, aws);
    expect(components.map((c) => [c.id, c.attachedTo, c.props["engine"]])).toEqual([
      [".:aws_db_instance.copy", "external", undefined],
    ]);
  });

  test("the source is the cloud that most natives belong to, and none where none does", () => {
    const other = { ...aws, id: "other", providers: aws.providers.map((p) => ({ ...p, name: "random" })) };
    expect(sourceCloud({ roots: [root(shop)] }, [other, aws])?.id).toBe("aws");
    expect(sourceCloud({ roots: [root([])] }, [other, aws])).toBeUndefined();
    expect(sourceCloud({ roots: [root([written("google_storage_bucket.b", {})])] }, [other, aws])).toBeUndefined();
  });
});

describe("natives that a component can do without", () => {
  const detachable = (...natives: Native[]) =>
    takeSurvey({ roots: [root(natives)] }, scaleway).components.map((c) => [...(c.detachable ?? [])]);
  const database = written("scaleway_rdb_instance.main", {
    node_type: "DB-DEV-S",
    engine: "PostgreSQL-16",
    name: "main",
  });
  const user = (name: string) =>
    written(`scaleway_rdb_user.${name}`, { instance_id: to("scaleway_rdb_instance.main", "id"), name, password: "x" });

  test("are those of which nothing is read", () => {
    expect(detachable(database, user("a"), user("b"))).toEqual([[".:scaleway_rdb_user.a", ".:scaleway_rdb_user.b"]]);
    const named = written("scaleway_rdb_database.shop", {
      instance_id: to("scaleway_rdb_instance.main", "id"),
      name: "shop",
    });
    expect(detachable(database, named)).toEqual([[]]);
  });

  test("leave one where the rest of it is not here", () => {
    const users = ["a", "b"].map((key) => ({
      ...written(`scaleway_rdb_user.all["${key}"]`, { instance_id: new Unknown("var.database"), name: key }),
      key,
    }));
    const [all = []] = detachable(...users);
    expect(all.length).toBeLessThan(users.length);
  });

  test("are none that are only counted, none that others name and none that name others", () => {
    const replica = written("scaleway_rdb_read_replica.r", { instance_id: to("scaleway_rdb_instance.main", "id") });
    expect(detachable(database, replica)).toEqual([[]]);
    const secret = written("random_thing.s", { user: to("scaleway_rdb_user.a", "name") });
    expect(detachable(database, user("a"), secret)).toEqual([[]]);
    const privilege = written("scaleway_rdb_privilege.p", {
      instance_id: to("scaleway_rdb_instance.main", "id"),
      user_name: to("scaleway_rdb_user.a", "name"),
      database_name: "shop",
      permission: "all",
    });
    expect(detachable(database, user("a"), privilege)).toEqual([[]]);
  });
});

describe("a machine is off where its source says so", () => {
  const clouds = { aws, scaleway, ovh, vmware };
  const machine = (type: string, args: Native["args"]): Native => ({ ...written(`${type}.m`, args), configured: null });
  const says = Object.values(clouds).flatMap((cloud) =>
    Object.entries(cloud.off ?? {}).map(([type, { attribute, words }]) => ({ cloud, type, attribute, words })),
  );
  const read = (cloud: Cloud, native: Native) => takeSurvey({ roots: [root([native])] }, cloud).components[0];

  test("on four clouds", () => {
    expect(says.map(({ type }) => type)).toHaveLength(4);
  });

  test.each(says)("$type", ({ cloud, type, attribute, words }) => {
    for (const word of words) expect(read(cloud, machine(type, { [attribute]: word }))?.off).toBe(true);
    for (const args of [{}, { [attribute]: "running" }, { [attribute]: new Unknown("var.state") }])
      expect(read(cloud, machine(type, args))?.off).toBeUndefined();
  });
});
