import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import type { EstateFacts } from "../../assessment/facts.ts";
import type { Scenario } from "../../assessment/result.ts";
import { reporters } from "../../report/reporters.ts";
import { assessInput, bucket, component, database, intact, native, type Parts, shop } from "./estate.ts";

const orders = ".:aws_db_instance.orders";
const tripOf = (parts: Parts, scenario: Scenario = "planned-exit") =>
  assess({ ...assessInput(parts), scenario }).returnTrip;
const known: EstateFacts = {
  components: {
    [orders]: { gib: 100, changedGibPerDay: 1 },
    ".:aws_s3_bucket.files": { gib: 500, objects: 1000, changedGibPerDay: 2 },
  },
};
const data = { components: [bucket("files"), database("orders", { backupRetentionDays: 7 })] };
const rowOf = (parts: Parts, id: string) => tripOf(parts).components.find((c) => c.component === id);

describe("the way back after a failed cutover", () => {
  test.each<[Scenario, string]>([
    ["planned-exit", "open"],
    ["price-shock", "open"],
    ["region-outage", "unknown"],
    ["bouton-rouge", "none"],
    ["provider-failure", "none"],
  ])("%s: %s", (scenario, way) => {
    const trip = tripOf({ ...data, facts: known }, scenario);
    expect(trip.way).toBe(way);
    expect(trip.says.length).toBeGreaterThan(0);
    if (way === "open") return;
    expect(trip).toMatchObject({ effort: null, hours: null, downtimeHours: null, until: null, components: [] });
    expect(trip.says.join(" ")).toMatch(/way back/);
  });

  test("costs less than leaving and more than nothing, and rests on judgement", () => {
    const assessment = assess(assessInput({ ...data, facts: known }));
    const { effort } = assessment.returnTrip;
    expect(effort!.p10).toBeGreaterThan(0);
    expect(effort!.p10).toBeLessThan(effort!.p50);
    expect(effort!.p95).toBeLessThan(assessment.effort.p95);
    expect(effort!.citation.source).toMatch(/^judgement/);
  });

  test("charges reverse copies, the switch and the night again, and above P10 the verification", () => {
    const cutover = (of: Parts) => tripOf({ ...of, facts: known }).effort!;
    const [small, large] = [
      cutover({ components: [database("orders")] }),
      cutover({ components: [database("orders"), database("stock")] }),
    ];
    expect(large.p10).toBeGreaterThan(small.p10);
    expect(large.p80).toBeGreaterThan(small.p80);
  });

  test("what was replaced by hand is not in the effort, and that is said", () => {
    const says = (parts: Parts) => tripOf(parts).says.join(" ");
    expect(says(data)).not.toContain("by hand");
    expect(
      says({ ...data, foreign: [native("aws_sqs_queue", "q")], unknown: [native("aws_quantum_thing", "q")] }),
    ).toContain("(2 types or modules)");
  });

  test("copies only what changed where a running copy is kept up to date, and everything where a dump is", () => {
    const files = rowOf({ ...data, facts: known }, ".:aws_s3_bucket.files");
    const dump = rowOf({ ...data, facts: known }, orders);
    expect(files).toMatchObject({ method: "object-copy" });
    // A day's 2 GiB of 500 take minutes; 100 GiB dumped and loaded take hours.
    expect(files!.hours!.likely).toBeLessThan(0.1);
    expect(dump).toMatchObject({ method: "pg-dump-restore" });
    expect(dump!.hours!.likely).toBeGreaterThan(1);
    const trip = tripOf({ ...data, facts: known });
    expect(trip.downtimeHours).toEqual(dump!.downtimeHours);
    expect(trip.hours!.likely).toBeCloseTo(dump!.hours!.likely + dump!.verificationHours!.likely, 0);
  });

  test("a size or rate that nobody stated stays unknown, in the whole too, and says what to state", () => {
    const trip = tripOf(data);
    expect(trip).toMatchObject({ hours: null, downtimeHours: null });
    const row = rowOf(data, orders);
    expect(row).toMatchObject({ hours: null, dependsOn: `components.${orders} in exeat.yaml: gib, changedGibPerDay` });
    expect(row!.ends).toContain("How fast what must be carried back grows is not known.");
    expect(JSON.stringify(trip)).not.toMatch(/"hours":0/);
  });

  test("nothing found is no copy only where everything was read", () => {
    const nothing = assessInput({});
    const none = { low: 0, likely: 0, high: 0 };
    expect(assess(nothing).returnTrip).toMatchObject({ hours: none, downtimeHours: none });
    const cutOff = { ...nothing, estate: { ...nothing.estate, complete: false } };
    expect(assess(cutOff).returnTrip).toMatchObject({ hours: null, downtimeHours: null });
  });

  test("ends at the first write where nothing carries data back", () => {
    const unsupported = { ...intact, unsupported: { why: "none", substitute: null } };
    const input = assessInput({ ...data, translations: { [orders]: unsupported } });
    const { "sql-database": _, ...kinds } = input.target.kinds;
    const trip = assess({ ...input, target: { ...input.target, kinds } }).returnTrip;
    const row = trip.components.find((c) => c.component === orders);
    expect(row).toMatchObject({ method: null, hours: null });
    expect(row!.ends[0]).toMatch(/^What replaces it at the target decides/);
    const volume = component("volume", "aws_ebs_volume", "disk", { sizeGiB: 10 });
    const disks = assessInput({ components: [volume] });
    const shut = {
      ...disks.source.kinds.volume,
      exit: { ...(disks.source.kinds.volume as { exit: object }).exit, import: [] },
    };
    const source = { ...disks.source, kinds: { ...disks.source.kinds, volume: shut } } as typeof disks.source;
    const [disk] = assess({ ...disks, source }).returnTrip.components;
    expect(disk).toMatchObject({
      method: null,
      ends: ["From the first write at the target on: no method carries what was written there back."],
    });
  });

  test("data of foreign and undescribed types has no way back that is known, once for each type", () => {
    const foreign = [native("aws_dynamodb_table", "a"), native("aws_dynamodb_table", "b")];
    const trip = tripOf({ foreign, unknown: [native("aws_quantum_thing", "q")] });
    expect(trip.components.map((c) => [c.component, c.method])).toEqual([
      ["foreign:aws_dynamodb_table", null],
      ["unknown:aws_quantum_thing", null],
    ]);
    expect(trip.hours).toBeNull();
  });

  test("ends earlier by change rate, interruption accepted, and backups that run out", () => {
    const facts = (more: object): EstateFacts => ({
      components: { [orders]: { gib: 100, changedGibPerDay: 1, ...more } },
    });
    const ends = (more: object, days?: number) =>
      rowOf(
        {
          components: [database("orders", days === undefined ? {} : { backupRetentionDays: days })],
          facts: facts(more),
        },
        orders,
      )!.ends.join("\n");
    expect(ends({})).not.toMatch(/accepted|faster/);
    expect(ends({ maxDowntimeHours: 0.1 })).toMatch(/stops writing for longer than the 0.1 h/);
    expect(ends({}, 7)).toMatch(/last backups end 7 days after/);
    expect(ends({}, 0)).toMatch(/keeps no backup/);
    expect(ends({})).toMatch(/How long the source keeps its last backups is not known/);
    const fast = { components: { ".:aws_s3_bucket.files": { gib: 1, objects: 1, changedGibPerDay: 100_000 } } };
    expect(rowOf({ components: [bucket("files")], facts: fast }, ".:aws_s3_bucket.files")!.ends.join(" ")).toMatch(
      /faster than a reverse copy/,
    );
  });

  test("closes with the parallel run: as the model has it, as stated, or at once", () => {
    const until = (leadTimes: EstateFacts["leadTimes"]) =>
      tripOf({ ...data, facts: leadTimes ? { leadTimes } : {} }).until;
    expect(until(undefined)).toMatchObject({
      step: "decommission.estate.giveUp",
      stated: false,
      days: { low: 3, high: 90 },
    });
    expect(until({ "parallel-run": 30 })).toMatchObject({ stated: true, days: { low: 30, likely: 30, high: 30 } });
    expect(until({ "parallel-run": false })).toMatchObject({ stated: true, days: { low: 0, high: 0 } });
    const trip = tripOf({ ...data, facts: { leadTimes: { "parallel-run": false } } });
    expect(trip.says).toContain("Nothing runs side by side: the way back closes with the cutover.");
  });

  test("a notice to the source ends it earlier; its length is asked for where it is not stated", () => {
    const says = (facts: EstateFacts) => tripOf({ ...data, facts }).says.join(" ");
    expect(says({})).toContain("contract.noticeDays in exeat.yaml");
    expect(says({ contract: { noticeDays: 60 } })).toContain("ends it 60 days after it was given");
  });

  test("waits again for names, and for partners where they let addresses in", () => {
    const waits = (facts: EstateFacts) => tripOf({ ...data, facts }).waits.map((w) => w.id);
    expect(waits({})).toEqual(["dns-ttl"]);
    expect(waits({ leadTimes: { "partner-allow-list": 20 } }).sort()).toEqual(["dns-ttl", "partner-allow-list"]);
  });

  test.each([
    "text",
    "markdown",
    "html",
  ] as const)("stands in the %s, open or not, and names what has none", (format) => {
    const shown = (scenario: Scenario) =>
      reporters.assessment[format](assess({ ...shop(), scenario }), { color: false }).output;
    expect(shown("planned-exit")).toMatch(/[Ww]ay back/);
    expect(shown("planned-exit")).toMatch(/aws_quantum_thing/);
    expect(shown("bouton-rouge")).toMatch(/There is no way back/);
    expect(shown("region-outage")).toMatch(/Whether there is a way back is not known/);
  });
});
