import { createHash } from "node:crypto";
import { compareDiagnostics } from "../constructs/diagnostic.ts";
import type { AuthoredComponent, WorkloadComponents } from "../constructs/workload-components.ts";
import { workloadYaml } from "../constructs/workload-yaml.ts";
import { clouds } from "../providers/index.ts";
import { lowerOpen } from "../providers/lower-open.ts";
import { genericPath, leavesOf } from "../providers/paths.ts";
import type { Cloud } from "../providers/provider.ts";
import type { FoundComponent, LeafGap, Survey } from "../providers/survey.ts";
import { loadWorkload } from "./load-workload.ts";
import { notGiven } from "./not-given.ts";
import type { Session } from "./session.ts";
import type { SourceEstate } from "./source-estate.ts";
import { cloudNamed } from "./targets.ts";
import { UsageError } from "./usage-error.ts";

/** Side by side it would look as if it were kept there. */
const NOT_GIVEN_EITHER = { code: "EX0005", summary: "The source cloud does not give it either" } as const;

/** A workload as if it ran on a cloud: `from`, or where it was adopted. */
export async function workloadSource(path: string, from: string | undefined, session: Session): Promise<SourceEstate> {
  session.progress(`Reading ${path}`);
  const workload = await loadWorkload(path, session.files);
  const id = from ?? workload.document?.adoptedFrom?.cloud;
  if (workload.document && id === undefined) {
    throw new UsageError(`${path} is a workload, which runs nowhere yet: say where it would run with --from`);
  }
  const source = cloudNamed(id ?? Object.keys(clouds)[0] ?? "");
  if (source.sourceOnly) {
    throw new UsageError(`${source.title} can only be left: say with --from on which other cloud ${path} would run`);
  }
  return runningOn(source, workload, path);
}

/** Its components are what is asked for, their natives what the cloud is given. */
function runningOn(source: Cloud, workload: WorkloadComponents, path: string): SourceEstate {
  const { components, document } = workload;
  const synthesis = lowerOpen(components, source, { allowOrders: true });
  const found = components.map((c) => foundComponent(c, synthesis.components.get(c.id) ?? [], source, path));
  const natives = synthesis.natives;
  const survey: Survey = {
    cloud: source.id,
    components: found,
    foreign: [],
    elsewhere: [],
    unknown: [],
    empty: [],
    holes: [],
    signs: [],
    counts: {
      natives: natives.length,
      recognised: natives.length,
      foreign: 0,
      elsewhere: 0,
      unknown: 0,
      unreadable: 0,
      dataSources: 0,
      holes: 0,
    },
    diagnostics: [...synthesis.diagnostics, ...found.flatMap((c) => notGiven(c, source, NOT_GIVEN_EITHER))].sort(
      compareDiagnostics,
    ),
  };
  const digest = createHash("sha256")
    .update(document ? workloadYaml(document) : "")
    .digest("hex");
  return {
    estate: {
      diagnostics: workload.diagnostics,
      complete: true,
      source: { kind: "workload", paths: [path], digest },
    },
    roots: [],
    source,
    survey,
    nothing: document === undefined,
  };
}

function foundComponent(
  component: AuthoredComponent,
  natives: FoundComponent["natives"],
  source: Cloud,
  path: string,
): FoundComponent {
  const { kind, id, props, requested, holes, attachedTo, overrides, at } = component;
  const residue = Object.entries(overrides[source.id] ?? {}).flatMap(([type, args]) =>
    leavesOf(args).map(
      ([leaf]): LeafGap => ({
        address: natives.find((n) => n.type === type)?.address ?? type,
        root: ".",
        type,
        path: leaf,
        class: "setting",
        place: genericPath(leaf),
      }),
    ),
  );
  return {
    kind,
    id,
    at: at ?? { file: path },
    natives,
    shared: [],
    props,
    requested,
    holes,
    ...(attachedTo ? { attachedTo } : {}),
    residue,
    coarsened: [],
    ignored: [],
    providerChosen: 0,
  };
}
