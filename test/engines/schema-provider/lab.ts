import type { ProviderSchema, ResourceSchema, TerraformProvider } from "../../../providers/provider.ts";

/** A resource with every shape that a schema can have. */
export const thing: ResourceSchema = {
  version: 1,
  block: {
    attributes: {
      id: { type: "string", computed: true },
      arn: { type: "string", computed: true },
      name: { type: "string", required: true },
      place: { type: "string", optional: true },
      size: { type: "number", optional: true },
      speed: { type: "number", optional: true, computed: true },
      tier: { type: "string", optional: true },
      secret: { type: "string", optional: true },
      once: { type: "string", optional: true, write_only: true },
      tags: { type: ["map", "string"], optional: true },
      zones: { type: ["set", "string"], optional: true, computed: true },
      anything: { type: "dynamic", optional: true },
      history: { type: ["list", ["object", { at: "string" }]], computed: true },
      shape: {
        nested_type: {
          nesting_mode: "list",
          attributes: { kind: { type: "string", required: true }, seen: { type: "string", computed: true } },
        },
        optional: true,
      },
    },
    block_types: {
      rule: {
        nesting_mode: "set",
        block: {
          attributes: {
            port: { type: "number", required: true },
            note: { type: "string", optional: true, computed: true },
          },
        },
      },
      disk: {
        nesting_mode: "list",
        block: {
          attributes: {
            gib: { type: "number", required: true },
            kind: { type: "string", optional: true },
            serial: { type: "string", computed: true },
          },
        },
      },
      backup: { nesting_mode: "single", block: { attributes: { days: { type: "number", optional: true } } } },
      label: { nesting_mode: "map", block: { attributes: { text: { type: "string", required: true } } } },
    },
  },
  semantics: {
    name: { force_new: true },
    zones: { force_new: true },
    size: { default: "10" },
    tier: { values: ["hot", "cold"], conflicts_with: ["place"] },
    secret: { sensitive: true },
    rule: { force_new: true },
    "rule.port": { force_new: true },
    disk: { force_new: true },
    "disk.kind": { force_new: true, default: "ssd" },
  },
};

const schema: ProviderSchema = {
  provider: "example/lab",
  version: "1.0.0",
  date: "2026-11-25",
  provider_schema: { block: { attributes: { region: { type: "string", optional: true } } } },
  resource_schemas: { lab_thing: thing },
  data_source_schemas: {
    lab_place: {
      version: 0,
      block: { attributes: { name: { type: "string", required: true }, address: { type: "string", computed: true } } },
    },
  },
};

export const lab: TerraformProvider = {
  name: "lab",
  source: "example/lab",
  versions: ">= 1.0",
  schema: () => schema,
  block: (region) => ({ region }),
};
