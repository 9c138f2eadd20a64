import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { assessInput, component, database } from "../assessment/estate.ts";
import { planOf } from "./shop-plan.ts";

const zone = component("dns-zone", "aws_route53_zone", "main", {
  name: "shop.example",
  dnssec: true,
  records: [
    { name: "@", type: "MX", values: ["10 mail.example"] },
    { name: "*", type: "A", values: ["192.0.2.7"] },
  ],
  aliases: [{ name: "www", target: { external: "front.example", literal: true }, ipv6: true }],
});
const { plan, files } = planOf(assessInput({ components: [zone] }));
const own = plan.steps.filter((s) => s.component === zone.id);

const folderOf = "scripts/aws-route53-zone-main";

/** Stands in for dig: answers with what it is asked, but for servers that lie, are down, fail, or have nothing or another lifetime. */
const DIG = `#!/bin/sh
for word; do case $word in @*) server=\${word#@} server=\${server#second-} ;; esac; name=\${type:-}; type=$word; done
status=NOERROR ttl=300 data="$name $type"
case $server in down) exit 9 ;; liar) data=lie ;; short) ttl=60 ;; REFUSED | SERVFAIL | NXDOMAIN) status=$server data= ;; empty) data= ;; esac
printf ';; Got answer:\\n;; ->>HEADER<<- opcode: QUERY, status: %s, id: 7\\n\\n' "$status"
[ -z "$data" ] || printf ';; ANSWER SECTION:\\n%s.\\t%s\\tIN\\t%s\\t%s\\n\\n' "$name" "$ttl" "$type" "$data"
printf ';; AUTHORITY SECTION:\\nshop.example.\\t300\\tIN\\tSOA\\tns. me. 1 2 3 4 5\\n'
`;

describe("the move of a zone", () => {
  test("both sides are compared before and after changes stop, keys go before the delegation moves", () => {
    expect(own.map((s) => s.id.replace("aws-route53-zone-main.", ""))).toEqual([
      "data-replication.export",
      "rehearsal.compare",
      "cutover.freeze",
      "cutover.compare",
      "cutover.delegate",
      "stabilisation.reverse",
      "decommission.destroy",
      "decommission.sign",
    ]);
    expect(own.find((s) => s.id.endsWith(".sign"))?.needs).toContain("decommission.estate.giveUp");
    expect(own.find((s) => s.kind === "freeze")?.action.manual).toMatch(/remove the DS records at the registrar/);
  });

  test("a zone takes changes until the names in it were led, and names are led when what is behind them is switched", () => {
    const front = component("load-balancer", "aws_lb", "front", { layer: "l4", listeners: [], backends: [] });
    const cluster = component("kubernetes", "aws_eks_cluster", "apps", {});
    const { steps } = planOf(assessInput({ components: [zone, front, cluster, database("orders")] })).plan;
    const order = ["orders.switch", "apps.switch", "front.names", "main.freeze", "main.delegate"];
    const at = order.map((end) => steps.findIndex((s) => s.phase === "cutover" && s.id.endsWith(end)));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
  });

  test("no registrar is asked for a private zone", () => {
    const hidden = component("dns-zone", "aws_route53_zone", "in", {
      name: "corp.internal",
      networks: [{ external: "vpc-1", literal: true }],
      records: [],
    });
    const { steps } = planOf(assessInput({ components: [hidden] })).plan;
    const switched = steps.find((s) => s.component === hidden.id && s.kind === "switch");
    expect(switched?.title).toBe("Have `corp.internal` resolved at Scaleway");
  });

  test("where the source does not answer only the target is asked, the registrar first removes the keys, and no lifetime is lowered in a zone that is gone", () => {
    const silent = planOf({ ...assessInput({ components: [zone] }), scenario: "bouton-rouge" });
    const ids = silent.plan.steps.filter((s) => s.component === zone.id).map((s) => s.id);
    expect(ids.map((id) => id.replace("aws-route53-zone-main.", ""))).toEqual([
      ...["rehearsal.compare", "cutover.unsign", "cutover.compare", "cutover.delegate", "decommission.sign"],
    ]);
    const texts = [...silent.files].filter(([path]) => path.startsWith(folderOf)).map(([, text]) => text);
    expect(texts.join("\n")).not.toMatch(/SOURCE/);
    const names = silent.plan.steps.find((s) => s.id === "rehearsal.estate.names");
    expect(names?.title).toBe("Find out how long the names that will change are remembered");
    expect(names?.action.manual).toMatch(/^A zone that stood in the source takes no change/);
    const folder = mkdtempSync(join(tmpdir(), "zone-"));
    try {
      for (const name of ["ask.sh", "names.txt"])
        writeFileSync(join(folder, name), silent.files.get(`${folderOf}/${name}`) ?? "");
      writeFileSync(join(folder, "dig"), DIG, { mode: 0o755 });
      const ask = (server: string) =>
        spawnSync("sh", [join(folder, "ask.sh")], {
          env: { PATH: `${folder}:${process.env["PATH"]}`, ZONE: "shop.example", TARGET_SERVER: server },
        }).status;
      expect(ask("new")).toBe(0);
      expect(readFileSync(join(folder, "target.answers"), "utf8")).toContain("@ MX shop.example MX\n");
      expect(ask("empty")).not.toBe(0);
      expect(ask("down")).not.toBe(0);
      expect(ask("REFUSED")).not.toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("every name is asked of both sides; a difference, or a server that does not answer, is a failure", () => {
    const folder = mkdtempSync(join(tmpdir(), "zone-"));
    for (const name of ["compare.sh", "names.txt"])
      writeFileSync(join(folder, name), files.get(`${folderOf}/${name}`) ?? "");
    writeFileSync(join(folder, "dig"), DIG, { mode: 0o755 });
    const compare = (source: string, target: string) =>
      spawnSync("sh", [join(folder, "compare.sh")], {
        encoding: "utf8",
        env: {
          PATH: `${folder}:${process.env["PATH"]}`,
          ZONE: "shop.example",
          SOURCE_SERVER: source,
          TARGET_SERVER: target,
        },
      });
    try {
      expect(compare("old", "new")).toMatchObject({
        status: 0,
        stdout: "equal: 4 answers of shop.example at old and new\n",
      });
      expect(readFileSync(join(folder, "source.answers"), "utf8").trim().split("\n")).toEqual([
        "* A exeat-any.shop.example A",
        "@ MX shop.example MX",
        "www A www.shop.example A",
        "www AAAA www.shop.example AAAA",
      ]);
      expect(compare("old", "OLD")).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/^refused: source and target are the same place, old\./),
      });
      expect(compare("old", "liar").status).not.toBe(0);
      expect(compare("down", "new").status).not.toBe(0);
      // dig itself ends well.
      for (const status of ["REFUSED", "SERVFAIL"]) {
        const { status: code, stderr } = compare(status, `second-${status}`);
        expect([code, stderr]).toEqual([1, expect.stringMatching(`${status} does not answer for .*: ${status}`)]);
      }
      for (const server of ["empty", "NXDOMAIN"])
        expect(compare(server, `second-${server}`)).toMatchObject({
          status: 1,
          stderr: expect.stringMatching(/nobody answers these/),
        });
      expect(compare("old", "short")).toMatchObject({ status: 0, stdout: expect.stringMatching(/lifetimes.*60\n$/s) });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
