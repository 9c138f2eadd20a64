import { type Args, isObject, type Tree } from "../../providers/native.ts";
import type { ProviderSchema, ResourceSchema } from "../../providers/provider.ts";
import { engineSchema } from "../schema-repairs.ts";
import { semanticProblems } from "../semantics.ts";
import { decide, markOf, planChange, replacedBy } from "./change.ts";
import type { Journal } from "./journal.ts";
import { schemaMessage } from "./protocol-schema.ts";
import { decodeValue, encodeValue } from "./values.ts";

type Message = { readonly [field: string]: unknown };
interface Wire {
  readonly msgpack: Uint8Array;
}
interface Request {
  readonly type_name: string;
  readonly config: Wire;
  readonly prior_state: Wire;
  readonly proposed_new_state: Wire;
  readonly planned_state: Wire;
  readonly private?: Uint8Array;
  readonly prior_private?: Uint8Array;
  readonly planned_private?: Uint8Array;
  readonly raw_state: { readonly json: Uint8Array };
  readonly id: string;
}

export interface ServiceOptions {
  readonly schema: ProviderSchema;
  /** Types served; a schema of a thousand types takes the engine seconds. Default: all. */
  readonly types?: ReadonlySet<string> | undefined;
  readonly journal: Journal;
}

/**
 * A provider of known schemas, one method for each request of the protocol. Resources live in the journal; what a real provider
 * would compute is made up.
 */
export function providerService({ schema, types, journal }: ServiceOptions) {
  const resource = (type: string) => served(schema.resource_schemas, type);
  const source = (type: string) => served(schema.data_source_schemas ?? {}, type);
  const messages = (schemas: Readonly<Record<string, ResourceSchema>>) =>
    Object.fromEntries(
      Object.entries(schemas)
        .filter(([type]) => types?.has(type) ?? true)
        .map(([type, one]) => [type, schemaMessage(type, one)]),
    );

  return {
    GetProviderSchema: (): Message => ({
      provider: schemaMessage("", { version: 0, block: schema.provider_schema?.block ?? {} }),
      resource_schemas: messages(schema.resource_schemas),
      data_source_schemas: messages(schema.data_source_schemas ?? {}),
    }),
    ValidateProviderConfig: (): Message => ({}),
    ConfigureProvider: (): Message => ({}),
    StopProvider: (): Message => ({}),
    ValidateDataResourceConfig: (): Message => ({}),

    ValidateResourceConfig({ type_name, config }: Request): Message {
      const problems = semanticProblems(object(config), resource(type_name));
      return {
        diagnostics: problems.map(({ path, summary, detail }) => ({
          severity: "ERROR",
          summary,
          detail,
          attribute: pathMessage(path),
        })),
      };
    },

    UpgradeResourceState({ type_name, raw_state }: Request): Message {
      const { block } = resource(type_name);
      const stored = JSON.parse(Buffer.from(raw_state.json).toString("utf8")) as Tree;
      return { upgraded_state: { msgpack: encodeValue(stored, block) } };
    },

    ReadResource({ type_name, private: mark }: Request): Message {
      const found = journal.get(type_name, text(mark));
      return { new_state: found ? { msgpack: Buffer.from(found.state, "base64") } : nothing, private: mark };
    },

    PlanResourceChange({ type_name, prior_state, proposed_new_state, prior_private }: Request): Message {
      const proposed = decodeValue(proposed_new_state.msgpack);
      if (!isObject(proposed)) return { planned_state: nothing, planned_private: prior_private };
      const one = resource(type_name);
      const { state, filled } = planChange(proposed, one);
      const prior = decodeValue(prior_state.msgpack);
      return {
        planned_state: { msgpack: encodeValue(state, one.block) },
        planned_private: prior_private,
        requires_replace: isObject(prior) ? replacedBy(prior, state, one).map(pathMessage) : [],
        legacy_type_system: filled,
      };
    },

    ApplyResourceChange({ type_name, planned_state, planned_private }: Request): Message {
      const planned = decodeValue(planned_state.msgpack);
      if (!isObject(planned)) {
        journal.remove(type_name, text(planned_private));
        return { new_state: nothing };
      }
      const one = resource(type_name);
      const key = text(planned_private) || freeKey(type_name, planned);
      const state = encodeValue(decide(type_name, planned, one, key), one.block);
      journal.put({ type: type_name, key, state: Buffer.from(state).toString("base64") });
      return { new_state: { msgpack: state }, private: Buffer.from(key) };
    },

    ImportResourceState({ type_name, id }: Request): Message {
      const found = journal.ofType(type_name).find(({ state }) => {
        const { id: own, arn, name } = decodeValue(Buffer.from(state, "base64")) as Args;
        return (own ?? arn ?? name) === id;
      });
      if (!found) {
        const detail = `${type_name} with the id ${JSON.stringify(id)} is not among the resources that exist here.`;
        return { diagnostics: [{ severity: "ERROR", summary: "Nothing to import", detail }] };
      }
      const state = { msgpack: Buffer.from(found.state, "base64") };
      return { imported_resources: [{ type_name, state, private: Buffer.from(found.key) }] };
    },

    ReadDataSource({ type_name, config }: Request): Message {
      const one = source(type_name);
      const { state } = planChange(object(config), one);
      const known = decide(type_name, state, one, markOf(type_name, state));
      return { state: { msgpack: encodeValue(known, one.block) } };
    },
  };

  /** Two resources of one configuration are told apart by the order in which they came to be. */
  function freeKey(type: string, planned: Args): string {
    const mark = markOf(type, planned);
    let key = mark;
    for (let n = 2; journal.get(type, key); n++) key = `${mark}-${n}`;
    return key;
  }
}

const nothing: Wire = { msgpack: new Uint8Array([0xc0]) };

function served(schemas: Readonly<Record<string, ResourceSchema>>, type: string): ResourceSchema {
  const schema = schemas[type];
  if (!schema) throw new Error(`the engine asked for ${type}, which is not served`);
  return engineSchema(type, schema);
}

function object({ msgpack }: Wire): Args {
  const value = decodeValue(msgpack);
  if (!isObject(value)) throw new Error("the engine sent a configuration that is no object");
  return value;
}

function text(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? "" : Buffer.from(bytes).toString("utf8");
}

function pathMessage(path: string): Message {
  const steps = path
    .split(".")
    .map((step) => (/^\d+$/.test(step) ? { element_key_int: Number(step) } : { attribute_name: step }));
  return { steps };
}
