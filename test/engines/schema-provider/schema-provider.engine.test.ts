import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { type EngineFolder, withEngineFolder } from "../../../engines/engine-folder.ts";
import { type Engine, findEngine } from "../../../engines/find-engine.ts";
import { type SchemaProviders, serveProviders } from "../../../engines/schema-provider/serve.ts";
import { lab } from "./lab.ts";

const journals = mkdtempSync(join(tmpdir(), "exeat-schema-provider-test-"));
afterAll(() => rmSync(journals, { recursive: true }));

const onPath = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "terraform"));
const terraform = onPath.find((path) => existsSync(path));
/** OpenTofu is the reference; Terraform is tried where it is at hand. */
const engines: Engine[] = [
  findEngine() as Engine,
  ...(terraform ? [{ name: "Terraform" as const, path: terraform }] : []),
];

interface Planned {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly after: Record<string, unknown> | null;
      readonly after_unknown: Record<string, unknown>;
      readonly replace_paths?: readonly (readonly (string | number)[])[];
    };
  }[];
  readonly resource_drift?: readonly unknown[];
}

/** What a person at the keyboard does: write code, plan it, apply it. */
class Desk {
  readonly folder: EngineFolder;
  constructor(folder: EngineFolder) {
    this.folder = folder;
  }
  async write(resources: object, rest: object = {}): Promise<void> {
    const code = {
      terraform: { required_providers: { lab: { source: "example/lab" } } },
      provider: { lab: { region: "here" } },
      ...(Object.keys(resources).length > 0 ? { resource: { lab_thing: resources } } : {}),
      ...rest,
    };
    await writeFile(join(this.folder.path, "main.tf.json"), JSON.stringify(code));
  }
  async plan(...args: string[]): Promise<Planned> {
    await this.did("plan", "-no-color", "-input=false", "-out=p", ...args);
    return JSON.parse(await this.did("show", "-json", "p")) as Planned;
  }
  async actions(): Promise<string[]> {
    return ((await this.plan()).resource_changes ?? []).map((c) => `${c.address} ${c.change.actions.join("+")}`);
  }
  async apply(): Promise<void> {
    await this.did("apply", "-no-color", "-input=false", "-auto-approve");
  }
  async outputs(): Promise<Record<string, unknown>> {
    const outputs = JSON.parse(await this.did("output", "-json")) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }
  async did(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.folder.run(...args);
    if (code !== 0) throw new Error(stderr || stdout);
    return stdout;
  }
  async refused(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.folder.run(...args);
    expect(code).not.toBe(0);
    return (stderr + stdout).replaceAll(/[\s│╷╵]+/g, " ");
  }
}

async function at(engine: Engine, use: (desk: Desk, cloud: SchemaProviders) => Promise<void>): Promise<void> {
  const cloud = await serveProviders({ providers: [lab] });
  try {
    await withEngineFolder(new Map([["main.tf.json", "{}"]]), engine, cloud.env, async (folder) => {
      const desk = new Desk(folder);
      await desk.write({});
      await desk.did("init", "-no-color");
      await use(desk, cloud);
    });
  } finally {
    cloud.close();
  }
}

const full = {
  name: "a",
  tags: { team: "x" },
  zones: ["z1"],
  secret: "s3cret",
  anything: { list: [1, "two"] },
  shape: [{ kind: "k" }],
  rule: [{ port: 80 }, { port: 443, note: "tls" }],
  disk: [{ gib: 1 }, { gib: 2, kind: "tape" }],
  backup: { days: 3 },
  label: { l: { text: "t" } },
};

describe.each(engines.map((engine) => [engine.name, engine] as const))("with %s", (_, engine) => {
  test("what is applied is there, and planned again changes nothing", async () => {
    await at(engine, async (desk, cloud) => {
      await desk.write({ one: full, two: { name: "${lab_thing.one.arn}" } });
      const { resource_changes = [] } = await desk.plan();
      const [one, two] = resource_changes.map((c) => c.change);
      expect(one?.after).toMatchObject({ name: "a", size: 10, disk: [{ kind: "ssd" }, { kind: "tape" }] });
      expect(one?.after_unknown).toMatchObject({ id: true, arn: true, speed: true, history: true });
      expect(two?.after_unknown).toMatchObject({ name: true });
      await desk.apply();
      expect(cloud.journal.all().map((r) => r.type)).toEqual(["lab_thing", "lab_thing"]);
      expect(await desk.actions()).toEqual(["lab_thing.one no-op", "lab_thing.two no-op"]);
    });
  });

  test("changes in place, replaces where it must, and destroys", async () => {
    await at(engine, async (desk, cloud) => {
      await desk.write({ one: full });
      await desk.apply();
      const [before] = cloud.journal.all();
      await desk.write({ one: { ...full, tags: { team: "y" } } });
      expect(await desk.actions()).toEqual(["lab_thing.one update"]);
      await desk.apply();
      expect(cloud.journal.all()[0]?.key).toBe(before?.key);
      await desk.write({ one: { ...full, name: "b" } });
      const [change] = (await desk.plan()).resource_changes ?? [];
      expect(change?.change.actions).toEqual(["delete", "create"]);
      expect(change?.change.replace_paths).toEqual([["name"]]);
      await desk.apply();
      expect(cloud.journal.all().map((r) => r.key)).not.toContain(before?.key);
      await desk.write({});
      await desk.apply();
      expect(cloud.journal.all()).toEqual([]);
    });
  });

  test("what disappeared behind the engine's back is made again", async () => {
    await at(engine, async (desk, cloud) => {
      await desk.write({ one: full });
      await desk.apply();
      const [gone] = cloud.journal.all();
      cloud.journal.remove("lab_thing", gone?.key ?? "");
      expect(await desk.actions()).toEqual(["lab_thing.one create"]);
    });
  });

  test("what exists is imported, what does not is refused", async () => {
    await at(engine, async (desk, cloud) => {
      await desk.write({ one: { name: "a" } });
      await desk.apply();
      const id = cloud.journal.all()[0]?.key;
      await desk.did("state", "rm", "lab_thing.one");
      await desk.write({ other: { name: "a" } }, { import: [{ to: "lab_thing.other", id }] });
      expect(await desk.actions()).toEqual(["lab_thing.other no-op"]);
      await desk.apply();
      expect(cloud.journal.all().length).toBe(1);
      await desk.write({ more: { name: "b" } }, { import: [{ to: "lab_thing.more", id: "nobody" }] });
      expect(await desk.refused("plan", "-no-color")).toContain("Nothing to import");
    });
  });

  test("data sources are read, secrets are hidden, values of no fixed type keep theirs", async () => {
    await at(engine, async (desk) => {
      await desk.write(
        { one: { ...full, once: "only written" } },
        {
          data: { lab_place: { here: { name: "paris" } } },
          output: {
            place: { value: "${data.lab_place.here.address}" },
            anything: { value: "${lab_thing.one.anything}" },
          },
        },
      );
      const shown = await desk.did("plan", "-no-color", "-out=p");
      expect(shown).toMatch(/secret\s+= \(sensitive value\)/);
      expect(shown).not.toContain("s3cret");
      await desk.apply();
      expect(await desk.outputs()).toEqual({
        place: expect.stringMatching(/^address-[0-9a-f]{12}$/),
        anything: { list: [1, "two"] },
      });
      expect(await desk.did("state", "pull")).not.toContain("only written");
    });
  });

  test("the provider's rules are kept", async () => {
    await at(engine, async (desk) => {
      await desk.write({ one: { name: "a", tier: "warm" } });
      expect(await desk.refused("validate", "-no-color")).toContain(
        'tier is "warm"; the provider takes "hot", "cold".',
      );
      await desk.write({ one: { name: "a", tier: "hot", place: "p" } });
      expect(await desk.refused("validate", "-no-color")).toContain("tier and place are both set");
    });
  });
});

test("a cloud that was killed is there again with its journal", async () => {
  const journal = join(journals, "cloud.jsonl");
  const engine = findEngine() as Engine;
  const first = await serveProviders({ providers: [lab], journal });
  let state = "";
  await withEngineFolder(new Map([["main.tf.json", "{}"]]), engine, first.env, async (folder) => {
    const desk = new Desk(folder);
    await desk.write({ one: full });
    await desk.did("init");
    await desk.apply();
    state = await desk.did("state", "pull");
  });
  first.close();
  const second = await serveProviders({ providers: [lab], journal });
  await withEngineFolder(new Map([["terraform.tfstate", state]]), engine, second.env, async (folder) => {
    const desk = new Desk(folder);
    await desk.write({ one: full });
    await desk.did("init");
    expect(await desk.actions()).toEqual(["lab_thing.one no-op"]);
  });
  second.close();
});
