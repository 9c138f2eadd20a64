import { list } from "../constructs/list.ts";
import { ACCOUNT, estateStep } from "./estate-steps.ts";
import { byScripts } from "./file-scripts.ts";
import { filesMoved, type Words } from "./files-moved.ts";
import { type KindContext, type KindPlan, type KindPlanner, shown } from "./kind-planner.ts";
import { places } from "./places.ts";
import type { Step } from "./plan.ts";
import { byRobocopy } from "./windows.ts";

/** Made anew from image and user data; what it keeps on its own disk follows as files. Volumes move by themselves. */
export const vm: KindPlanner = {
  plan(context: KindContext): KindPlan {
    const { source, target, onWindows, silent } = context;
    const name = shown(context.component);
    // What the system makes by itself stays with each machine.
    const by = onWindows
      ? byRobocopy(context)
      : byScripts(context, { path: "/srv", exclude: "lost+found\n*.pid\n*.sock" });
    const calls = `What calls ${source.title} (its command line, its metadata address, its package mirrors) has to be replaced.`;
    const listed = context.lost
      ? ""
      : ` List what the machine keeps on its own disk: that is what ${onWindows ? "is copied" : "the scripts carry"}.`;
    const words: Words = {
      name,
      ready: {
        title: `See that ${name} comes up at ${target.title} as its description says`,
        manual: `${found(context)} ${calls}${listed}`,
        verify: onWindows
          ? "It starts and can be reached; every service that should run runs; its licence is valid there."
          : "cloud-init ended without an error; every service that should run runs; nothing looks for the source's metadata.",
      },
      switched: {
        title: `Send the users of ${name} to ${target.title}`,
        manual: `Start its services at ${target.title}, then change what leads to it: DNS records, targets of load balancers, addresses in other machines, allow lists of partners.`,
        verify: `Requests arrive at the new machine${silent ? "" : " and no longer at the old one"}; errors are watched for an hour.`,
        back: `then lead the users back to ${source.title} and start the services there.`,
      },
      destroyed: "keep an image of the disk or an archive of its files outside.",
    };
    return { steps: filesMoved(context, words, by), files: by.files };
  },
};

/** How a machine is seen to be what it was: beside the old one, or beside what is written down of it. */
function found({ onWindows, silent, source, target }: KindContext): string {
  const known = silent ? "what is written down of it" : source.title;
  if (!onWindows)
    return `Log in with the key, look at the log of cloud-init, compare installed packages and running services with ${known}.`;
  const disks = silent
    ? "take a copy of its disks that lies outside, convert it with virt-v2v, import it and start from it"
    : "take it as it is: switch it off, export its disks, convert them with virt-v2v, import them and start from them";
  return `Where ${target.title} has no image of this Windows, or the machine cannot be made anew, ${disks}; nothing is left to copy then. Else log in through the VPN, compare roles, features and installed programs with ${known}, join the domain.`;
}

/** Code that makes machines asks for the images they start from: those of one's own are brought to the target first, in one step. */
export function imageSteps(contexts: readonly KindContext[]): Step[] {
  const own = contexts.filter(({ component: { kind, props } }) => kind === "vm" && props["customImage"] !== undefined);
  const [first] = own;
  if (!first) return [];
  const { silent, source, target } = first;
  const ids = own.map(({ component }) => component.id);
  return [
    estateStep({
      id: "foundation.vm.images",
      phase: "foundation",
      kind: "decide",
      concerns: ids,
      title: `Bring to ${target.title} the images of ${list(own.map(({ component }) => shown(component)))}`,
      needs: [ACCOUNT],
      action: {
        manual: `They start from images known by their ids, your own or somebody else's: build each again for ${target.title}, ${silent ? "or import a copy of its disk that lies outside" : `or export the disk and import it (not where the licence belongs to ${source.title} or its marketplace)`}, and give the code its id. It concerns ${places(ids)}.`,
      },
      verify: { manual: "A machine that is started from each by hand comes up, and is removed again." },
      rollback: { manual: "Delete the images; nothing is made from them yet." },
      durationDependsOn: "how the images are built",
    }),
  ];
}
