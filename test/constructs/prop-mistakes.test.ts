import { describe, expect, test } from "@jest/globals";
import { judge, withProps } from "./judge.ts";

describe("one mistake, one line that says where, why and what to write", () => {
  test.each([
    [
      "a prop that does not exist",
      ["versionning: true"],
      "6 EX0505 `versionning` of component `logs` does not exist. Did you mean `versioning`?",
    ],
    [
      "a field nobody could mean",
      ["website:", "  pages: 3"],
      "7 EX0505 `website.pages` of component `logs` does not exist. Known fields here: `indexDocument`, `errorDocument` or `redirectAllTo`.",
    ],
    [
      "a text where a switch belongs",
      ["versioning: yes"],
      '6 EX0507 `versioning` of component `logs` is "yes". Write true or false.',
    ],
    [
      "nothing where something belongs",
      ["versioning:"],
      "6 EX0507 `versioning` of component `logs` is empty. Write true or false.",
    ],
    [
      "a text that is too short",
      ["name: ab"],
      '6 EX0507 `name` of component `logs` is "ab". Write at least 3 characters.',
    ],
    [
      "a list where fields belong",
      ["website: []"],
      "6 EX0507 `website` of component `logs` is a list. Write its fields, as in `website: { indexDocument: …, errorDocument: …, redirectAllTo: … }`.",
    ],
    [
      "fields where a text belongs",
      ["name: { first: a }"],
      "6 EX0507 `name` of component `logs` is a group of fields. Write a text.",
    ],
    [
      "a missing prop of an item",
      ["lifecycleRules:", "  - id: a", "  - prefix: b"],
      "8 EX0506 `lifecycleRules[1].id` of component `logs` is missing. Write a text.",
    ],
    [
      "two items of one name",
      ["lifecycleRules:", "  - { id: a, expireAfterDays: 1 }", "  - { id: a, expireAfterDays: 2 }"],
      "8 EX0515 Two items of `lifecycleRules` of component `logs` have the id `a`, which tells them apart. Give one of them another.",
    ],
    [
      "a name where a reference belongs",
      ["accessLogs: { bucket: audit }"],
      '6 EX0507 `accessLogs.bucket` of component `logs` is "audit". Write a reference { component: ID, output: NAME }, or { external: NAME, literal: true } for what stands outside.',
    ],
    [
      "half a reference",
      ["accessLogs: { bucket: { component: logs } }"],
      "6 EX0506 `accessLogs.bucket.output` of component `logs` is missing. Write a text.",
    ],
    [
      "a reference with more in it",
      ["accessLogs: { bucket: { external: audit, litteral: true } }"],
      "6 EX0505 `accessLogs.bucket.litteral` of component `logs` does not exist. Did you mean `literal`?",
    ],
    [
      "a reference to nothing",
      ["accessLogs: { bucket: { component: audit, output: name } }"],
      "6 EX0509 `accessLogs.bucket` of component `logs` refers to `audit`, which is not in this workload. Known components: `logs`. What stands outside is written { external: NAME, literal: true }.",
    ],
    [
      "a reference to nearly something",
      ["accessLogs: { bucket: { component: log, output: name } }"],
      "6 EX0509 `accessLogs.bucket` of component `logs` refers to `log`, which is not in this workload. Did you mean `logs`? What stands outside is written { external: NAME, literal: true }.",
    ],
    [
      "a reference to an output that does not exist",
      ["accessLogs: { bucket: { component: logs, output: nam } }"],
      "6 EX0510 `accessLogs.bucket` of component `logs` refers to `nam` of `logs`, and object-bucket has no such output. Did you mean `name`?",
    ],
    [
      "a reference to another output than the one needed",
      ["accessLogs: { bucket: { component: logs, output: endpoint } }"],
      "6 EX0516 `accessLogs.bucket` of component `logs` refers to `endpoint` of `logs`, which is of kind object-bucket. Name the `name` of a component of kind object-bucket, or write { external: NAME, literal: true }.",
    ],
  ])("%s in a bucket", (_, props, says) => {
    expect(judge(withProps("object-bucket", "logs", props))).toEqual([says]);
  });

  test.each([
    [
      "a number where a text belongs",
      ["engine: mysql", "version: 8.0"],
      "7 EX0507 `version` of component `orders` is the number 8. Put it in quotes: a text is wanted.",
    ],
    [
      "a word that is nearly one of an enumeration",
      ["engine: postgres"],
      '6 EX0507 `engine` of component `orders` is "postgres". Did you mean `postgresql`? Write `postgresql` or `mysql`.',
    ],
    [
      "a number out of bounds",
      ["engine: mysql", "port: 70000"],
      "7 EX0507 `port` of component `orders` is the number 70000. Write a number of at most 65535.",
    ],
    [
      "a number at an open bound",
      ["engine: mysql", "storageGiB: 0"],
      "7 EX0507 `storageGiB` of component `orders` is the number 0. Write a number above 0.",
    ],
    [
      "a fraction where a whole number belongs",
      ["engine: mysql", "port: 1.5"],
      "7 EX0507 `port` of component `orders` is the number 1.5. Write a whole number.",
    ],
    [
      "a text of another form",
      ["engine: mysql", "backupTime: 24h"],
      '7 EX0507 `backupTime` of component `orders` is "24h". Write a time of day in UTC, as "02:30".',
    ],
    [
      "a missing prop",
      ["storageGiB: 20"],
      "5 EX0506 `engine` of component `orders` is missing. Write `postgresql` or `mysql`.",
    ],
  ])("%s in a database", (_, props, says) => {
    expect(judge(withProps("sql-database", "orders", props))).toEqual([says]);
  });
});

test.each([
  [
    "ports that are in no order",
    "firewall",
    ["rules: [{ direction: in, protocol: tcp, fromPort: 90, toPort: 80, self: true }]"],
    "6 EX0518 `rules[0].toPort` of component `it` is below `fromPort`, 90. Write the smaller one as `fromPort`.",
  ],
  [
    "a last port without a first",
    "firewall",
    ["rules: [{ direction: in, protocol: tcp, toPort: 80, self: true }]"],
    "6 EX0518 `rules[0].toPort` of component `it` has no `fromPort` beside it. Write the first port too.",
  ],
  [
    "ports of a protocol that has none",
    "firewall",
    ["rules: [{ direction: in, protocol: icmp, fromPort: 3, self: true }]"],
    "6 EX0518 `rules[0].fromPort` of component `it` stands beside `icmp`, which has no ports. Leave it out.",
  ],
  [
    "ports of every protocol there is",
    "firewall",
    ["rules: [{ direction: in, protocol: all, fromPort: 22, cidrs: [192.0.2.0/24] }]"],
    "6 EX0518 `rules[0].fromPort` of component `it` stands beside `all`, which has no ports. Write a rule for TCP and one for UDP.",
  ],
  [
    "a rule for nobody",
    "firewall",
    ["rules: [{ direction: in, protocol: tcp }]"],
    "6 EX0518 `rules[0]` of component `it` names nobody on the other side, and would let nothing through. Write `cidrs`, `firewalls` or `self: true`.",
  ],
  [
    "fewer nodes at most than at least",
    "kubernetes",
    ["pools: [{ name: web, min: 3, max: 2 }]"],
    "6 EX0518 `pools[0].max` of component `it` is below `min`, 3. Write at least as many.",
  ],
  [
    "more nodes at the start than at most",
    "kubernetes",
    ["pools: [{ name: web, max: 2, desired: 3 }]"],
    "6 EX0518 `pools[0].desired` of component `it` is not between `min` and `max`, 1 and 2. Write a number between them.",
  ],
  [
    "a route of no subnet",
    "network",
    [
      "subnets: [{ name: web, cidr: 10.0.0.0/24 }]",
      "routes: [{ destination: 10.9.0.0/16, to: vpn, via: { external: vpn }, subnets: [webb] }]",
    ],
    "7 EX0518 `routes[0].subnets[0]` of component `it` is `webb`, which is no subnet here. Did you mean `web`?",
  ],
  [
    "a listener that leads nowhere",
    "load-balancer",
    ["subnets: [{ external: front }]", "listeners: [{ port: 80, protocol: http, backend: web }]"],
    "7 EX0518 `listeners[0].backend` of component `it` names `web`, which is no backend here. There are no backends.",
  ],
  [
    "a rule that leads nowhere",
    "load-balancer",
    [
      "subnets: [{ external: front }]",
      "listeners: [{ port: 80, protocol: http, rules: [{ path: /a, backend: api }] }]",
      "backends: [{ name: web, protocol: http }]",
    ],
    "7 EX0518 `listeners[0].rules[0].backend` of component `it` names `api`, which is no backend here. Known backends: `web`.",
  ],
  [
    "https without a certificate",
    "load-balancer",
    ["subnets: [{ external: front }]", "listeners: [{ port: 443, protocol: https }]"],
    "7 EX0518 `listeners[0]` of component `it` speaks `https` and shows no `certificate`. Write one: { external: NAME } where it stands outside.",
  ],
  [
    "a redirect that leads back",
    "load-balancer",
    ["subnets: [{ external: front }]", "listeners: [{ port: 80, protocol: http, redirect: { permanent: true } }]"],
    "7 EX0518 `listeners[0].redirect` of component `it` leads back to where it came from. Name another host, path, port or protocol.",
  ],
  [
    "a path where only the port is asked",
    "load-balancer",
    [
      "subnets: [{ external: front }]",
      "backends: [{ name: web, protocol: http, healthCheck: { protocol: tcp, path: /up } }]",
    ],
    "7 EX0518 `backends[0].healthCheck` of component `it` asks by `tcp` whether a port is open: there is no `path` and no `status`. Leave them out, or ask by `http`.",
  ],
  [
    "every port, written as a range",
    "firewall",
    ["rules: [{ direction: in, protocol: tcp, fromPort: 0, toPort: 65535, cidrs: [192.0.2.0/24] }]"],
    "6 EX0518 `rules[0].fromPort` of component `it` and `toPort` are every port there is. Leave both out.",
  ],
  [
    "an answer that sends a client elsewhere",
    "load-balancer",
    ["subnets: [{ external: front }]", "listeners: [{ port: 80, protocol: http, respond: { status: 301 } }]"],
    "7 EX0507 `listeners[0].respond.status` of component `it` is the number 301. Write a status from 200 to 299 or from 400 to 599; what sends a client elsewhere is a `redirect`.",
  ],
  [
    "a CNAME of two names",
    "dns-zone",
    ["name: shop.example", "records: [{ name: www, type: CNAME, values: [a.example, b.example] }]"],
    "7 EX0518 `records[0].values` of component `it` are several, and a CNAME leads to one name. Write one of them.",
  ],
  [
    "a CNAME at the zone's own name",
    "dns-zone",
    ["name: shop.example", 'records: [{ name: "@", type: CNAME, values: [a.example] }]'],
    "7 EX0518 `records[0]` of component `it` is a CNAME at `@`, where other records stand. Write it under `aliases`, or take another name.",
  ],
  [
    "a bucket open to everybody behind a guard against that",
    "object-bucket",
    ["publicRead: true", "blockPublicAccess: true"],
    "6 EX0518 `publicRead` of component `it` stands beside `blockPublicAccess`, which refuses every public grant. Leave one of them out.",
  ],
  [
    "a rule of a bucket that does nothing",
    "object-bucket",
    [
      "lifecycleRules: [{ id: a, expireAfterDays: 1 }, { id: b, prefix: x/, transitions: [], expireDeleteMarkers: false }]",
    ],
    "6 EX0518 `lifecycleRules[1]` of component `it` has nothing to do. Write what it deletes or moves, or leave it out.",
  ],
  [
    "copies of versions that are not kept",
    "object-bucket",
    ["versioning: false", "replication: [{ id: a, destination: { external: copies } }]"],
    "6 EX0518 `versioning` of component `it` is off, and `replication` needs versions to work on. Turn it on, or leave one of them out.",
  ],
  [
    "a lock on versions that are not kept",
    "object-bucket",
    ["versioning: false", "objectLock: {}"],
    "6 EX0518 `versioning` of component `it` is off, and `objectLock` needs versions to work on. Turn it on, or leave one of them out.",
  ],
  [
    "a moment where a day belongs",
    "object-bucket",
    ["lifecycleRules: [{ id: a, expireOnDate: 2030-01-01T12:00:00Z }]"],
    '6 EX0507 `lifecycleRules[0].expireOnDate` of component `it` is "2030-01-01T12:00:00Z". Write a day in UTC, as "2030-01-01".',
  ],
  [
    "a disk that could not grow",
    "sql-database",
    ["engine: mysql", "storageAutogrowMaxGiB: 20"],
    "7 EX0518 `storageAutogrowMaxGiB` of component `it` is no more than `storageGiB`, 20: the disk could not grow. Write more, or leave it out.",
  ],
  [
    "an id for an answer",
    "dns-zone",
    ["name: shop.example", "records: [{ name: www, type: CNAME, values: [{ component: it, output: id }] }]"],
    "7 EX0518 `records[0].values[0]` of component `it` is `id`, which is neither a name nor an address. Write the name itself, or refer to one.",
  ],
  [
    "one address where a range belongs",
    "firewall",
    ["rules: [{ direction: in, protocol: tcp, cidrs: [192.0.2.7] }]"],
    '6 EX0507 `rules[0].cidrs[0]` of component `it` is "192.0.2.7". Write a range of addresses, as `10.0.0.0/16`; one address is `192.0.2.7/32`.',
  ],
])("%s", (_, kind, props, says) => {
  expect(judge(withProps(kind, "it", props))).toEqual([says]);
});

test("what is unknown may be what makes values fit", () => {
  const rule = "rules: [{ direction: in, protocol: tcp }]";
  const hole = "    holes: [{ path: rules.cidrs, expression: var.clients, at: { file: main.tf, line: 1 } }]";
  expect(judge(`${withProps("firewall", "it", [rule])}\n${hole}`)).toEqual([]);
});

test("a reference to a subnet that the network does not have", () => {
  const network = withProps("network", "net", ["subnets: [{ name: web, cidr: 10.0.0.0/24 }]"]).trimEnd();
  const vm = ["  - kind: vm", "    id: app", "    props: { subnet: { component: net, output: subnet, item: wep } }"];
  expect(judge([network, ...vm].join("\n"))).toEqual([
    "9 EX0517 `subnet` of component `app` refers to the subnet `wep` of `net`, which has none of that name. Did you mean `web`?",
  ]);
  const hole = ["    holes: [{ path: subnets, expression: var.subnets, at: { file: main.tf, line: 1 } }]"];
  expect(judge([network, ...hole, ...vm].join("\n"))).toEqual([]);
});

test("a map of texts that looks like a reference is none", () => {
  const props = ["engine: mysql", "parameters: { component: nowhere, output: none }"];
  expect(judge(withProps("sql-database", "orders", props))).toEqual([]);
});

test("copies in a bucket that keeps no versions", () => {
  const copied = (...props: string[]) =>
    [
      withProps("object-bucket", "copies", props).trimEnd(),
      "  - kind: object-bucket",
      "    id: shop",
      "    props: { replication: [{ id: all, destination: { component: copies, output: name } }] }",
    ].join("\n");
  expect(judge(copied("versioning: false"))).toEqual([
    "9 EX0518 `replication[0].destination` of component `shop` is `copies`, which keeps no versions: copies are versions. Turn its `versioning` on.",
  ]);
  expect(judge(copied("versioning: true"))).toEqual([]);
  expect(judge(copied("emptyOnDestroy: true"))).toEqual([]);
});

test("a volume in another zone than its machine", () => {
  const at = (zone: string, more = "") => [
    withProps("volume", "data", ["sizeGiB: 10", "zone: b"]).trimEnd(),
    withProps("network", "net", [`subnets: [{ name: web, cidr: 10.0.0.0/24, zone: ${zone} }]`])
      .trimEnd()
      .replace(/^[\s\S]*components:\n/, ""),
    "  - kind: vm",
    "    id: app",
    `    props: { subnet: { component: net, output: subnet, item: web }, volumes: [{ component: data, output: id }]${more} }`,
  ];
  const says = (zone: string) =>
    `14 EX0518 \`volumes[0]\` of component \`app\` stands in zone b, and the machine in zone ${zone}. Give both one zone.`;
  expect(judge(at("a").join("\n"))).toEqual([says("a")]);
  expect(judge(at("b").join("\n"))).toEqual([]);
  expect(judge(at("b", ", zone: c").join("\n"))).toEqual([says("c")]);
  const hole = ["    holes: [{ path: zone, expression: var.zone, at: { file: main.tf, line: 1 } }]"];
  expect(judge([...at("a"), ...hole].join("\n"))).toEqual([]);
});
