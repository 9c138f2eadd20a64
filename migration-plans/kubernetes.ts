import {
  changeTime,
  type KindContext,
  type KindPlan,
  type KindPlanner,
  kept,
  marked,
  SHORT,
  script,
  shown,
  stepList,
  transferTime,
  untouched,
} from "./kind-planner.ts";
import { clusterScripts } from "./kubernetes-scripts.ts";

/** What runs is deployed anew from its repository; what volumes hold goes by a backup of their files; traffic moves last. */
export const kubernetes: KindPlanner = {
  plan(context: KindContext): KindPlan {
    const { component, slug, apply, decisions, source, target } = context;
    const name = shown(component);
    const mark = marked(context);
    const run = (name: string) => script(context, name);
    const removed = {
      manual: `Delete the copied namespaces at ${target.title}${untouched(context)}`,
    };
    const { steps, add } = stepList(context, "platform");
    const installed = add("data-replication", "platform", {
      kind: "create",
      title: `Install at ${target.title} what ${name} has besides the cloud's own add-ons`,
      needs: [apply, ...decisions],
      action: {
        manual: `From the same repository: ingress, certificates, names, autoscaling, secrets from outside, ${context.silent ? "and where a backup lies outside Velero with the bucket that holds it" : "Velero with file-system backup into a bucket that both clusters reach"}. Rewrite classes of storage, annotations of load balancers, images, selectors of nodes, and roles of pods.`,
      },
      verify: { manual: "All nodes are ready, and every pod of these namespaces runs." },
      rollback: { manual: `Uninstall it at ${target.title}${untouched(context)}` },
      durationDependsOn: "how much of the platform stands in a repository",
    });
    const copied = add("data-replication", "backup", {
      kind: "copy",
      title: `Copy what runs in ${name} and what its volumes hold, while it is in use`,
      needs: [installed],
      action: run("copy"),
      verify: {
        manual:
          "Velero ends without an error or a warning; keep the time it took. What was restored runs: scale down there what must not run twice, such as jobs, readers of queues and senders of mail.",
      },
      rollback: removed,
      ...transferTime(context),
    });
    const proof = add("rehearsal", "compare", {
      kind: "verify",
      title: `Compare what runs in both clusters, and use what was restored`,
      needs: [copied],
      action: run("compare"),
      verify: {
        manual:
          "Only objects that are meant to differ do; the application passes its tests at the target; files have the sums they had.",
      },
      rollback: null,
      duration: SHORT,
      role: "developer",
    });
    const freeze = add("cutover", "freeze", {
      kind: "freeze",
      title: `Stop what writes in ${name}`,
      needs: [proof],
      action: {
        manual: `Scale every workload that writes to a volume at ${source.title} to none, and suspend its jobs.`,
      },
      verify: { manual: "No pod that mounts a volume for writing is left, apart from those of the backup." },
      rollback: { manual: "Scale them up again." },
      duration: SHORT,
      role: "developer",
    });
    const last = add("cutover", "delta", {
      kind: "copy",
      title: `Copy ${name} a last time`,
      needs: [freeze],
      action: run("copy"),
      verify: run("compare"),
      rollback: removed,
      ...changeTime(context),
    });
    const switched = add("cutover", "switch", {
      kind: "switch",
      title: `Send traffic of ${name} to ${target.title}`,
      needs: [last],
      action: {
        manual: `${mark.first}Scale workloads up at the target, then point names at its load balancers, a share at a time.`,
      },
      verify: {
        manual: `Requests are answered by the target without errors${context.silent ? "." : "; the old load balancers get none."}`,
      },
      rollback: {
        manual: `Stop what writes at ${target.title}, run \`sh scripts/${slug}/return.sh\`, which replaces the namespaces at ${source.title} by what was written since, then point names back. What stood there is in the last backup before the switch.${mark.back}`,
      },
      duration: SHORT,
      role: "developer",
    });
    const reverse = add(
      "stabilisation",
      "reverse",
      kept(context, `Keep ${name} at ${source.title} able to take over`, switched),
    );
    add("decommission", "destroy", {
      kind: "destroy",
      title: `Destroy ${name} at ${source.title}`,
      needs: [proof, last, reverse],
      action: {
        manual: `After the agreed retention: keep the last backup, delete services and volume claims so that no load balancer and no disk is left, remove the protection of ${component.natives[0]?.address ?? name} by hand, and destroy it with the source's own code.`,
      },
      verify: { manual: `${source.title} lists no cluster, no node, no disk and no load balancer of it.` },
      rollback: null,
      duration: SHORT,
    });
    return { steps, files: clusterScripts(context) };
  },
};
