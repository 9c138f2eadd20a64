import { ACCOUNT } from "./estate-steps.ts";
import { type KindContext, type KindPlan, type KindPlanner, SHORT, shown, stepList } from "./kind-planner.ts";

/** Ranges are compared before anything is made, reach is proved before the cutover, and the old network goes last. */
export const network: KindPlanner = {
  plan(context: KindContext): KindPlan {
    const { component, apply, decisions, silent, source, target } = context;
    const name = shown(component);
    const { steps, add } = stepList(context, "network");
    const ranges = add("foundation", "ranges", {
      kind: "decide",
      title: `Decide on the ranges of ${name} at ${target.title}`,
      needs: [ACCOUNT],
      action: {
        manual: `Compare ${rangesOf(component.props)} with every range it will be linked to: ${silent ? "" : `${source.title} while data moves, `}offices, partners. Keep it where nothing overlaps; else choose another and list what has it written down.`,
      },
      verify: { manual: "The address plan is recorded, and no two linked ranges overlap." },
      rollback: { manual: "Record the plan that held before." },
      durationDependsOn: "who owns the address plan",
    });
    const settled = [apply, ranges, ...decisions];
    if (hasEgress(context)) {
      settled.push(
        add("foundation", "egress", {
          kind: "decide",
          title: `Tell those who list the addresses by which ${name} goes out`,
          needs: [apply],
          action: {
            manual: `Read the new addresses from the outputs of the code, and have them added beside the old ones: partners, databases, firewalls of others.`,
          },
          verify: { manual: "Each of them has confirmed, and a request from the target reaches it." },
          rollback: { manual: "Have the new addresses taken away again." },
          durationDependsOn: "the partners",
        }),
      );
    }
    const proof = add("rehearsal", "reach", {
      kind: "verify",
      title: `Prove what reaches what in ${name} at ${target.title}`,
      needs: settled,
      action: {
        manual:
          "From a machine in each subnet try every other subnet, the internet, and what stands at the ends of routes; write down what answers and what must not.",
      },
      verify: {
        manual: `The matrix is ${silent ? "what the code says" : "that of the source"}, apart from differences that were decided.`,
      },
      rollback: null,
      duration: SHORT,
    });
    const switched = add("cutover", "routes", {
      kind: "switch",
      title: `Lead what goes to ${name} to ${target.title}`,
      needs: [proof],
      action: {
        manual: "Change routes, VPN ends and names on the other sides so that they lead to the new ranges.",
      },
      verify: { manual: "A trace from each side ends at the target." },
      rollback: { manual: `Set the routes of ${source.title} again.` },
      duration: SHORT,
    });
    add("decommission", "destroy", {
      kind: "destroy",
      title: `Destroy ${name} at ${source.title}`,
      needs: [proof, switched],
      action: {
        manual: `Destroy first what still stands in it and has no step of its own, such as what was replaced by hand; release its public addresses, then destroy it with the source's own code.`,
      },
      verify: { manual: `${source.title} no longer lists it, and bills no gateway and no address.` },
      rollback: null,
      duration: SHORT,
    });
    return { steps, files: {} };
  },
};

function rangesOf(props: Readonly<Record<string, unknown>>): string {
  const { cidr, subnets } = props as { cidr?: string; subnets?: readonly { cidr?: string }[] };
  const all = [cidr, ...(subnets ?? []).map((s) => s.cidr)].filter((range) => range !== undefined);
  return all.length === 0 ? "its ranges" : all.join(", ");
}

function hasEgress({ component }: KindContext): boolean {
  const { egress } = component.props;
  return (egress !== undefined && egress !== "none") || component.holes.some((h) => h.path === "egress");
}
