import { fileScripts } from "./file-scripts.ts";
import { filesMoved } from "./files-moved.ts";
import { type KindContext, type KindPlan, type KindPlanner, shown } from "./kind-planner.ts";

/** Made anew from image and user data; what it keeps on its own disk follows as files. Volumes move by themselves. */
export const vm: KindPlanner = {
  plan(context: KindContext): KindPlan {
    const { component, source, target } = context;
    const name = shown(component);
    const own =
      component.props["customImage"] === undefined
        ? ""
        : ` Its image is one of its own: build it again for ${target.title}, or export the disk and import it (not where the licence belongs to ${source.title} or its marketplace).`;
    return {
      steps: filesMoved(context, {
        name,
        ready: {
          title: `See that ${name} comes up at ${target.title} as its description says`,
          manual: `Log in with the key, look at the log of cloud-init, compare installed packages and running services with ${source.title}.${own} What calls ${source.title} (its command line, its metadata address, its package mirrors) has to be replaced. List what the machine keeps on its own disk: that is what the scripts carry.`,
          verify:
            "cloud-init ended without an error; every service that should run runs; nothing looks for the source's metadata.",
        },
        switched: {
          title: `Send the users of ${name} to ${target.title}`,
          manual: `Start its services at ${target.title}, then change what leads to it: DNS records, targets of load balancers, addresses in other machines, allow lists of partners.`,
          verify: "Requests arrive at the new machine and no longer at the old one; errors are watched for an hour.",
          back: `then lead the users back to ${source.title} and start the services there.`,
        },
        destroyed: "keep an image of the disk or an archive of its files outside.",
      }),
      // What the system makes by itself stays with each machine.
      files: fileScripts(context, "/srv", "lost+found\n*.pid\n*.sock"),
    };
  },
};
