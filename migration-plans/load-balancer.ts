import { ACCOUNT } from "./estate-steps.ts";
import { type KindContext, type KindPlan, type KindPlanner, SHORT, shown, stepList } from "./kind-planner.ts";

/** Certificates are there before anybody asks, both balancers answer at once, names move little by little, and the old one stays for the way back. */
export const loadBalancer: KindPlanner = {
  plan(context: KindContext): KindPlan {
    const { component, apply, decisions, silent, source, target, zonesAnswer } = context;
    const name = shown(component);
    const { steps, add } = stepList(context, "network");
    const ready = [apply, ...decisions];
    if (hasCertificates(context)) {
      ready.push(
        add("foundation", "certificates", {
          kind: "decide",
          title: `Have certificates for ${name} issued for ${target.title}`,
          needs: [ACCOUNT, ...zonesAnswer, ...decisions],
          action: {
            manual: `${silent ? "Take the names from its listeners and records in the code: certificates and their keys are out of reach" : `Take the names from the certificates at ${source.title}; keys that its certificate service made stay there`}. Have new ones issued by ACME with DNS-01, which needs no name to lead to ${target.title} yet${zonesAnswer.length > 0 ? ", only a zone that answers" : ""}, hand them to the code as it asks for them, and set up their renewal.`,
          },
          verify: {
            manual: "Each name has a certificate that lasts beyond the cutover, and its renewal has run once.",
          },
          rollback: { manual: "Revoke the new certificates; nobody was shown them yet." },
          durationDependsOn: "who may write the DNS records of the names",
        }),
      );
    }
    if (!component.requested.has("bandwidthMbps")) {
      ready.push(
        add("foundation", "size", {
          kind: "decide",
          title: `Choose how much ${name} must let through at ${target.title}`,
          needs: [ACCOUNT, ...decisions],
          action: {
            manual: `Nobody asked for a bandwidth, so the code has the smallest size that ${target.title} sells. ${silent ? "Take the busiest minute from what was measured elsewhere (logs of applications and of partners), or reckon it from the machines behind" : `Look up the busiest minute of the last months at ${source.title}`}; where it comes near, write bandwidthMbps into the workload and plan again.`,
          },
          verify: {
            manual: "The size lets through twice the busiest minute, or the owner has accepted less in writing.",
          },
          rollback: { manual: "Set the size that stood before; nothing uses it yet." },
          durationDependsOn: "whether its traffic is measured",
        }),
      );
    }
    const empty = withoutTargets(component.props);
    if (empty.length > 0) {
      ready.push(
        add("data-replication", "targets", {
          kind: "create",
          title: `Put what serves users behind ${name} at ${target.title}`,
          needs: [apply, ...decisions],
          action: {
            manual: `The code names no machine in ${empty.map((b) => `\`${b}\``).join(", ")}: what filled it was replaced by hand, or is known to nobody. Write the addresses of what serves there now into the code and run it again, or have the group that grows and shrinks enter them itself.`,
          },
          verify: { manual: "Each of them has a machine that answers its health check." },
          rollback: { manual: "Take the addresses out again; nobody is led there yet." },
          duration: SHORT,
        }),
      );
    }
    const proof = add("rehearsal", "requests", {
      kind: "verify",
      title: `Ask ${name} at ${target.title} everything that it is asked${silent ? "" : ` at ${source.title}`}`,
      needs: ready,
      action: {
        manual: `With \`curl --resolve NAME:PORT:ADDRESS\`, for each listener and each rule: ${asked(component.props)}. Compare status, headers and certificate with ${silent ? "what its code and the tests of the applications say" : source.title}; look for the client's address in the logs of a machine behind it; then stop one machine and watch that nobody is sent to it any more.`,
      },
      verify: { manual: "Answers differ only where that was decided, and all machines behind it count as well." },
      rollback: null,
      duration: SHORT,
    });
    const told = add("rehearsal", "addresses", {
      kind: "decide",
      title: `Tell those who have the address of ${name} written down`,
      needs: [proof],
      action: {
        manual: `List who has its address written down: partners, allow lists, HSTS and pinned certificates of apps. Have the address at ${target.title} added beside it.`,
      },
      verify: { manual: "Each of them has confirmed, and a request of theirs is answered by the target." },
      rollback: { manual: "Have the new addresses taken away again." },
      durationDependsOn: "the partners",
    });
    const switched = add("cutover", "names", {
      kind: "switch",
      title: `Lead the names of ${name} to ${target.title}`,
      needs: [told, proof],
      action: {
        manual: silent
          ? "Change the records in the zone that answers now, or in the code of the one that is delegated next."
          : "Where the zone has weighted records: one part in ten, then half, then all; else change the records. Both load balancers answer meanwhile.",
      },
      verify: {
        manual: silent
          ? `Requests arrive at ${target.title} within twice the TTL, errors there do not rise.`
          : `Requests at ${source.title} die down within twice the TTL, errors at ${target.title} do not rise.`,
      },
      rollback: { manual: `Lead the records back to ${source.title}; it still answers.` },
      duration: SHORT,
    });
    const reverse = add("stabilisation", "reverse", {
      kind: "reverse",
      title: `Keep ${name} at ${source.title} answering`,
      needs: [switched],
      action: {
        manual: `Leave it and the machines behind it as they are, and renew its certificates, until the way back is given up.`,
      },
      verify: {
        manual:
          "Its old address still takes connections on each port, and no certificate there runs out; what stands behind it answers again when the way back starts it.",
      },
      rollback: { manual: "Nothing depends on it but the way back." },
      durationDependsOn: "how long the way back stays open",
    });
    add("decommission", "destroy", {
      kind: "destroy",
      title: `Destroy ${name} at ${source.title}`,
      needs: [proof, reverse],
      action: {
        manual: `When its log has shown no request of a person for a week: lift its protection from deletion, destroy it with the source's own code, and give up its addresses.`,
      },
      verify: { manual: `${source.title} no longer lists it, and bills no load balancer and no address.` },
      rollback: null,
      duration: SHORT,
    });
    return { steps, files: {} };
  },
};

interface Listened {
  readonly port?: number;
  readonly protocol?: string;
  readonly rules?: readonly unknown[];
}

function listeners(props: Readonly<Record<string, unknown>>): readonly Listened[] {
  return (props["listeners"] ?? []) as readonly Listened[];
}

/** Backends that stand for machines which no code names. */
function withoutTargets(props: Readonly<Record<string, unknown>>): readonly string[] {
  const backends = (props["backends"] ?? []) as readonly { readonly name?: string; readonly targets?: unknown }[];
  return backends.flatMap(({ name, targets }) => (Array.isArray(targets) && targets.length > 0 ? [] : (name ?? [])));
}

/** What has to be asked, port by port. */
function asked(props: Readonly<Record<string, unknown>>): string {
  const parts = listeners(props).map(({ port, protocol, rules = [] }) => {
    const more = rules.length > 0 ? ` with ${rules.length} rule${rules.length > 1 ? "s" : ""}` : "";
    return `${port === undefined ? "a port nobody knows" : `port ${port}`} (${protocol ?? "protocol not known"})${more}`;
  });
  return parts.length === 0 ? "its listeners are not known: list them first" : parts.join(", ");
}

function hasCertificates({ component }: KindContext): boolean {
  const secure = listeners(component.props).some(
    (l) => l.protocol === undefined || ["https", "tls"].includes(l.protocol),
  );
  return secure || component.holes.some((h) => h.path === "listeners");
}
