// Who may import whom (the table of the pipeline). One row per folder: what it may import besides itself and npm packages.
const PIPELINE = [
  {
    folder: "constructs",
    may: [],
    because: "the neutral vocabulary knows nobody: whatever it knew, every cloud and every report would have to know.",
  },
  {
    folder: "stacks",
    may: ["^constructs/"],
    because: "a reference workload written in anything but the vocabulary would name a cloud, and prove nothing.",
  },
  {
    folder: "providers",
    may: ["^constructs/"],
    because: "a cloud is data and pure functions: who runs it, reads it or reports on it must not shape it.",
  },
  {
    folder: "engines",
    may: ["^constructs/", "^providers/[^/]+\\.ts$"],
    because: "an engine writes natives down: it reaches clouds through the contract, so a new cloud changes no engine.",
  },
  {
    folder: "importers",
    may: ["^constructs/", "^providers/(native|machine-inventory)\\.ts$"],
    because: "a reader turns text into natives; cloud knowledge is handed in, so every format reads every cloud.",
  },
  {
    folder: "assessment",
    may: ["^constructs/", "^providers/[^/]+\\.ts$"],
    because: "gaps are computed from what clouds declare, never from which cloud it is.",
  },
  {
    folder: "migration-plans",
    may: ["^constructs/", "^assessment/", "^providers/[^/]+\\.ts$"],
    because: "one planner per kind, never per pair of clouds: it sees an assessment and the contract.",
  },
  {
    folder: "drills",
    may: ["^constructs/", "^migration-plans/", "^engines/"],
    because: "a drill runs a plan as it is written; knowing the clouds it would run something else.",
  },
  {
    folder: "audit",
    may: ["^constructs/"],
    resultTypes: true,
    because: "a gate judges results, also those of another version read from a file: it sees their types only.",
  },
  {
    folder: "report",
    may: ["^constructs/"],
    resultTypes: true,
    because: "a reporter prints results and computes none: it sees their types only.",
  },
  {
    folder: "laws",
    may: ["^constructs/", "^providers/[^/]+\\.ts$", "^engines/"],
    because: "laws are published: a private cloud proves itself with them, without our clouds' files or a test runner.",
  },
  {
    folder: "cli",
    may: [
      "^(constructs|stacks|providers|engines|importers|assessment|migration-plans|drills|audit|report|laws)/",
      "^package\\.json$",
    ],
    because: "the command line wires everything that is shipped, and tests, benchmarks and scripts are not.",
  },
];

const SHIPPED = `^(${PIPELINE.map((row) => row.folder).join("|")})/`;
const RESULTS = "^(constructs|providers|importers|assessment|migration-plans|drills|audit)/";

const pipeline = PIPELINE.flatMap(({ folder, may, because, resultTypes = false }) => {
  // npm packages, Node's own modules and what the generators wrote are judged by the rules below.
  const outside = ["node_modules", "^gen/", `^${folder}/`, ...may];
  const base = { severity: "error", comment: because, from: { path: `^${folder}/` } };
  const local = {
    dependencyTypesNot: ["core", "npm", "npm-dev", "npm-peer", "npm-optional", "npm-no-pkg", "npm-unknown"],
  };
  if (!resultTypes) return [{ ...base, name: `${folder}-imports`, to: { pathNot: outside, ...local } }];
  return [
    { ...base, name: `${folder}-imports`, to: { pathNot: [...outside, RESULTS], ...local } },
    {
      ...base,
      name: `${folder}-imports-types-only`,
      to: { path: RESULTS, pathNot: outside, dependencyTypesNot: [...local.dependencyTypesNot, "type-only"] },
    },
  ];
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...pipeline,
    {
      name: "no-cloud-imports-another",
      severity: "error",
      comment: "a cloud is one folder: adding, reading or deleting one must not touch another.",
      from: { path: "^providers/([^/]+)/" },
      to: { path: "^providers/[^/]+/", pathNot: "^providers/$1/" },
    },
    {
      name: "contract-knows-no-cloud",
      severity: "error",
      comment: "only the list of clouds names them; the contract and the stages around it work for any.",
      from: { path: "^providers/[^/]+\\.ts$", pathNot: "^providers/index\\.ts$" },
      to: { path: "^providers/[^/]+/" },
    },
    {
      name: "cloud-does-not-import-the-list",
      severity: "error",
      comment: "the list imports the clouds: the other way round every cloud would load all of them.",
      from: { path: "^providers/[^/]+/" },
      to: { path: "^providers/index\\.ts$" },
    },
    {
      name: "only-the-terraform-engine-imports-cdktn",
      severity: "error",
      comment: "CDK Terrain is small and young: one file owns it, so that replacing it changes one file.",
      from: { path: SHIPPED, pathNot: "^engines/terraform\\.ts$" },
      to: { path: "(^gen/scaleway|node_modules/cdktn|node_modules/@cdktn)/" },
    },
    {
      name: "no-provider-index",
      severity: "error",
      comment: "the index of the AWS classes takes 2.8 s and 816 MB to load; one resource's file takes 14 ms.",
      from: {},
      to: { path: "node_modules/@cdktn/provider-aws/lib/(lazy-)?index\\.(js|d\\.ts)$" },
    },
    {
      name: "only-engines-import-engine-sdks",
      severity: "error",
      comment: "optional and heavy packages are loaded by the engine that needs them, when it needs them.",
      from: { path: SHIPPED, pathNot: "^engines/" },
      to: { path: "node_modules/(@pulumi|@ovhcloud|@grpc|@msgpack)/" },
    },
    {
      name: "only-constructs-and-engines-import-the-construct-library",
      severity: "error",
      comment:
        "a component is a construct only where it is authored and where it is synthesised; elsewhere it is data.",
      from: { path: SHIPPED, pathNot: "^(constructs|engines|cli)/" },
      to: { path: "node_modules/constructs/" },
    },
    {
      name: "files-processes-network",
      severity: "error",
      comment:
        "data to data: files, processes and network belong to cli/, drills/ and engines/, importers get `read` and `list` handed in. A cloud reads its own committed data through providers/schema.ts.",
      from: { path: SHIPPED, pathNot: "^(cli|drills|engines)/|^providers/schema\\.ts$" },
      to: {
        dependencyTypes: ["core"],
        path: "^(node:)?(fs|fs/promises|child_process|net|http|http2|https|dgram|dns|tls|worker_threads|cluster)$",
      },
    },
    {
      name: "shipped-code-needs-no-development-package",
      severity: "error",
      comment: "it is not there once the package is installed elsewhere.",
      from: { path: SHIPPED },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["npm-peer", "type-only"] },
    },
    {
      name: "no-circle",
      severity: "error",
      comment: "files that need each other are one file in two pieces; a circle of types alone is harmless.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "not-resolvable",
      severity: "error",
      comment: "an import that leads nowhere fails at run time.",
      from: { path: SHIPPED },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^gen/" },
    exclude: { path: "^(dist|demo-out|coverage|test/fixtures/workloads|test/golden)/" },
    tsPreCompilationDeps: true,
    // No tsConfig: with one, imports of the npm package `constructs` resolve to the folder of that name.
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".mjs", ".js", ".cjs", ".json", ".d.ts"],
    },
  },
};
