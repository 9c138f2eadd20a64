import { isPrivate } from "../providers/ip-ranges.ts";
import { type KindContext, type KindPlan, type KindPlanner, SHORT, shown, stepList } from "./kind-planner.ts";

/** What may pass is proved both ways before the cutover: an open firewall fails nothing by itself. */
export const firewall: KindPlanner = {
  plan(context: KindContext): KindPlan {
    const { component, apply, decisions, source, target } = context;
    const name = shown(component);
    const { steps, add } = stepList(context, "network");
    const proof = add("rehearsal", "pass", {
      kind: "verify",
      title: `Prove what ${name} lets through at ${target.title}, and what it does not`,
      needs: [apply, ...decisions],
      action: {
        manual:
          "For each rule connect from an address that may and from one that may not, over the public and the private address of a machine; write down what answered.",
      },
      verify: { manual: "Everything allowed answers, nothing else does, apart from differences that were decided." },
      rollback: null,
      duration: SHORT,
    });
    const destroyed = [proof];
    if (mayNameSource(context)) {
      const closed = add("decommission", "ranges", {
        kind: "create",
        title: `Take the ranges of ${source.title} out of ${name}`,
        needs: [proof],
        action: {
          manual: `Remove from the rules the addresses that are of ${source.title} alone, not a range that the target has taken over, and apply the code.`,
        },
        verify: { manual: "Clients at the target still connect; the log of refused connections shows none of them." },
        rollback: null,
        duration: SHORT,
      });
      destroyed.push(closed);
    }
    add("decommission", "destroy", {
      kind: "destroy",
      title: `Destroy ${name} at ${source.title}`,
      needs: destroyed,
      action: { manual: "After the machines that it protects, destroy it with the source's own code." },
      verify: { manual: `${source.title} no longer lists it.` },
      rollback: null,
      duration: SHORT,
    });
    return { steps, files: {} };
  },
};

/** Everybody, and addresses that no cloud owns: https://www.rfc-editor.org/rfc/rfc4193 (2005-10) and 4291 (2006-02). */
const NOBODYS = /^(0\.0\.0\.0\/0|::\/0|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)$/i;

/** Whether a rule names addresses that may be the source's: public ones, or what nobody knows. */
function mayNameSource({ component: { props, holes } }: KindContext): boolean {
  const { rules = [] } = props as { readonly rules?: readonly { readonly cidrs?: readonly string[] }[] };
  const cidrs = rules.flatMap((rule) => rule.cidrs ?? []);
  return holes.some(({ path }) => path.startsWith("rules")) || cidrs.some((c) => !NOBODYS.test(c) && !isPrivate(c));
}
