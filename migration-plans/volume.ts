import { byScripts } from "./file-scripts.ts";
import { filesMoved, type Words } from "./files-moved.ts";
import { type KindContext, type KindPlan, type KindPlanner, shown } from "./kind-planner.ts";
import { byRobocopy } from "./windows.ts";

/** The files of a volume, from the machine that mounts it at the source to the one that mounts its counterpart. */
export const volume: KindPlanner = {
  plan(context: KindContext): KindPlan {
    const { component, source, target, silent } = context;
    const there = silent ? "that those who use it know" : `that it has at ${source.title}`;
    const name = shown(component);
    const by = context.onWindows ? byRobocopy(context) : byScripts(context, { path: "", mounted: true });
    const mounted = context.onWindows
      ? `Attach it to its machine at ${target.title}, format it with NTFS, and give it the letter or folder ${there}. A disk that a database or a cluster uses raw goes as an image instead, while nothing writes.`
      : `Attach it to its machine at ${target.title}, make a file system on it, mount it under the path ${there}, and write it into fstab by UUID. A raw disk without a file system (a database's own, LVM) goes as an image instead: dd through ssh while nothing writes.`;
    const words: Words = {
      name,
      ready: {
        title: `Mount the counterpart of ${name} at ${target.title}`,
        manual: mounted,
        verify: `The mount survives a restart of the machine; there is ${silent ? "room for what it has to hold" : "at least as much room as the source uses"}.`,
      },
      switched: {
        title: `Let the machine at ${target.title} work on ${name}`,
        manual: `Start the services that use the mount at ${target.title}${silent ? "." : `; leave those at ${source.title} stopped.`}`,
        verify: "Each service writes and reads below the mount; its log shows no error for an hour.",
        back: `then start the services at ${source.title}.`,
      },
      destroyed: "take a last snapshot or an archive kept outside, unmount and detach it.",
    };
    return { steps: filesMoved(context, words, by), files: by.files };
  },
};
