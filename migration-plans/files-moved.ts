import {
  equalTo,
  type KindContext,
  kept,
  type marked,
  SHORT,
  stepList,
  transferTime,
  untouched,
} from "./kind-planner.ts";
import type { Action, Step } from "./plan.ts";

/** How files get from one machine to the other: by scripts, or by hand. */
export interface Carriage {
  /** Copies what is there and what has changed; may be repeated. */
  readonly copy: Action;
  readonly copied: string;
  /** Compares all files of both sides. */
  readonly prove: Action;
  /** Sees that nothing writes. */
  readonly still: string;
  readonly reverse: Action;
  /** The way back in a sentence. */
  readonly back: string;
  /** The mark of the switch, where scripts look for one. */
  readonly mark: ReturnType<typeof marked>;
  /** What of it is a file of the plan, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Words of a kind whose data are files on a mounted disk. */
export interface Words {
  /** As people know it, as code. */
  readonly name: string;
  /** What has to be done at the target before files can come, and how one sees that it is. */
  readonly ready: { readonly title: string; readonly manual: string; readonly verify: string };
  /** What makes users go to the target. */
  readonly switched: {
    readonly title: string;
    readonly manual: string;
    readonly verify: string;
    readonly back: string;
  };
  /** What is kept and taken away before the source is destroyed. */
  readonly destroyed: string;
}

/** Files are copied while they are in use, proven, copied a last time in the freeze, and kept up to date the other way round. */
export function filesMoved(context: KindContext, words: Words, by: Carriage): readonly Step[] {
  const { component, apply, decisions, source, target } = context;
  const { name, ready, switched, destroyed } = words;
  const empty = {
    manual: `Remove the copied files at ${target.title}${untouched(context)}`,
  };
  const { steps, add } = stepList(context, "platform");
  const prepared = add("data-replication", "ready", {
    kind: "verify",
    title: ready.title,
    needs: [apply, ...decisions],
    action: { manual: ready.manual },
    verify: { manual: ready.verify },
    rollback: null,
    duration: SHORT,
  });
  const copied = add("data-replication", "copy", {
    kind: "copy",
    title: `Copy the files of ${name} while it is in use`,
    needs: [prepared],
    action: by.copy,
    verify: { manual: by.copied },
    rollback: empty,
    ...transferTime(context),
  });
  const proof = add("rehearsal", "prove", {
    kind: "verify",
    title: `Compare every file of ${name} on both sides by SHA-256`,
    needs: [copied],
    action: by.prove,
    verify: {
      manual: equalTo(context, "files"),
    },
    rollback: null,
    ...transferTime(context, "verificationHours"),
  });
  const freeze = add("cutover", "freeze", {
    kind: "freeze",
    title: `Stop writing to ${name}`,
    needs: [proof],
    action: { manual: `Stop every service that writes there, at ${source.title}. Keep the machine running.` },
    verify: { manual: `No file has changed for five minutes: ${by.still} lists none.` },
    rollback: { manual: "Start the services again." },
    duration: SHORT,
    role: "developer",
  });
  const last = add("cutover", "delta", {
    kind: "copy",
    title: `Copy what changed in ${name} since the first copy`,
    needs: [freeze],
    action: by.copy,
    verify: by.prove,
    rollback: empty,
    ...transferTime(context, "downtimeHours"),
  });
  const moved = add("cutover", "switch", {
    kind: "switch",
    title: switched.title,
    needs: [last],
    action: { manual: `${by.mark.first}${switched.manual}` },
    verify: { manual: switched.verify },
    rollback: {
      manual: `Stop the services at ${target.title}, ${by.back}, ${switched.back}${by.mark.back}`,
    },
    duration: SHORT,
    role: "developer",
  });
  const reverse = add(
    "stabilisation",
    "reverse",
    kept(context, `Keep ${name} at ${source.title} up to date, so that the way back stays open`, moved, by.reverse),
  );
  add("decommission", "destroy", {
    kind: "destroy",
    title: `Destroy ${name} at ${source.title}`,
    needs: [proof, last, reverse],
    action: {
      manual: `After the agreed retention, and with the proof at hand: ${destroyed} Remove the protection of ${component.natives[0]?.address ?? name} by hand, and destroy it with the source's own code.`,
    },
    verify: { manual: `${source.title} no longer lists it; the next bill does not show it.` },
    rollback: null,
    duration: SHORT,
  });
  return steps;
}
