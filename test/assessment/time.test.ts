import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { assess } from "../../assessment/assess.ts";
import type { AssessInput } from "../../assessment/assessment.ts";
import { SAMPLES } from "../../assessment/draws.ts";
import type { EstateFacts } from "../../assessment/facts.ts";
import { schedule } from "../../assessment/schedule.ts";
import { windows } from "../../assessment/windows.ts";
import { aws } from "../../providers/aws/index.ts";
import { ovh } from "../../providers/ovh/index.ts";
import type { Cloud } from "../../providers/provider.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import { vmware } from "../../providers/vmware/index.ts";
import { reporters } from "../../report/reporters.ts";
import { assessInput, bucket, database, native, shop } from "./estate.ts";

const estate = { components: [bucket("a"), database("b")] };
const told: EstateFacts = {
  team: { people: 3, availability: 0.6 },
  environments: 1,
  components: {
    "aws_s3_bucket.a": { gib: 900, objects: 2_000_000, changedGibPerDay: 1 },
    "aws_db_instance.b": { gib: 60, changedGibPerDay: 2 },
  },
};
const timed = (facts: EstateFacts = told, parts: typeof estate = estate) =>
  assess(assessInput({ ...parts, facts })).time;
const part = (time: ReturnType<typeof timed>, id: string) => time.schedule.find((s) => s.id === id);

describe("the team", () => {
  test("that nobody stated does programme work as a larger one above P10, and every report says so", () => {
    const { team: _, ...rest } = told;
    const input = assessInput({ ...estate, facts: rest });
    const said = /programme work above P10 as for a team of more than 6: state team\.people/;
    for (const format of ["text", "markdown"] as const) {
      expect(reporters.assessment[format](assess(input), { color: false, lang: "en" }).output).toMatch(said);
      const stated = { ...told, team: { people: 2 } };
      const told2 = assess(assessInput({ ...estate, facts: stated }));
      expect(reporters.assessment[format](told2, { color: false, lang: "en" }).output).not.toMatch(/more than 6/);
    }
    // As dear as with more people than that, whatever they are.
    const p50 = (people?: number) =>
      assess(assessInput({ ...estate, facts: { ...rest, ...(people ? { team: { people } } : {}) } })).effort.p50;
    expect(p50()).toBeGreaterThan(2 * p50(2));
    expect(timed(rest).team).toMatchObject({ people: 2, assumed: true, programmeAbove: 6 });
    // What is formal for other reasons is so with any team.
    const many = Array.from({ length: 101 }, (_, i) => bucket(`b${i}`));
    expect(assess(assessInput({ components: many })).time.team.programmeAbove).toBeUndefined();
  });

  test("that nobody stated has others beside it, each as if it were stated; one that is stated has none", () => {
    const { team: _, ...rest } = told;
    const { team, otherTeams = [] } = timed(rest);
    expect(team.assumed).toBe(true);
    expect(otherTeams.map((t) => t.people)).toEqual([5, 10]);
    for (const { people, availability, ...range } of otherTeams) {
      const { p10, p50, p80, p95 } = timed({ ...rest, team: { people, availability } });
      expect({ ...range }).toEqual({ p10, p50, p80, p95 });
    }
    expect(timed().otherTeams).toBeUndefined();
  });
});

describe("the schedule", () => {
  const days = (n: number) => new Float64Array(SAMPLES).fill(n);

  test("starts each activity when the last of those before it has ended, and names what decides the end", () => {
    const done = schedule([
      { id: "a", name: "a", kind: "work", after: [], days: days(2) },
      { id: "b", name: "b", kind: "wait", after: [], days: days(5) },
      { id: "c", name: "c", kind: "work", after: ["a", "b"], days: days(1) },
      { id: "d", name: "d", kind: "work", after: ["a"], days: days(1) },
    ]);
    expect(done.map((s) => [s.start[0], s.end[0], s.critical])).toEqual([
      [0, 2, 0],
      [0, 5, 1],
      [5, 6, 1],
      [2, 3, 0],
    ]);
    const unordered = { id: "x", name: "x", kind: "work", after: ["later"], days: days(1) } as const;
    expect(() => schedule([unordered])).toThrow("later");
  });

  test("names only what it lists, and never starts an activity before what it waits for, whatever is stated", () => {
    const facts = fc.record(
      {
        team: fc.record({ people: fc.integer({ min: 1, max: 20 }), availability: fc.constantFrom(0.2, 1) }),
        leadTimes: fc.dictionary(
          fc.constantFrom("public-tender", "private-procurement", "quota", "pentest-slot", "change-freeze"),
          fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 200 })),
          { noNullPrototype: true },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(facts, (stated) => {
        const rows = timed(stated).schedule;
        return rows.every((row) =>
          row.after.every((id) => {
            const before = rows.find((r) => r.id === id);
            return before !== undefined && row.start.p50 >= before.end.p50 - 0.11;
          }),
        );
      }),
      { numRuns: 20 },
    );
  });

  test("passes on what is waited for where a step takes no time and is not listed", () => {
    // Without data there is nothing to copy, and without a second rehearsal nothing to copy again.
    const { schedule: rows } = assess(assessInput({ components: [] })).time;
    expect(rows.filter((r) => r.kind === "transfer")).toEqual([]);
    expect(rows.find((r) => r.id === "rehearsal")?.after).toEqual(["foundation", "quota"]);
    expect(rows.find((r) => r.id === "cutover")?.after).toEqual(["rehearsal", "change-freeze"]);
  });

  test("has phases in their order, and the copy between setting up and rehearsing", () => {
    const ids = timed().schedule.map((s) => s.id);
    const order = ["prepare", "foundation", "data-replication", "transfer", "rehearsal", "cutover", "decommission"];
    expect(ids.filter((id) => order.includes(id))).toEqual(order);
  });

  test("is shorter with more people, and longer where one person alone has a role", () => {
    const of = (team: EstateFacts["team"]) => timed({ ...told, team }).p80;
    expect(of({ people: 6, availability: 0.6 })).toBeLessThan(of({ people: 3, availability: 0.6 }));
    expect(of({ people: 3, availability: 1 })).toBeLessThan(of({ people: 3, availability: 0.5 }));
    expect(of({ people: 6, availability: 0.6, roles: { dba: 0.1 } })).toBeGreaterThan(
      of({ people: 6, availability: 0.6 }),
    );
  });

  test("waits for a tender where there is one, and the account waits with it", () => {
    const tender = timed({ ...told, leadTimes: { "public-tender": true } });
    expect(tender.p50).toBeGreaterThan(timed().p50);
    expect(part(tender, "target-account")?.after).toContain("public-tender");
    expect(tender.criticalPath).toContain("open procedure: tender time, then award");
    const stated = timed({ ...told, leadTimes: { "public-tender": 100 } });
    expect(part(stated, "public-tender")?.days).toEqual({ p50: 100, p80: 100 });
  });

  test("percentiles are in order, and the last activity ends with the whole", () => {
    for (const time of [timed(), timed({}), assess(shop()).time, assess(assessInput({})).time]) {
      expect(time.p10 <= time.p50 && time.p50 <= time.p80 && time.p80 <= time.p95).toBe(true);
      expect(time.schedule.at(-1)?.end).toEqual({ p50: time.p50, p80: time.p80 });
      expect(time.criticalPath.length).toBeGreaterThan(0);
    }
  });
});

describe("what is not known widens time and never shortens it", () => {
  test("for every value up to the bound the report prints", () => {
    const stated = fc.record(
      {
        gib: fc.constantFrom(0, 10, 1_000),
        objects: fc.constantFrom(0, 10_000_000),
        leadTimes: fc.dictionary(fc.constantFrom("private-procurement", "quota", "change-freeze"), fc.boolean(), {
          noNullPrototype: true,
        }),
        people: fc.constantFrom(2, 4),
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    const asked = assess(assessInput({ components: [bucket("a")] })).time;
    fc.assert(
      fc.property(stated, ({ gib, objects, leadTimes, people }) => {
        const own = { ...(gib === undefined ? {} : { gib }), ...(objects === undefined ? {} : { objects }) };
        const facts: EstateFacts = {
          components: { "aws_s3_bucket.a": own },
          ...(leadTimes ? { leadTimes } : {}),
          ...(people ? { team: { people } } : {}),
        };
        const known = assess(assessInput({ components: [bucket("a")], facts })).time;
        return known.p80 <= asked.p80 && known.p10 >= asked.p10;
      }),
      { numRuns: 25 },
    );
  });
});

describe("data", () => {
  const moves = (facts: EstateFacts) => assess(assessInput({ ...estate, facts })).data.moves;

  test("hours follow the formula: bytes by rate or objects by rate, whichever is longer, and repeats", () => {
    const [a] = moves({ components: { "aws_s3_bucket.a": { gib: 900, objects: 2_000_000 } } });
    // 900 GiB are 966,368 MB; at 140 MB/s 6,903 s, at 800 objects a second 2,500 s; repeats 1.25.
    expect(a?.hours?.likely).toBeCloseTo((6_903 / 3_600) * 1.25, 1);
    const [b] = moves({ components: { "aws_s3_bucket.a": { gib: 1, objects: 20_000_000 } } });
    expect(b?.hours?.likely).toBeCloseTo((25_000 / 3_600) * 1.25, 1);
  });

  test("of foreign services counts as soon as it is found: by no method, as fast as the link, and no slower than what is assumed", () => {
    const foreign = [native("aws_dynamodb_table", "carts"), native("aws_docdb_cluster", "docs")];
    const of = (gib?: number) =>
      assess(
        assessInput({
          foreign,
          facts: {
            ...{ team: { people: 4, availability: 0.8 } },
            ...(gib === undefined
              ? {}
              : { components: { "aws_dynamodb_table.carts": { gib }, "aws_docdb_cluster.docs": { gib } } }),
          },
        }),
      );
    const [none, much, open] = [of(0), of(100_000), of()];
    expect(much.data.moves.map((m) => [m.component, m.method, m.gib, m.hours])).toEqual([
      [".:aws_dynamodb_table.carts", null, 100_000, null],
      [".:aws_docdb_cluster.docs", null, 100_000, null],
    ]);
    expect(much.data.moves[0]?.dependsOn).toBe("what replaces it at the target");
    const stated = { gib: 5, objects: 7, changedGibPerDay: 1 };
    const facts = { components: { "aws_dynamodb_table.carts": stated } };
    expect(assess(assessInput({ foreign, facts })).data.moves[0]).toMatchObject(stated);
    expect(open.data.moves[0]?.dependsOn).toMatch(/aws_dynamodb_table\.carts in exeat\.yaml: gib; and what/);
    const copied = ({ time }: typeof much) => part(time, "transfer")?.days.p50 ?? 0;
    expect(copied(none)).toBe(0);
    expect(copied(open)).toBeGreaterThan(0);
    expect(copied(much)).toBeGreaterThan(10 * copied(open));
    expect(much.time.p10).toBeGreaterThan(none.time.p10);
    expect(open.time.p10).toBeCloseTo(none.time.p10, 5);
    const asked = open.unknowns.find((u) => /which method/.test(u.what));
    expect(asked?.dependsOn).toContain(".:aws_dynamodb_table.carts");
    expect(open.unknowns.find((u) => /How much there is/.test(u.what))?.dependsOn).toContain(
      ".:aws_docdb_cluster.docs",
    );
    for (const format of ["text", "markdown", "html"] as const)
      expect(reporters.assessment[format](much, { color: false }).output).not.toMatch(/nothing that moves/);
    expect(reporters.assessment.text(much, { color: false }).output).toContain(
      "200,000 GiB in 2 components; by no known method for 2 components",
    );
  });

  test("a running copy that cannot catch up says so", () => {
    const follows = (changedGibPerDay: number) =>
      moves({ components: { "aws_db_instance.b": { gib: 60, changedGibPerDay, maxDowntimeHours: 0.5 } } })[1]
        ?.catchesUp;
    expect([10, 1_000, 5_000].map(follows)).toEqual([true, null, false]);
  });

  test("a running copy stops writing for the last changes only, and an unknown rate leaves it unknown", () => {
    const of = (facts: object) =>
      moves({ components: { "aws_db_instance.b": { ...facts, maxDowntimeHours: 0.5 } } })[1];
    const known = of({ gib: 60, changedGibPerDay: 2 });
    expect(known?.downtimeHours?.likely).toBeLessThan(known?.hours?.likely ?? 0);
    expect(of({ gib: 60 })).toMatchObject({
      downtimeHours: null,
      dependsOn: expect.stringContaining("changedGibPerDay"),
    });
  });

  test("a database is dumped unless writing may stop for less time than that takes, and its proof is part of it", () => {
    const of = (facts: object) => moves({ components: { "aws_db_instance.b": { gib: 500, ...facts } } })[1];
    const dumped = of({});
    const [hours, proof, stopped] = [dumped?.hours, dumped?.verificationHours, dumped?.downtimeHours];
    expect(dumped?.method).toBe("pg-dump-restore");
    expect(stopped?.likely).toBeGreaterThan((hours?.likely ?? 0) + (proof?.likely ?? 0));
    const high = stopped?.high ?? 0;
    expect(of({ maxDowntimeHours: high + 0.1 })?.method).toBe("pg-dump-restore");
    expect(of({ maxDowntimeHours: high - 0.1 })?.method).toBe("pg-logical");
  });

  test("data goes by what the target takes in: MySQL at Scaleway by mysqldump, though RDS exports faster", () => {
    const mysql = assessInput({
      components: [database("m", { engine: "mysql", version: "8.0" })],
      facts: { components: { "aws_db_instance.m": { gib: 100 } } },
    });
    const [move] = assess(mysql).data.moves;
    const way = assess(mysql).returnTrip.components[0];
    expect([move?.method, way?.method]).toEqual(["mysqldump", "mysqldump"]);
    expect(move?.hours).toEqual(way?.hours);
  });

  test("objects are proven by reading both sides again: as long as the copy", () => {
    const bucket = moves({ components: { "aws_s3_bucket.a": { gib: 10_000, objects: 1000 } } }).find(
      (m) => m.method === "object-copy",
    );
    expect(bucket?.verificationHours).toEqual(bucket?.hours);
  });
});

describe("windows", () => {
  test("each has a source, and days or the fact that says how many", () => {
    for (const window of windows) {
      expect(window.citation.source).not.toBe("");
      expect((window.days === undefined) !== (window.fact === undefined)).toBe(true);
    }
  });

  test("a probability is the share of draws that end in time, and grows with the window", () => {
    const met = (deadlineDays: number) => timed({ ...told, deadlineDays }).windows[0]?.probability ?? Number.NaN;
    const { p50, p80 } = timed();
    expect(met(p50)).toBeCloseTo(0.5, 1);
    expect(met(p80)).toBeCloseTo(0.8, 1);
    expect(met(1)).toBe(0);
    expect(met(100_000)).toBe(1);
  });

  test("what the contract says is unknown until stated, with the fact to state", () => {
    const own = (facts: EstateFacts) => timed(facts).windows.filter((w) => /contract/.test(w.name));
    expect(own(told).map((w) => [w.days, w.probability, w.dependsOn])).toEqual([
      [null, null, "contract.noticeDays in exeat.yaml"],
      [null, null, "contract.transitionDays in exeat.yaml"],
    ]);
    const stated = own({ ...told, contract: { noticeDays: 60, transitionDays: 400 } });
    expect(stated.map((w) => w.days)).toEqual([60, 400]);
    expect(stated.map((w) => [w.probability !== null, w.dependsOn])).toEqual([
      [false, undefined],
      [true, undefined],
    ]);
    expect(stated.map((w) => w.citation)).toEqual([
      { source: "exeat.yaml", kind: "stated" },
      { source: expect.stringMatching(/^exeat\.yaml; .*2024\/1773/), kind: "stated", date: "2026-08-31" },
    ]);
  });

  test("rights are there only against a provider that is there to ask", () => {
    const named = (parts: Partial<AssessInput>) =>
      assess({ ...assessInput({ ...estate, facts: told }), ...parts })
        .time.windows.filter((w) => w.bound === "provider")
        .map((w) => w.name.split(":")[0]);
    const law = ["Data Act", "Data Act", "Data Act"];
    expect(named({})).toEqual([...law, "Free egress on leaving, on request and once approved"]);
    expect(named({ scenario: "region-outage" })).toHaveLength(4);
    for (const scenario of ["bouton-rouge", "provider-failure"] as const) expect(named({ scenario })).toEqual([]);
    expect(named({ source: vmware })).toEqual([]);
  });

  test("law of the Union is nobody's window elsewhere", () => {
    const in_ = (country: string) => timed({ ...told, country });
    const names = (country: string) => in_(country).windows.map((w) => w.name.split(":")[0]);
    expect(names("FR").filter((n) => /Data Act|DORA/.test(n ?? ""))).toHaveLength(4);
    expect(names("CH").filter((n) => /Data Act|DORA/.test(n ?? ""))).toEqual([]);
    expect([in_("FR"), in_("CH")].map((t) => t.schedule.some((s) => /notice/.test(s.name)))).toEqual([true, false]);
  });

  test("law is nobody's window before it applies", () => {
    const at = (catalogue: string) =>
      assess({ ...assessInput({ ...estate, facts: told }), tool: { version: "0", catalogue } }).time;
    const law = (date: string) => at(date).windows.filter((w) => /Data Act|DORA/.test(w.name)).length;
    expect(["2025-01-16", "2025-01-17", "2025-09-11", "2025-09-12"].map(law)).toEqual([0, 1, 1, 4]);
    const notice = (date: string) => at(date).schedule.some((s) => /notice/.test(s.name));
    expect(["2025-09-11", "2025-09-12"].map(notice)).toEqual([false, true]);
  });

  test("machines in one's own rooms owe nobody a notice under the Data Act, and no rule on egress is theirs, unless it is stated", () => {
    const at = (source: Cloud, facts: EstateFacts = told) => assess({ ...assessInput({ ...estate, facts }), source });
    const waits = ({ time }: ReturnType<typeof at>) => time.schedule.some((s) => /notice/.test(s.name));
    expect([waits(at(aws)), waits(at(vmware))]).toEqual([true, false]);
    expect(waits(at(vmware, { ...told, contract: { noticeDays: 90 } }))).toBe(true);
    const rules = ({ cost }: ReturnType<typeof at>) => cost.oneOff.egress?.rules.length;
    expect(rules(at(aws))).toBeGreaterThan(0);
    expect(rules(at(vmware))).toBe(0);
  });

  describe("a notice that the contract asks for", () => {
    const at = (noticeDays: number, country = "DE") =>
      assess(assessInput({ ...estate, facts: { ...told, country, contract: { noticeDays } } }));
    const name = (a: ReturnType<typeof at>) => part(a.time, "contract-notice")?.name;
    const warned = (a: ReturnType<typeof at>) => a.diagnostics.filter((d) => d.code === "EX0343").length;

    test("is given so late that it ends with the exit, and no deadline: where it is longer, at the start", () => {
      const notice = (a: ReturnType<typeof at>) => a.time.windows.find((w) => w.from === "notice");
      const { time } = at(60);
      expect(notice(at(60))).toMatchObject({ days: 60, until: "end", probability: null });
      expect(notice(at(60))?.give?.p50).toBeCloseTo(time.p50 - 60, 5);
      expect(notice(at(60))?.give?.p80).toBeCloseTo(time.p80 - 60, 5);
      expect(part(time, "contract-notice")).toMatchObject({
        start: notice(at(60))?.give,
        end: { p50: time.p50, p80: time.p80 },
      });
      expect(notice(at(2000))?.give).toEqual({ p50: 0, p80: 0 });
      expect(at(2000).time.p50).toBe(2000);
    });

    test("is the contract's, and not what the Data Act asks for", () => {
      expect(name(assess(assessInput({ ...estate, facts: { ...told, country: "DE" } })))).toMatch(/Data Act/);
      expect(name(at(400))).toMatch(/contract/);
      expect(name(at(400))).not.toMatch(/Data Act/);
    });

    test("is said to be longer than the law allows, where the law may be the customer's", () => {
      expect([at(62), at(63), at(63, "CH")].map(warned)).toEqual([0, 1, 0]);
    });

    test("has the source paid until it has run", () => {
      const days = (n: number) => at(n).cost.oneOff.doubleRunning?.days;
      const [none, long] = [days(0), days(400)];
      const done = Math.max(
        ...at(0)
          .time.schedule.filter((s) => s.id !== "decommission")
          .map((s) => s.end.p80),
      );
      expect(none).toEqual({ low: 3, likely: 14, high: 90 });
      expect(done).toBeLessThan(400);
      expect(long?.high).toBeGreaterThan(90 + 400 - done);
      expect(long?.low).toBeGreaterThan(3);
      expect(long?.likely).toBeGreaterThan(14);
    });

    test("has it paid too where nothing runs side by side, unless the source is gone", () => {
      const facts = { ...told, leadTimes: { "parallel-run": false }, contract: { noticeDays: 400 } };
      const run = (scenario: AssessInput["scenario"]) =>
        assess({ ...assessInput({ ...estate, facts }), scenario: scenario ?? "planned-exit" }).cost.oneOff
          .doubleRunning;
      expect(run("planned-exit")?.days.low).toBeGreaterThan(0);
      expect(run("region-outage")).toBeNull();
    });
  });

  test("a sender of mail is warmed up, and one of short messages is not", () => {
    const warms = (type: string) =>
      assess(assessInput({ ...estate, foreign: [native(type, "x")], facts: told })).time.schedule.some((s) =>
        s.id.includes("mail-reputation"),
      );
    expect(["aws_ses_domain_identity", "aws_sns_sms_preferences", "aws_sqs_queue"].map(warms)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("free egress is what the source announced, or unknown: never another's announcement", () => {
    const egress = (source: Cloud) =>
      assess({ ...assessInput(estate), source }).time.windows.filter((w) => /egress/.test(w.name));
    const [granted] = egress(aws);
    expect(granted).toMatchObject({ days: 60, citation: { source: expect.stringMatching(/AWS/) } });
    for (const source of [ovh, scaleway]) {
      const [unknown, ...others] = egress(source);
      expect(others).toEqual([]);
      expect(unknown).toMatchObject({ days: null, probability: null });
      expect(unknown?.dependsOn).toBe(`an announcement of ${source.title}: none is on record`);
      expect(unknown?.citation.source).not.toMatch(/AWS|announcement of the source/);
    }
    expect(egress(vmware)).toEqual([]);
  });

  test("no window names a duty that its law does not: a window says whom it binds", () => {
    const bound = new Set(windows.map((w) => w.bound));
    expect(bound).toEqual(new Set(["own", "provider", "contract", "financial entity"]));
  });
});
