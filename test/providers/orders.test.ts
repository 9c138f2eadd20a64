import { describe, expect, test } from "@jest/globals";
import { lowerAll } from "../../providers/lower.ts";
import { lowerOpen } from "../../providers/lower-open.ts";
import { ovh } from "../../providers/ovh/index.ts";
import { complete } from "../../providers/witness.ts";

const props = { name: "shop.example", records: [{ name: "www", type: "A", values: ["192.0.2.7"] }] };
const zone = {
  kind: "dns-zone" as const,
  id: "zone",
  props,
  requested: new Set(Object.keys(props)),
  holes: [],
};
const types = (natives: readonly { readonly type: string }[]) => natives.map((n) => n.type).sort();

describe("what has to be bought", () => {
  test("is left out unless it is allowed, and people are told what and how", () => {
    const { natives, variables, outputs, diagnostics } = lowerAll([complete(zone)], ovh);
    expect(types(natives)).toEqual(["ovh_domain_zone_record"]);
    expect(natives[0]?.args).toMatchObject({ zone: "shop.example", subdomain: "www" });
    expect(variables).toEqual([]);
    // Its name is known without it; what only the bought zone could say has no output.
    expect(outputs.map((o) => o.name)).toEqual(["zone_name"]);
    expect(diagnostics.map((d) => [d.code, d.severity, d.address])).toEqual([["EX0315", "warning", "zone"]]);
    expect(diagnostics[0]?.detail).toMatch(/the zone shop\.example.*--allow-orders/);
  });

  test("is written where it is allowed", () => {
    const { natives, variables, outputs, diagnostics } = lowerAll([complete(zone)], ovh, { allowOrders: true });
    expect(types(natives)).toEqual(["ovh_domain_zone", "ovh_domain_zone_record"]);
    expect(variables.map((v) => v.name)).toEqual(["ovh_subsidiary"]);
    expect(outputs.map((o) => o.name)).toEqual(["zone_id", "zone_name", "zone_name_servers"]);
    expect(diagnostics).toEqual([]);
  });

  test("a reference to what only a bought thing says becomes a variable", () => {
    const parent = {
      ...zone,
      id: "parent",
      props: {
        name: "example",
        records: [{ name: "shop", type: "NS", values: [{ component: "zone", output: "nameServers" }] }],
      },
    };
    const { natives, variables, diagnostics } = lowerOpen([zone, parent], ovh);
    expect(variables.map((v) => v.name)).toEqual(["external_zone_nameservers"]);
    expect(natives.filter((n) => n.args["fieldtype"] === "NS")).toHaveLength(2);
    expect(diagnostics.map((d) => d.code)).toEqual(["EX0315", "EX0315"]);
  });

  test("a name that is a hole goes through to the records", () => {
    const open = {
      ...zone,
      props: { records: props.records },
      requested: new Set(["name", "records"]),
      holes: [{ path: "name", expression: "var.domain" }],
    };
    const { natives, variables } = lowerOpen([open], ovh);
    expect(variables.map((v) => v.name)).toEqual(["name_of_zone"]);
    expect(natives[0]?.args["zone"]).toMatchObject({ expression: "var.name_of_zone" });
  });
});
