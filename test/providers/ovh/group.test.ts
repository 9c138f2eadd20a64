import { expect, test } from "@jest/globals";
import { group } from "../../../providers/group.ts";
import { type Native, Unknown } from "../../../providers/native.ts";
import { normalise } from "../../../providers/normalise.ts";
import { ovh } from "../../../providers/ovh/index.ts";
import { resourceSchema } from "../../../providers/schema-of.ts";
import { to, written } from "../../fixtures/natives/written.ts";

const grouped = (natives: readonly Native[]) =>
  group(
    natives.map((n) => normalise(n, resourceSchema(ovh, n))),
    ovh,
  );
const service = (engine: string | Unknown) =>
  written("ovh_cloud_project_database.a", { engine, version: "8", plan: "business", flavor: "db1-7" });
const user = written("ovh_cloud_project_database_user.a", {
  engine: to("ovh_cloud_project_database.a", "engine"),
  cluster_id: to("ovh_cloud_project_database.a", "id"),
  name: "a",
});

test("what hangs on a service of another kind makes no component by itself", () => {
  const { groups, ungrouped, ambiguous } = grouped([service("kafka"), user]);
  expect(groups).toEqual([]);
  expect(ungrouped.map((n) => n.type)).toEqual(["ovh_cloud_project_database", "ovh_cloud_project_database_user"]);
  expect(ambiguous).toEqual([]);
});

test("what hangs on a service whose engine nobody knows is as uncertain as the service", () => {
  const { groups, ambiguous } = grouped([service(new Unknown("var.engine")), user]);
  expect(groups).toEqual([]);
  expect(ambiguous.map((n) => n.type)).toEqual(["ovh_cloud_project_database", "ovh_cloud_project_database_user"]);
});

test("what hangs on a service made elsewhere is a fragment", () => {
  const apart = written("ovh_cloud_project_database_database.b", {
    engine: "mysql",
    cluster_id: to("data.ovh_cloud_project_database.shared", "id"),
    name: "b",
  });
  const shared = written("data.ovh_cloud_project_database.shared", { engine: "mysql" }, "data");
  const { groups } = grouped([shared, apart]);
  expect(groups.map((g) => [g.anchor, g.owned.map((n) => n.name)])).toEqual([[undefined, ["b"]]]);
});
