import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { nodeFiles } from "../../cli/files.ts";
import { importKnowledge } from "../../cli/import-knowledge.ts";
import { workloadComponents } from "../../constructs/workload-components.ts";
import { parseWorkload, workloadYaml } from "../../constructs/workload-yaml.ts";
import { readEstate } from "../../importers/read-estate.ts";
import { type Adoption, adopt } from "../../providers/adopt.ts";
import { aws } from "../../providers/aws/index.ts";
import { counterparts } from "../../providers/counterparts.ts";
import { lowerOpen } from "../../providers/lower-open.ts";
import { type Native, Unknown } from "../../providers/native.ts";
import { countedLeaves, normalise } from "../../providers/normalise.ts";
import { ovh } from "../../providers/ovh/index.ts";
import { fingerprint, genericPath, isUnder, joinPath, lookUp } from "../../providers/paths.ts";
import { isImplemented } from "../../providers/provider.ts";
import { resourceSchema } from "../../providers/schema-of.ts";
import type { Survey } from "../../providers/survey.ts";
import { takeSurvey } from "../../providers/take-survey.ts";
import { translate } from "../../providers/translate.ts";
import { to, written } from "../fixtures/natives/written.ts";

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const ESTATES = [
  "examples/shop-aws",
  "test/fixtures/real/plan.json",
  "test/fixtures/real/plan-noop.json",
  "test/fixtures/real/state.tfstate.json",
];

async function adopted(estate: string): Promise<{ survey: Survey; adoption: Adoption; yaml: string }> {
  const read = await readEstate([path(estate)], { files: nodeFiles(), knowledge: importKnowledge([aws]) });
  const survey = takeSurvey(read, aws);
  const adoption = adopt(survey, aws, read.source);
  return { survey, adoption, yaml: workloadYaml(adoption.workload) };
}

/** What the workload becomes on the source, after a detour through its file. */
function home(yaml: string) {
  const { components, diagnostics } = workloadComponents(parseWorkload(yaml, "workload.yaml"));
  expect(diagnostics).toEqual([]);
  return { components, synthesis: lowerOpen(components, aws, { keepExternals: true }) };
}

describe.each(ESTATES)("%s adopted", (estate) => {
  test("is a workload, and reading its file gives the same synthesis", async () => {
    const { adoption, yaml } = await adopted(estate);
    const { synthesis } = home(yaml);
    const direct = lowerOpen(adoption.components, aws, { keepExternals: true });
    expect(synthesis.natives.map((n) => [n.address, n.args])).toEqual(direct.natives.map((n) => [n.address, n.args]));
    expect(synthesis.diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  });

  test("differs at the source only by what the report lists", async () => {
    const { survey, adoption, yaml } = await adopted(estate);
    const { synthesis } = home(yaml);
    const listed = new Set(adoption.left.map((l) => `${l.root}:${l.address} ${l.path}`));
    let compared = 0;
    for (const component of survey.components) {
      const entry = aws.kinds[component.kind];
      const rewrites = isImplemented(entry) ? entry.rewrites : [];
      const written = synthesis.components.get(adoption.ids.get(component.id) ?? "") ?? [];
      const shown = written.map((n) => normalise(n, resourceSchema(aws, n)));
      const pairs = counterparts([...component.natives, ...component.shared], shown);
      for (const [native, there] of pairs) {
        for (const { path: leaf, value, chosen } of countedLeaves(native, resourceSchema(aws, native))) {
          // Of references only that they are some counts; a hole is a variable; what a provider chose was not asked for.
          if (value instanceof Unknown || chosen || listed.has(`${native.root}:${native.address} ${leaf}`)) continue;
          const at = joinPath(native.type, genericPath(leaf));
          if (rewrites.some((r) => isUnder(at, r.from)) || isReference(there, leaf) || isDocument(value)) continue;
          compared += 1;
          expect([native.address, leaf, fingerprint(lookUp(there.args, leaf)?.value)]).toEqual([
            native.address,
            leaf,
            fingerprint(value),
          ]);
        }
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  test("ids to import by stand at addresses that the code has", async () => {
    const { components, synthesis } = home((await adopted(estate)).yaml);
    const addresses = new Set(synthesis.natives.map((n) => n.address));
    const imports = components.flatMap((c) => Object.entries(c.import));
    for (const [address, id] of imports) expect([addresses.has(address), id.length > 0]).toEqual([true, true]);
    expect(imports.length).toBeGreaterThan(0);
  });
});

function isReference(native: Native, leaf: string): boolean {
  return lookUp(native.args, leaf)?.value instanceof Unknown;
}

/** Documents are compared leaf by leaf where they are read: laws do that. */
function isDocument(value: unknown): boolean {
  return typeof value === "string" && value.trimStart().startsWith("{");
}

describe("adopting", () => {
  test("components refer to each other under their new names", async () => {
    const { adoption } = await adopted("examples/shop-aws");
    const invoices = adoption.workload.components.find((c) => c.id === "bucket_invoices_this");
    expect(invoices?.props).toMatchObject({ accessLogs: { bucket: { component: "logs_this", output: "name" } } });
  });

  test("what has no prop is kept as an override of the native it stood in, each replica its own", async () => {
    const { adoption } = await adopted("examples/shop-aws");
    const orders = adoption.workload.components.find((c) => c.id === "orders");
    expect(orders?.overrides?.["aws"]).toMatchObject({
      "aws_db_instance.orders": { instance_class: "db.m6g.large", performance_insights_enabled: true },
      "aws_db_instance.orders_replica_1": { instance_class: "db.t4g.medium" },
      aws_db_parameter_group: { name: "shop-production-orders" },
    });
    expect(adoption.carried.map((l) => `${l.address} ${l.path}`)).toContain("aws_db_instance.reports instance_class");
  });

  test("of a block that is known in half nothing is kept, and what says the same goes to what is called the same", () => {
    const group = (version: string) =>
      written(`aws_lb_target_group.web["${version}"]`, { port: 8080, protocol: "HTTP", protocol_version: version });
    const forward = (version: string) => [
      { type: "forward", target_group_arn: to(`aws_lb_target_group.web["${version}"]`, "arn") },
    ];
    const natives = [
      written("aws_lb.web", {
        subnets: ["subnet-a"],
        access_logs: [{ enabled: true, bucket: new Unknown("var.bucket") }],
        drop_invalid_header_fields: true,
      }),
      written("aws_lb_listener.web", {
        load_balancer_arn: to("aws_lb.web", "arn"),
        port: 80,
        protocol: "HTTP",
        default_action: forward("HTTP2"),
      }),
      written("aws_lb_listener_rule.web", {
        listener_arn: to("aws_lb_listener.web", "arn"),
        priority: 1,
        condition: [{ path_pattern: [{ values: ["/token"] }] }],
        action: forward("HTTP1"),
      }),
      group("HTTP1"),
      group("HTTP2"),
    ];
    const root = { name: ".", form: "hcl", natives, holes: [], empty: [], unreadable: [] } as const;
    const { workload, left } = adopt(takeSurvey({ roots: [root] }, aws), aws, { kind: "hcl", paths: [], digest: "" });
    const overrides = workload.components[0]?.overrides?.["aws"] ?? {};
    expect(overrides["aws_lb"]).toMatchObject({ drop_invalid_header_fields: true });
    expect(overrides["aws_lb"]).not.toHaveProperty("access_logs");
    expect(left.find((l) => l.path === "access_logs.0.enabled")?.why).toContain("not known");
    const version = Object.entries(overrides).filter(([, args]) => args["protocol_version"] === "HTTP2");
    expect(version.map(([address]) => address)).toEqual([expect.stringMatching(/http2$/)]);
  });

  test("values nobody knows are holes with their expression and place", async () => {
    const { adoption } = await adopted("examples/shop-aws");
    const logs = adoption.workload.components.find((c) => c.id === "logs_this");
    expect(logs?.holes).toEqual([
      {
        path: "name",
        expression: expect.stringContaining("random_id.suffix.hex"),
        at: { file: expect.stringMatching(/modules\/bucket\/main\.tf$/), line: 1 },
      },
    ]);
    expect(logs?.props).not.toHaveProperty("name");
  });

  test("a hole stands where the value is not known, and what is known beside it is kept or lost as in the estate", () => {
    const subnet = (name: string, cidr_block: Unknown) =>
      written(`aws_subnet.${name}`, { vpc_id: to("aws_vpc.main", "id"), availability_zone: "eu-west-3a", cidr_block });
    const natives = [
      written("aws_vpc.main", { cidr_block: "10.47.0.0/16" }),
      subnet("open", new Unknown("var.open")),
      subnet("inner", new Unknown("var.inner")),
    ];
    const root = { name: ".", form: "hcl", natives, holes: [], empty: [], unreadable: [] } as const;
    const survey = takeSurvey({ roots: [root] }, aws);
    const yaml = workloadYaml(adopt(survey, aws, { kind: "hcl", paths: [], digest: "" }).workload);
    const { components } = workloadComponents(parseWorkload(yaml, "workload.yaml"));
    const [here] = survey.components.filter((c) => c.kind === "network");
    const [read] = components.filter((c) => c.kind === "network");
    expect(read?.holes.map((hole) => hole.path)).toEqual(["subnets.cidr", "subnets.cidr"]);
    const lost = (c: typeof here | typeof read) =>
      c && translate(c, ovh, "EU-WEST-PAR").losses.map(({ path, verdict, on }) => [path, verdict, on]);
    expect(lost(read)).toEqual(lost(here));
  });

  test("no secret of a state is in the file", async () => {
    const { yaml } = await adopted("test/fixtures/real/state.tfstate.json");
    const state = await nodeFiles().read(path("test/fixtures/real/state.tfstate.json"));
    const passwords = [...new TextDecoder().decode(state).matchAll(/"password": "([^"]+)"/g)].map((m) => m[1] ?? "");
    expect(passwords.length).toBeGreaterThan(0);
    for (const password of passwords) expect(yaml).not.toContain(password);
    expect(yaml).not.toMatch(/password:/);
  });
});
