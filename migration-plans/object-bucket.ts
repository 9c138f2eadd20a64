import { holds } from "../assessment/conditions.ts";
import { effortModel } from "../assessment/effort-model.ts";
import {
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
import { bucketScripts, restoreScripts } from "./object-bucket-scripts.ts";

/** Bulk copy while the source is in use, proof by SHA-256, in the freeze a second copy and proof of what changed, all proven again after it, a reverse copy while the way back is open. */
export const objectBucket: KindPlanner = {
  plan(context: KindContext): KindPlan {
    const { component, slug, apply, decisions, source, target } = context;
    const scripts = { ...bucketScripts(context), ...(isArchived(context) ? restoreScripts(context) : {}) };
    const name = shown(component);
    const mark = marked(context);
    const run = (name: string) => script(context, name);
    const versioned = component.props["versioning"] === true || isHole(context, "versioning");
    const empty = { manual: `Empty the bucket at ${target.title}${untouched(context)}` };
    const { steps, add } = stepList(context, "platform");

    const readable = isArchived(context)
      ? [
          add("data-replication", "restore", {
            kind: "create",
            title: `Restore the archived objects of ${name}, which nobody can read where they lie`,
            needs: [apply, ...decisions],
            action: run("restore"),
            verify: run("restored"),
            rollback: { manual: "Nothing has to be undone: the restored copies expire by themselves." },
            durationDependsOn: "how deep the objects are archived (hours to two days), and how many they are",
          }),
        ]
      : [];
    const bulk = add("data-replication", "copy", {
      kind: "copy",
      title: `Copy the objects of ${name} while it is in use`,
      needs: [apply, ...decisions, ...readable],
      action: run("copy"),
      verify: run("compare-listing"),
      rollback: empty,
      ...transferTime(context),
    });
    const older = (phase: string, title: string, needs: readonly string[]) =>
      add(phase, "versions", {
        kind: "copy",
        title,
        needs: [...needs],
        action: run("copy-versions"),
        verify: { manual: "Count the versions on both sides; keep the list with the evidence." },
        // Never the bucket itself: users work on it when versions are copied again.
        rollback: {
          manual: `Empty the bucket that TARGET_HISTORY_BUCKET names, and no other${untouched(context)}`,
        },
        durationDependsOn: "how many older versions there are",
      });
    if (versioned) {
      older("data-replication", `Copy older versions of the objects of ${name} under names that carry their date`, [
        bulk,
      ]);
    }
    const equal = context.silent
      ? "are equal; keep both with the evidence."
      : "are equal while nothing writes; while the source is in use, they differ only in objects that change; keep both with the evidence. Run it again shortly before the freeze: in the interruption only what has changed since is read on both sides, the rest is compared by name, size and date.";
    const proof = add("rehearsal", "prove", {
      kind: "verify",
      title: `Prove the copy of ${name} by SHA-256, and time it`,
      needs: [bulk],
      action: run("verify"),
      verify: {
        manual: `\`scripts/${slug}/source.sha256\` and \`target.sha256\` ${equal} Tags of objects and empty folders are not copied: set them at the target where something reads them.`,
      },
      rollback: null,
      ...transferTime(context, "verificationHours"),
    });
    const freeze = add("cutover", "freeze", {
      kind: "freeze",
      title: `Stop writing to ${name}`,
      needs: [proof],
      action: { manual: `Make every application that writes to ${name} read-only, or stop it. Keep reading possible.` },
      verify: { manual: `No new object appears in ${name} for ten minutes.` },
      rollback: { manual: `Let the applications write to ${name} again.` },
      duration: SHORT,
      role: "developer",
    });
    const delta = add("cutover", "delta", {
      kind: "copy",
      title: `Copy what changed in ${name} since the bulk copy, and prove what is not as it was proven`,
      needs: [freeze],
      action: run("delta"),
      // Both buckets whole are read before the interruption and after it, never in it.
      verify: run("verify-changed"),
      rollback: empty,
      ...transferTime(context, "downtimeHours"),
    });
    const switched = add("cutover", "switch", {
      kind: "switch",
      title: `Point the applications at ${name} at ${target.title}`,
      needs: [delta],
      action: {
        manual: `${mark.first}Set endpoint, region, bucket name and credentials of ${target.title} in every application that uses ${name}, then let them write.`,
      },
      verify: { manual: "Each application writes, reads and deletes a test object." },
      rollback: {
        manual: `Stop writing, run \`sh scripts/${slug}/reverse.sh\`, then set the endpoint of ${source.title} again.${mark.back}`,
      },
      duration: SHORT,
      role: "developer",
    });
    const reverse = add(
      "stabilisation",
      "reverse",
      kept(context, `Keep ${name} at ${source.title} up to date, so that the way back stays open`, switched),
    );
    // A source that does not answer gets nothing back to compare.
    const again = context.silent
      ? []
      : [
          add("stabilisation", "prove", {
            kind: "verify",
            title: `Prove all of ${name} by SHA-256 once more, now that nobody waits for it`,
            needs: [reverse],
            action: run("verify"),
            verify: {
              manual: `\`scripts/${slug}/source.sha256\` and \`target.sha256\` differ only in what was written at the target since the last \`reverse.sh\`, or removed there; keep both with the evidence.`,
            },
            rollback: null,
            ...transferTime(context, "verificationHours"),
          }),
        ];
    // Writing went on between the first copy and the freeze, and made versions.
    const rest = versioned
      ? [older("stabilisation", `Copy the older versions that ${name} got since the first copy`, [switched])]
      : [];
    add("decommission", "destroy", {
      kind: "destroy",
      title: `Destroy ${name} at ${source.title}`,
      needs: [proof, delta, reverse, ...again, ...rest],
      action: {
        manual: `After the agreed retention, and with the proof at hand: remove the protection of ${component.natives[0]?.address ?? name} by hand, empty it, and destroy it with the source's own code.`,
      },
      verify: { manual: `${source.title} no longer lists ${name}; the next bill does not show it.` },
      rollback: null,
      duration: SHORT,
    });
    return { steps, files: scripts };
  },
};

/** Whether objects lie, or may lie, where they cannot be read before they are restored. */
function isArchived({ component, facts }: KindContext): boolean {
  return holds("archive class", { component, facts, model: effortModel }) !== false;
}

function isHole({ component }: KindContext, path: string): boolean {
  return component.holes.some((h) => h.path === path);
}
