import type { Kind } from "../constructs/kinds.ts";
import { isImplemented } from "../providers/provider.ts";
import type { Evidence } from "./evidence.ts";

/** What a cloud loses of a kind, as people read it: each declared loss with the first case that shows it. */
export function lossList({ cloud, specimens }: Evidence, kind: Kind): string {
  const entry = cloud.kinds[kind];
  if (!isImplemented(entry)) return `${cloud.title} has no ${kind}: ${entry?.unsupported ?? "not written"}\n`;
  const own = specimens.filter((s) => s.component.kind === kind);
  const items = entry.losses.map((loss) => {
    const seen = own.find((s) => s.trip.losses.some((l) => l.declared === loss));
    return [
      `${loss.path} (${loss.severity}, ${loss.class})`,
      `  ${loss.why}`,
      `  Instead: ${loss.instead}`,
      `  Seen in: ${seen?.title ?? "no case"}`,
    ].join("\n");
  });
  return items.length > 0 ? `${items.join("\n\n")}\n` : "Nothing.\n";
}
