import { zoneScripts } from "./dns-zone-scripts.ts";
import { type KindContext, type KindPlan, type KindPlanner, SHORT, script, shown, stepList } from "./kind-planner.ts";
import type { Step } from "./plan.ts";

/** Both sets of name servers answer alike before the delegation moves; the old zone stays until every cache has forgotten it. */
export const dnsZone: KindPlanner = {
  plan(context: KindContext): KindPlan {
    const { component, apply, decisions, silent, source, target } = context;
    const name = shown(component);
    const signed = component.props["dnssec"] === true || component.holes.some((h) => h.path === "dnssec");
    const compare = script(context, silent ? "ask" : "compare");
    const asked = silent
      ? "Each name is answered as the code says, or its absence is explained in writing; what no code made is in no list: ask those who use it."
      : "Only records that are meant to change differ; keep the output with the evidence.";
    const { steps, add } = stepList(context, "network");

    const exported = add("data-replication", "export", {
      kind: "copy",
      title: `Keep a zone file of ${name}, and look for records that no code made`,
      needs: [apply, ...decisions],
      action: {
        manual: `${source.exit?.export[0]?.note ?? "Export the zone"} Compare it with the code: what was added by hand, by certificate issuers or by controllers of a cluster is in no code.`,
      },
      verify: { manual: "Each record of the file is in the target's zone, or its absence is explained in writing." },
      rollback: { manual: `Remove what was added at ${target.title}; nobody asks it yet.` },
      duration: SHORT,
    });
    const proof = add("rehearsal", "compare", {
      kind: "verify",
      title: silent
        ? `Ask the name servers of ${target.title} for every record of ${name}`
        : `Ask both sets of name servers for every record of ${name}`,
      needs: [exported],
      action: compare,
      verify: { manual: asked },
      rollback: null,
      duration: SHORT,
    });
    const freeze = add("cutover", "freeze", {
      kind: "freeze",
      title: `Stop changing ${name}`,
      needs: [proof],
      action: {
        manual: `Stop code, controllers and people that write records at ${source.title}${signed ? "; remove the DS records at the registrar, and wait until their TTL has passed" : ""}.`,
      },
      verify: { manual: signed ? "`dig DS` of the domain answers nothing." : "The serial of the SOA record stays." },
      rollback: { manual: `Allow changes again${signed ? ", and write the DS records again" : ""}.` },
      ...(signed ? { durationDependsOn: "the TTL of the DS records" } : { duration: SHORT }),
    });
    // A freeze asks the source; the registrar still answers.
    const unsigned =
      silent && signed
        ? add("cutover", "unsign", {
            kind: "decide",
            title: `Have ${name} answer without a signature`,
            needs: [freeze],
            action: { manual: "Remove the DS records at the registrar, and wait until their TTL has passed." },
            verify: { manual: "`dig DS` of the domain answers nothing." },
            rollback: null,
            durationDependsOn: "the TTL of the DS records",
          })
        : freeze;
    const delta = add("cutover", "compare", {
      kind: "verify",
      title: silent ? `Ask for ${name} a last time` : `Compare ${name} a last time`,
      needs: [unsigned],
      action: compare,
      verify: { manual: silent ? asked : "Only records that are meant to change differ." },
      rollback: null,
      duration: SHORT,
    });
    const switched = add("cutover", "delegate", {
      kind: "switch",
      needs: [delta],
      ...(component.props["networks"] === undefined ? delegated(context) : resolved(context)),
      duration: SHORT,
    });
    const reverse = add("stabilisation", "reverse", {
      kind: "reverse",
      title: `Keep ${name} at ${source.title} answering the same`,
      needs: [switched],
      action: { manual: `Write every change in both zones until the way back is given up.` },
      verify: compare,
      rollback: { manual: "Stop writing the second zone; nothing else depends on it." },
      durationDependsOn: "twice the TTL of the NS records, and as long as the way back stays open",
    });
    if (signed && !context.result.losses.some((l) => l.path === "dnssec")) {
      add("decommission", "sign", {
        kind: "create",
        title: `Have ${name} signed at ${target.title}`,
        needs: [reverse],
        action: {
          manual: `Where the zone is to be signed, write the DS records of ${target.title} at the registrar. Not earlier: with them nobody who validates would accept the name servers of ${source.title} again.`,
        },
        verify: { manual: "`dig +dnssec` at a resolver that validates answers with the flag `ad`." },
        rollback: null,
        durationDependsOn: "the TTL of the DS records",
      });
    }
    add("decommission", "destroy", {
      kind: "destroy",
      title: `Destroy ${name} at ${source.title}`,
      needs: [proof, delta, reverse],
      action: {
        manual: `At the earliest after twice the TTL of the NS records: remove the protection of ${component.natives[0]?.address ?? name} by hand, keep the zone file, and destroy it with the source's own code.`,
      },
      verify: { manual: "The old name servers refuse to answer, and nobody notices." },
      rollback: null,
      duration: SHORT,
    });
    return { steps, files: zoneScripts(context) };
  },
};

type Switched = Pick<Step, "title" | "action" | "verify" | "rollback">;

function delegated({ component, source, target }: KindContext): Switched {
  return {
    title: `Delegate ${shown(component)} to the name servers of ${target.title}`,
    action: {
      manual: `At the registrar (or in the parent zone) replace the name servers by those that the code for ${target.title} gives as the zone's nameServers.`,
    },
    verify: { manual: "`dig +trace NS` of the domain ends at the new name servers." },
    rollback: { manual: `Write the name servers of ${source.title} again; its zone still answers.` },
  };
}

/** No registrar delegates a private zone: machines ask the resolver of their network. */
function resolved({ component, source, target }: KindContext): Switched {
  return {
    title: `Have ${shown(component)} resolved at ${target.title}`,
    action: {
      manual: `No registrar delegates a private zone: in each network set the resolver that answers it at ${target.title}.`,
    },
    verify: { manual: "A machine in each network gets every name from the new resolver; nobody outside gets one." },
    rollback: { manual: `Set the resolver of ${source.title} again; its zone still answers.` },
  };
}
