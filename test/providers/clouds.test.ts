import { describe, expect, test } from "@jest/globals";
import effort from "../../assessment/effort.json" with { type: "json" };
import { clouds } from "../../providers/index.ts";
import type { Cloud, SchemaBlock } from "../../providers/provider.ts";
import { resourceSchema } from "../../providers/schema-of.ts";

const classes = new Map(effort.foreignClasses.map((c) => [c.id, c]));
const leadTimes = new Set(effort.leadTimes.map((lead) => lead.id));
const keys = new Set(effort.workItems.map((item) => item.kind));
const list = Object.values(clouds);
const schemaTypes = (cloud: Cloud) => new Set(cloud.providers.flatMap((p) => Object.keys(p.schema().resource_schemas)));

describe.each(list.map((cloud) => [cloud.id, cloud] as const))("%s", (id, cloud) => {
  test("no name is offered twice in a catalogue, and what is preferred is offered", () => {
    for (const { offers, preferred } of Object.values(cloud.catalogues)) {
      const names = offers.map((o) => o.native);
      expect(new Set(names).size).toBe(names.length);
      if (preferred !== undefined) expect(offers.filter((o) => !o.legacy).map((o) => o.native)).toContain(preferred);
    }
  });

  test("each foreign type has either a class or a key of the effort model, and drivers that it prices", () => {
    const wrong = Object.entries(cloud.foreign).filter(([, type]) => {
      if (type.class !== undefined && type.mappingKey === undefined) {
        const units = Object.keys(classes.get(type.class)?.per ?? {});
        return !classes.has(type.class) || type.drivers.some((d) => !units.includes(d));
      }
      return !keys.has(type.mappingKey ?? "") || type.drivers.some((d) => d !== "component");
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test("waits that a foreign type brings, and types that say whether they are off, are known", () => {
    const waits = Object.values(cloud.foreign).flatMap((type) => type.waits ?? []);
    expect(waits.filter((id) => !leadTimes.has(id))).toEqual([]);
    const attributes = (type: string) =>
      cloud.providers.flatMap((p) => Object.keys(p.schema().resource_schemas[type]?.block.attributes ?? {}));
    for (const [type, { attribute }] of Object.entries(cloud.off ?? {})) expect(attributes(type)).toContain(attribute);
  });

  test("each foreign type says what it is, what replaces it on the other clouds, and who says so when", () => {
    const others = list.filter((other) => other.id !== id && !other.sourceOnly);
    const wrong = Object.entries(cloud.foreign).filter(
      ([, t]) =>
        !t.what ||
        others.some((other) => !t.instead[other.id]) ||
        !/^\d{4}-\d\d-\d\d$/.test(t.citation.date) ||
        !t.citation.source,
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test("classes of leaves are given to types that the provider has", () => {
    const data = new Set(cloud.providers.flatMap((p) => Object.keys(p.schema().data_source_schemas ?? {})));
    const types = schemaTypes(cloud);
    const wrong = Object.keys(cloud.leafClasses).filter((path) => {
      const type = path.split(".")[0] ?? "";
      return !types.has(type) && !data.has(type);
    });
    expect(wrong).toEqual([]);
  });

  test("what is in use are places that the provider has", () => {
    const wrong = (cloud.inUse ?? []).filter((used) => {
      const [type = "", ...place] = used.split(".");
      const schema = resourceSchema(cloud, { type, mode: "managed" });
      return !schema || !hasPlace(schema.block, place);
    });
    expect(wrong).toEqual([]);
  });
});

function hasPlace({ attributes, block_types }: SchemaBlock, [segment, ...rest]: readonly string[]): boolean {
  if (segment === undefined) return true;
  const [attribute, nested] = [attributes?.[segment], block_types?.[segment]];
  return (attribute ?? nested) !== undefined && hasPlace(nested?.block ?? attribute?.nested_type ?? {}, rest);
}
