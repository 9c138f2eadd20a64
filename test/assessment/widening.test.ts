import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { AssessInput } from "../../assessment/assessment.ts";
import { judgedConditions } from "../../assessment/conditions.ts";
import { estimate } from "../../assessment/estimate.ts";
import type { ComponentFacts } from "../../assessment/facts.ts";
import { percentiles } from "../../assessment/simulate.ts";
import { ASSUMED_UNLIKE } from "../../assessment/unknown-charges.ts";
import type { FoundComponent } from "../../providers/survey.ts";
import { assessInput, bucket, database, losing, native, type Parts } from "./estate.ts";

/** Sample by sample, under the same random numbers: not only the percentiles, every draw is in order. */
function never(less: AssessInput, more: AssessInput, world: "lower" | "upper" = "upper"): boolean {
  const [a, b] = [estimate(less).hours[world], estimate(more).hours[world]];
  return a.every((hours, i) => hours <= (b[i] ?? 0) * (1 + 1e-12));
}

const optional = { requiredKeys: [] as never[], noNullPrototype: true };

const component = (name: string): fc.Arbitrary<FoundComponent> =>
  fc.oneof(
    fc
      .record({ versioning: fc.boolean(), website: fc.constant({}), notifications: fc.constant([{}]) }, optional)
      .map((props) => bucket(name, props)),
    fc
      .record(
        {
          highAvailability: fc.constantFrom("none", "multi-zone"),
          iamAuthentication: fc.boolean(),
          engine: fc.constantFrom("postgresql", "mysql"),
          storageGiB: fc.constantFrom(20, 100, 5_000),
        },
        optional,
      )
      .map((props) => database(name, props)),
  );
const components = fc
  .integer({ min: 1, max: 6 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => component(`c${i}`))));
const facts = fc.record(
  {
    environments: fc.constantFrom(1, 2),
    team: fc.record({ people: fc.constantFrom(2, 5, 9) }),
    assurance: fc.boolean(),
    factors: fc.constant({ criticality: "vital", tests: "none", teamFamiliarity: "someExperience" }),
  },
  optional,
);
const foreign = fc.subarray([
  native("aws_sagemaker_endpoint", "advice"),
  native("aws_lambda_function", "resize"),
  native("aws_iam_role", "app"),
]);
const estate: fc.Arbitrary<Parts & { components: FoundComponent[] }> = fc.record({ components, facts, foreign });

describe("what is not known widens and never shrinks, draw by draw", () => {
  test("a value that becomes a hole", () => {
    const hidden = estate.chain((parts) =>
      fc.nat({ max: parts.components.length - 1 }).chain((at) => {
        const props: (string | undefined)[] = Object.keys(parts.components[at]!.props).filter((p) => p !== "engine");
        return fc.constantFrom(...(props.length > 0 ? props : [undefined])).map((prop) => ({ parts, at, prop }));
      }),
    );
    fc.assert(
      fc.property(hidden, ({ parts, at, prop }) => {
        if (prop === undefined) return true;
        const after = parts.components.map((c, i) => (i === at ? withHole(c, prop) : c));
        const [known, unknown] = [assessInput(parts), assessInput({ ...parts, components: after })];
        return never(known, unknown);
      }),
      { numRuns: 40 },
    );
  });

  test("components that become an unknown type, one after the other, up to the stated bound", () => {
    fc.assert(
      fc.property(estate, ({ components, ...parts }) => {
        const of = (gone: number) =>
          assessInput({
            ...parts,
            facts: { ...parts.facts, components: Object.fromEntries(components.map((c) => [c.id, NOTHING_MORE])) },
            components: components.slice(gone),
            unknown: components.slice(0, gone).map((c) => native("aws_quantum_thing", c.id)),
          });
        for (let gone = 1; gone <= Math.min(components.length, ASSUMED_UNLIKE); gone++) {
          if (!never(of(gone - 1), of(gone))) return false;
        }
        return true;
      }),
      { numRuns: 15 },
    );
  });

  test("a fact that nobody states, for every value up to the bound the report prints", () => {
    const stated = fc.record(
      {
        gib: fc.constantFrom(0, 10, 2_000, 20_000),
        objects: fc.constantFrom(0, 20_000_000),
        maxDowntimeHours: fc.constantFrom(0.1, 100),
        storedRoutines: fc.constantFrom(0, 3, 20),
        extensionMissing: fc.boolean(),
      },
      optional,
    );
    const whole = fc.record(
      {
        team: fc.record({ people: fc.constantFrom(1, 4) }),
        environments: fc.constantFrom(1, 2),
        counts: fc.record({ project: fc.constantFrom(1, 3), humanGroup: fc.constantFrom(1, 5) }, optional),
        callSites: fc.constantFrom(0, 1, 3),
      },
      optional,
    );
    fc.assert(
      fc.property(components, stated, whole, (list, own, { callSites, ...rest }) => {
        const lambda = native("aws_sagemaker_endpoint", "advice");
        const calls = callSites === undefined ? {} : { "aws_sagemaker_endpoint.advice": { callSites } };
        // No more can be stated of a database than its disk holds.
        const within = (c: FoundComponent) => Math.min(own.gib ?? 0, Number(c.props["storageGiB"] ?? 20_000));
        const byId = Object.fromEntries(
          list.map((c) => [c.id, own.gib === undefined ? own : { ...own, gib: within(c) }]),
        );
        const parts = { components: list, foreign: [lambda] };
        return never(
          assessInput({ ...parts, facts: { ...rest, components: { ...byId, ...calls } } }),
          assessInput(parts),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe("more never costs less, draw by draw", () => {
  test("a component more", () => {
    fc.assert(
      fc.property(estate, component("more"), (parts, more) =>
        never(assessInput(parts), assessInput({ ...parts, components: [...parts.components, more] })),
      ),
      { numRuns: 40 },
    );
  });

  test("a component whose parts alone were there before", () => {
    fc.assert(
      fc.property(component("whole"), (whole) => {
        const foreign = [native("aws_s3_object", "part"), native("aws_db_parameter_group", "part")];
        return never(assessInput({ foreign }), assessInput({ foreign, components: [plain(whole)] }));
      }),
      { numRuns: 20 },
    );
  });

  test("a loss more, whatever its class", () => {
    const loss = fc.record({
      path: fc.constantFrom("cors", "versioning", "backupRetentionDays"),
      verdict: fc.constantFrom("lost" as const, "depends" as const),
      gapClass: fc.constantFrom("setting", "workaround", "redesign", "substitute", "accept"),
    });
    fc.assert(
      fc.property(estate, loss, ({ components, ...parts }, { path, verdict, gapClass }) => {
        const base = losing(path, "degrades", verdict);
        const lost = {
          ...base,
          losses: base.losses.map((l) => ({ ...l, declared: { ...l.declared!, class: gapClass as "setting" } })),
        };
        const translations = { [components[0]!.id]: lost };
        return never(assessInput({ components, ...parts }), assessInput({ components, ...parts, translations }));
      }),
      { numRuns: 40 },
    );
  });

  test("a hundred and first component, where the work becomes more formal", () => {
    const many = Array.from({ length: 101 }, (_, i) => bucket(`b${i}`));
    const of = (n: number) => assessInput({ components: many.slice(0, n), facts: { team: { people: 3 } } });
    expect(never(of(100), of(101))).toBe(true);
    expect(percentiles(estimate(of(101)).hours).p80).toBeGreaterThan(1.2 * percentiles(estimate(of(100)).hours).p80);
  });

  test("of alternatives nobody knows, each that is stated, and a table more", () => {
    const verdict = fc.constantFrom<ComponentFacts>(
      { conditions: { "wire-compatible store": true } },
      { conditions: { "wire-compatible store": false } },
      { conditions: { "re-modelled": true } },
      { conditions: { "re-modelled": false } },
      {},
    );
    const tables = fc.array(fc.tuple(verdict, fc.constantFrom("hash_key", "range_key")), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(tables, verdict, (told, one) => {
        const of = (list: typeof told) =>
          assessInput({
            foreign: list.map(([, arg], i) => native("aws_dynamodb_table", `t${i}`, { [arg]: "id" })),
            facts: { components: Object.fromEntries(list.map(([own], i) => [`aws_dynamodb_table.t${i}`, own])) },
          });
        const [[, arg], ...rest] = told as [(typeof told)[number]];
        const [open, stated] = [of([[{}, arg], ...rest]), of([[one, arg], ...rest])];
        const inside = never(stated, open) && never(open, stated, "lower");
        return inside && never(of(rest), stated) && never(of(rest), stated, "lower");
      }),
      { numRuns: 60 },
    );
  });

  test("a foreign resource more, of a class already there or not", () => {
    const described = ["aws_sagemaker_endpoint", "aws_sagemaker_model", "aws_iam_role", "aws_wafv2_web_acl"];
    fc.assert(
      fc.property(estate, fc.constantFrom(...described), (parts, type) => {
        const more = { ...parts, foreign: [...(parts.foreign ?? []), native(type, "more")] };
        return never(assessInput(parts), assessInput(more));
      }),
      { numRuns: 40 },
    );
  });
});

/** One engine: the parts are those of PostgreSQL. */
function plain(found: FoundComponent): FoundComponent {
  return found.kind === "sql-database" ? { ...found, props: { ...found.props, engine: "postgresql" } } : found;
}

/** A prop whose value nobody knows any more. */
function withHole(found: FoundComponent, prop: string): FoundComponent {
  const { [prop]: _, ...props } = found.props;
  return { ...found, props, holes: [{ path: prop, expression: `var.${prop}`, at: found.at }] };
}

/** What a component brings besides always is above the bound that an unknown type assumes. */
const NOTHING_MORE = { conditions: Object.fromEntries(judgedConditions.map((when) => [when, false])) };
