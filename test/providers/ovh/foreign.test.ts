import { describe, expect, test } from "@jest/globals";
import effort from "../../../assessment/effort.json" with { type: "json" };
import { foreign } from "../../../providers/ovh/foreign.ts";
import { ovh } from "../../../providers/ovh/index.ts";
import { isImplemented } from "../../../providers/provider.ts";

const classes = new Map(effort.foreignClasses.map((c) => [c.id, c]));
const keys = new Set(effort.workItems.map((item) => item.kind));
const claimed = new Set(
  Object.values(ovh.kinds).flatMap((entry) => (isImplemented(entry) ? entry.claims.map((c) => c.type) : [])),
);
const [main, openstack] = ovh.providers.map((p) => p.schema().resource_schemas);
/** Types that version 2.17 of the provider removed and estates still have. */
const removed = [
  "ovh_cloud_project_database_ip_restriction",
  "ovh_cloud_project_database_m3db_namespace",
  "ovh_cloud_project_database_m3db_user",
  "openstack_compute_floatingip_associate_v2",
];

describe("foreign types of OVHcloud", () => {
  test("with the types the kinds claim, all of the provider's own types are named", () => {
    expect(Object.keys(main!).filter((type) => !foreign[type] && !claimed.has(type))).toEqual([]);
  });

  test("each has either a class or a key of the effort model, and drivers that it prices", () => {
    const wrong = Object.entries(foreign).filter(([, type]) => {
      if (type.class !== undefined && type.mappingKey === undefined) {
        const units = Object.keys(classes.get(type.class)?.per ?? {});
        return !classes.has(type.class) || type.drivers.some((d) => !units.includes(d));
      }
      return !keys.has(type.mappingKey ?? "") || type.drivers.some((d) => d !== "component");
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test("each says what it is, what replaces it on both targets, and who says so when", () => {
    const wrong = Object.entries(foreign).filter(
      ([, t]) =>
        !t.what ||
        !t.instead["aws"] ||
        !t.instead["scaleway"] ||
        !/^\d{4}-\d\d-\d\d$/.test(t.citation.date) ||
        !t.citation.source,
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test("each is a type one of the providers has or had", () => {
    const known = (type: string) => main![type] ?? openstack![type] ?? removed.includes(type);
    expect(Object.keys(foreign).filter((type) => !known(type))).toEqual([]);
  });
});
