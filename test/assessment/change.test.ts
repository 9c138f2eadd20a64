import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { assess } from "../../assessment/assess.ts";
import { Change } from "../../assessment/change.ts";
import { change } from "../../assessment/compare.ts";
import type { Native } from "../../providers/native.ts";
import type { FoundComponent } from "../../providers/survey.ts";
import { assessInput, bucket, component, database, losing, native, type Parts, shop } from "./estate.ts";

const optional = { requiredKeys: [] as never[], noNullPrototype: true };
const anyComponent = (name: string): fc.Arbitrary<FoundComponent> =>
  fc.oneof(
    fc.record({ versioning: fc.boolean(), website: fc.constant({}) }, optional).map((props) => bucket(name, props)),
    fc
      .record(
        { highAvailability: fc.constantFrom("none", "multi-zone"), storageGiB: fc.constantFrom(20, 900) },
        optional,
      )
      .map((props) => database(name, props)),
  );
/** Estates that share names, so that two of them have components in common. */
const estate: fc.Arbitrary<Parts & { components: FoundComponent[] }> = fc
  .record({
    components: fc.tuple(...["a", "b", "c"].map(anyComponent)).chain((all) => fc.subarray(all)),
    foreign: fc.subarray([native("aws_sagemaker_endpoint", "advice"), native("aws_iam_role", "app")]),
    unknown: fc.subarray([native("aws_quantum_thing", "q")]),
    lost: fc.boolean(),
  })
  .map(({ lost, components, ...rest }) => {
    const [first] = components;
    const translations = first && lost ? { [first.id]: losing("cors", "blocks") } : {};
    return { ...rest, components, translations };
  });
const compare = (base: Parts, head: Parts) => change({ base: assessInput(base), head: assessInput(head) });

describe("laws of a change", () => {
  test("an estate against itself: nothing, and the very effort and time of its assessment", () => {
    fc.assert(
      fc.property(estate, (parts) => {
        const { components, types, findings, effort, time, unchanged } = compare(parts, parts);
        expect([components, types, unchanged]).toEqual([[], [], parts.components.length]);
        expect(findings.filter((f) => f.state !== "existing")).toEqual([]);
        expect([effort.change, effort.significant, time.change]).toEqual([
          { p50: 0, p80: 0 },
          false,
          { p50: 0, p80: 0 },
        ]);
        expect(effort.after).toEqual(effort.before);
        const { p10, p50, p80, p95 } = assess(assessInput(parts)).effort;
        expect(effort.after).toEqual({ p10, p50, p80, p95 });
      }),
      { numRuns: 8 },
    );
  });

  test("a component more never lowers effort, and is the only one that changed", () => {
    fc.assert(
      fc.property(estate, anyComponent("more"), (parts, more) => {
        const { components, effort } = compare(parts, { ...parts, components: [...parts.components, more] });
        expect(components.map((c) => [c.change, c.id])).toEqual([["added", more.id]]);
        for (const p of ["p10", "p50", "p80", "p95"] as const) {
          expect(effort.after[p]).toBeGreaterThanOrEqual(effort.before[p]);
        }
        expect(components[0]?.days?.after).toBeGreaterThan(0);
      }),
      { numRuns: 8 },
    );
  });

  test("base and head the other way round: added is removed, new is resolved, before is after", () => {
    const mirror = { added: "removed", removed: "added", changed: "changed" } as const;
    fc.assert(
      fc.property(estate, estate, (one, other) => {
        const [there, back] = [compare(one, other), compare(other, one)];
        const seen = (c: Change) => c.components.map(({ id, change, fit, days }) => ({ id, change, fit, days }));
        expect(seen(back)).toEqual(
          seen(there).map(({ id, change, fit, days }) => ({
            id,
            change: mirror[change],
            fit: { before: fit.after, after: fit.before },
            days: { before: days?.after, after: days?.before },
          })),
        );
        const prints = (c: Change, state: string) =>
          c.findings
            .filter((f) => f.state === state)
            .map((f) => f.fingerprint)
            .sort();
        expect(prints(back, "new")).toEqual(prints(there, "resolved"));
        expect(prints(back, "resolved")).toEqual(prints(there, "new"));
        expect([back.effort.before, back.effort.after]).toEqual([there.effort.after, there.effort.before]);
        expect(back.effort.change.p80).toBeCloseTo(-there.effort.change.p80, 9);
        expect(back.types.map((t) => [t.type, t.after, t.before])).toEqual(
          there.types.map((t) => [t.type, t.before, t.after]),
        );
      }),
      { numRuns: 10 },
    );
  });

  test("is what its schema says, keys in its order", () => {
    const result = change({ base: assessInput({}), head: shop() });
    expect(JSON.stringify(Change.parse(result))).toBe(JSON.stringify(result));
  });
});

describe("what changed of a component", () => {
  const differences = (was: FoundComponent, is: FoundComponent, translations: Parts["translations"] = {}) =>
    compare({ components: [was] }, { components: [is], translations }).components.flatMap((c) =>
      c.differences.map(({ what, path, before, after }) => [what, path, before, after]),
    );

  test("props one by one, elements of lists by what they are and not by where they stand", () => {
    const rule = (id: string) => ({ id, expireAfterDays: 9 });
    const was = bucket("a", { versioning: true, website: { index: "a.html" }, lifecycleRules: [rule("x"), rule("y")] });
    const is = bucket("a", { website: { index: "b.html" }, lifecycleRules: [rule("new"), rule("x"), rule("y")] });
    expect(differences(was, is)).toEqual([
      ["prop", "lifecycleRules[]", null, rule("new")],
      ["prop", "versioning", true, null],
      ["prop", "website.index", "a.html", "b.html"],
    ]);
  });

  test("holes, losses, what is not read, what is written back otherwise, natives", () => {
    const leaf = {
      address: "aws_s3_bucket.a",
      root: ".",
      type: "aws_s3_bucket",
      path: "tags",
      class: "setting" as const,
      place: "tags",
    };
    const was = bucket("a");
    const is = {
      ...was,
      holes: [{ path: "versioning", expression: "var.v", at: was.at }],
      residue: [leaf],
      coarsened: [{ ...leaf, path: "acl", read: "private", written: undefined }],
      natives: [...was.natives, native("aws_s3_bucket_policy", "a")],
    };
    expect(differences(was, is, { [was.id]: losing("cors", "blocks", "depends") })).toEqual([
      ["hole", "versioning", null, "var.v"],
      ["loss", "cors", null, "depends (blocks)"],
      ["coarsened", "aws_s3_bucket.a.acl", null, "setting"],
      ["residue", "aws_s3_bucket.a.tags", null, "setting"],
      ["native", "aws_s3_bucket_policy.a", null, "aws_s3_bucket_policy"],
    ]);
  });

  test("its region, which a zone of names has none of", () => {
    const [was, is] = [{ region: "eu-west-3" }, { region: "us-east-1" }];
    expect(differences({ ...bucket("a"), ...was }, { ...bucket("a"), ...is })).toEqual([
      ["region", "", "eu-west-3", "us-east-1"],
    ]);
    expect(differences(bucket("a"), { ...bucket("a"), ...is })).toEqual([["region", "", null, "us-east-1"]]);
    const zone = component("dns-zone", "aws_route53_zone", "z", { domain: "example.org" });
    expect(differences({ ...zone, ...was }, { ...zone, ...is })).toEqual([]);
  });

  test("where it stands is no difference", () => {
    const was = bucket("a", { versioning: true });
    const at = { file: "other.tf", line: 99 };
    expect(differences(was, { ...was, at, natives: was.natives.map((n) => ({ ...n, at })) })).toEqual([]);
  });
});

describe("what changed of a resource without a neutral kind", () => {
  const queue = (args: Native["args"], region?: string): Native => ({
    ...native("aws_sqs_queue", "q"),
    args,
    provider: { name: "aws", ...(region === undefined ? {} : { region }) },
  });
  const changes = (was: Native, is: Native) => compare({ foreign: [was] }, { foreign: [is] }).resources;
  const tags = (...keys: string[]) => keys.map((key) => ({ key, value: "x" }));

  test("its region, and its arguments by path, never by value", () => {
    const was = queue({ name: "q", delay: 0, policy: "hunter2", tag: tags("a", "b"), old: null, gone: 1 }, "eu-west-3");
    const is = queue(
      { name: "q", fifo_queue: true, delay: 90, policy: "hunter3", tag: tags("c", "a", "b") },
      "us-east-1",
    );
    const found = changes(was, is);
    expect(found).toEqual([
      {
        ...{ id: ".:aws_sqs_queue.q", type: "aws_sqs_queue", at: is.at },
        region: { before: "eu-west-3", after: "us-east-1" },
        arguments: [
          { change: "changed", path: "delay" },
          { change: "added", path: "fifo_queue" },
          { change: "removed", path: "gone" },
          { change: "changed", path: "policy" },
          { change: "changed", path: "tag.key" },
          { change: "changed", path: "tag.value" },
        ],
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/hunter|90/);
  });

  test("of a type nobody described as well; the order of a list and where it stands are none", () => {
    const was = queue({ tag: tags("a", "b") });
    expect(changes(was, { ...queue({ tag: tags("b", "a") }), at: { file: "other.tf", line: 9 } })).toEqual([]);
    const [one, other] = [
      native("aws_quantum_thing", "q"),
      { ...native("aws_quantum_thing", "q"), args: { qubits: 3 } },
    ];
    const [found] = compare({ unknown: [one] }, { unknown: [other] }).resources;
    expect([found?.region, found?.arguments]).toEqual([undefined, [{ change: "added", path: "qubits" }]]);
  });
});

describe("findings", () => {
  const prints = (c: Change) => c.findings.map((f) => [f.state, f.fingerprint]);

  test("name rule, component and property, and neither line nor file", () => {
    const head = shop();
    expect(prints(change({ base: assessInput({}), head }))).toEqual([
      ["new", "scaleway foreign-type aws_iam_policy"],
      ["new", "scaleway foreign-type aws_iam_role"],
      ["new", "scaleway foreign-type aws_sagemaker_endpoint"],
      ["new", "scaleway loss .:aws_db_instance.orders pointInTimeRecovery"],
      ["new", "scaleway unknown-type aws_quantum_thing"],
      ["new", "scaleway hole .:module.network"],
    ]);
  });

  test("a kind that the target does not have is one that blocks, with its substitute", () => {
    const a = bucket("a");
    const unsupported = {
      why: "no storage of objects",
      substitute: { what: "A server", class: "substitute" as const },
    };
    const translations = { [a.id]: { losses: [], natives: [], diagnostics: [], unsupported } };
    const { findings, components } = compare({ components: [a] }, { components: [a], translations });
    expect(findings).toEqual([
      expect.objectContaining({ rule: "blocking-loss", state: "new", path: "", instead: "A server" }),
    ]);
    expect(findings[0]?.message).toBe("Scaleway has no object-bucket: no storage of objects");
    expect(components.map((c) => [c.fit, c.differences[0]?.after])).toEqual([
      [{ before: "core", after: "specific" }, "unsupported"],
    ]);
  });

  test("one more resource of a type is none; it is counted", () => {
    const [one, two] = [native("aws_iam_role", "a"), native("aws_iam_role", "b")];
    const { findings, types } = compare({ foreign: [one] }, { foreign: [one, two] });
    expect(findings.map((f) => f.state)).toEqual(["existing"]);
    expect(types).toEqual([{ type: "aws_iam_role", what: "foreign", before: 1, after: 2 }]);
  });

  test("of one unknown type, some of a kind nobody can tell and some of none, all are counted", () => {
    const { survey, ...rest } = assessInput({});
    const of = (name: string) => native("aws_quantum_thing", name);
    const unknown = [
      { type: "aws_quantum_thing", natives: [of("a"), of("b")] },
      { type: "aws_quantum_thing", natives: [of("c")], ambiguous: true },
    ];
    const { findings, types } = change({ base: assessInput({}), head: { ...rest, survey: { ...survey, unknown } } });
    expect(types).toEqual([{ type: "aws_quantum_thing", what: "unknown", before: 0, after: 3 }]);
    expect(findings.map((f) => f.addresses.length)).toEqual([3]);
  });

  test("a loss that begins to block is a new one", () => {
    const a = bucket("a");
    const of = (severity: "degrades" | "blocks") => ({
      components: [a],
      translations: { [a.id]: losing("cors", severity) },
    });
    expect(prints(compare(of("degrades"), of("blocks")))).toEqual([["new", `scaleway blocking-loss ${a.id} cors`]]);
    // The loss stays, and blocks no longer.
    expect(prints(compare(of("blocks"), of("degrades")))).toEqual([
      ["existing", `scaleway loss ${a.id} cors`],
      ["resolved", `scaleway blocking-loss ${a.id} cors`],
    ]);
  });

  test("what resources more bring stands where the only one stands, or the one called like the property", () => {
    const was = bucket("a");
    const more = (type: string, line: number) => ({ ...native(type, "a"), at: { file: "more.tf", line } });
    const place = (loss: string, ...natives: ReturnType<typeof more>[]) => {
      const is = { ...was, natives: [...was.natives, ...natives] };
      const translations = { [is.id]: losing(loss, "blocks") };
      return compare({ components: [was] }, { components: [is], translations }).findings[0]?.at;
    };
    const [copies, events] = [
      more("aws_s3_bucket_replication_configuration", 7),
      more("aws_s3_bucket_notification", 9),
    ] as const;
    expect(place("versioning", copies)).toEqual({ file: "more.tf", line: 7 });
    expect(place("notifications.queue", copies, events)).toEqual({ file: "more.tf", line: 9 });
    expect(place("versioning", copies, events)).toEqual(was.at);
    expect(place("notifications")).toEqual(was.at);
  });
});

describe("significant", () => {
  const large = { components: Array.from({ length: 30 }, (_, i) => database(`d${i}`, { storageGiB: 20 + i })) };

  test("is more than 5 % of P80 and at least half a person-day, up or down", () => {
    const small = { components: [bucket("a")] };
    const grown = { components: [bucket("a"), database("b"), database("c", { engine: "mysql" })] };
    expect(compare(small, grown).effort.significant).toBe(true);
    expect(compare(grown, small).effort).toMatchObject({ significant: true });
    const one = compare(large, { components: [...large.components, bucket("one")] }).effort;
    expect(one.change.p80).toBeGreaterThan(0.5);
    expect([one.change.p80 < one.before.p80 * 0.05, one.significant]).toEqual([true, false]);
  });

  test("less than half a day is not, whatever the share", () => {
    const model = { ...assessInput({}), facts: { team: { people: 1 } } };
    const calibration = { cases: 1, median: 0.0005, sdLn: 0 };
    const tiny = (parts: Parts) => ({ ...model, ...assessInput({ ...parts, facts: { calibration } }) });
    const { effort } = change({ base: tiny({ components: [bucket("a")] }), head: tiny(large) });
    expect(effort.change.p80).toBeGreaterThan(effort.before.p80 * 0.05);
    expect(effort.change.p80).toBeLessThan(0.5);
    expect(effort.significant).toBe(false);
  });
});

test("what was wrong with the base too is not said again, but that it hides something is", () => {
  const warning = (detail: string) => ({ severity: "warning" as const, code: "EX0107" as const, summary: "s", detail });
  const of = (path: string, ...details: string[]) => {
    const { estate, ...input } = assessInput({});
    const source = { ...estate.source, paths: [path] };
    return { ...input, estate: { source, complete: false, diagnostics: details.map(warning) } };
  };
  const { complete, diagnostics } = change({ base: of("base", "base/x"), head: of("shop", "shop/x", "new") });
  expect([complete, diagnostics.map((d) => d.detail)]).toEqual([
    false,
    [expect.stringMatching(/^1 diagnostics .*`exeat inventory shop`/), "new"],
  ]);
});

test("what is wrong in a file of the head alone is said, though the same is wrong in a file of both", () => {
  const of = (path: string, ...files: string[]) => {
    const { estate, ...input } = assessInput({});
    const diagnostics = files.map((name, i) => ({
      ...{ severity: "warning" as const, code: "EX0225" as const, summary: "s", detail: "Not read." },
      source: { file: `${path}/${name}`, line: i + 1 },
    }));
    return { ...input, estate: { source: { ...estate.source, paths: [path] }, complete: true, diagnostics } };
  };
  const { diagnostics } = change({ base: of("base", "a.yaml"), head: of("shop", "b.yaml", "a.yaml", "c.yaml") });
  expect(diagnostics).toMatchObject([
    { source: { file: "shop/b.yaml" }, also: [{ source: { file: "shop/c.yaml", line: 3 } }] },
  ]);
});
