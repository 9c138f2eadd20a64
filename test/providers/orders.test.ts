import { describe, expect, test } from "@jest/globals";
import { lowerAll } from "../../providers/lower.ts";
import { lowerOpen } from "../../providers/lower-open.ts";
import type { Unknown } from "../../providers/native.ts";
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

  test("is more of a disk that is as fast as it is large: people are told how much", () => {
    const disk = { sizeGiB: 100, iops: 20_000 };
    const volume = {
      kind: "volume" as const,
      id: "disk",
      props: disk,
      requested: new Set(Object.keys(disk)),
      holes: [],
    };
    const { natives, diagnostics } = lowerAll([complete(volume)], ovh);
    expect(natives[0]?.args["size"]).toBe(667);
    expect(diagnostics.map((d) => [d.code, d.address])).toEqual([["EX0323", "disk"]]);
    expect(diagnostics[0]?.detail).toMatch(/^667 GiB are written and paid where 100 are asked for/);
    expect(lowerAll([complete({ ...volume, props: { sizeGiB: 100 } })], ovh).diagnostics).toEqual([]);
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
    // Code takes one name server after the other out of it.
    expect(variables).toMatchObject([{ name: "external_zone_nameservers", type: "list(string)" }]);
    expect(String(natives.map((n) => (n.args["target"] as Unknown).expression))).toContain(
      "var.external_zone_nameservers[0]",
    );
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
