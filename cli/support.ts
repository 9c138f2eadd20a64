import { Command } from "commander";
import { support } from "../assessment/support.ts";
import { type Kind, kindNames } from "../constructs/kinds.ts";
import { clouds } from "../providers/index.ts";
import { reporters } from "../report/reporters.ts";
import { type CommonOptions, withCommonOptions, withExamples } from "./common-options.ts";
import type { Run } from "./session.ts";
import { UsageError } from "./usage-error.ts";

interface SupportOptions extends CommonOptions {
  readonly cloud?: string;
  readonly kind?: string;
}

export function supportCommand(run: Run): Command {
  const command = new Command("support")
    .summary("what each cloud holds, property by property")
    .description(
      "Says of every property of every kind whether a cloud holds it, holds it under a condition or loses it, with why, what instead and the source.",
    )
    .option("--cloud <cloud,…>", "these clouds only")
    .option("--kind <kind,…>", "these kinds only");
  withCommonOptions(command, Object.keys(reporters.support));
  withExamples(command, [
    ["exeat support --kind sql-database", "one kind on every cloud"],
    ["exeat support --cloud ovh --format markdown", "one cloud, as tables"],
  ]);
  return command.action((options: SupportOptions) =>
    run(options, async (session) => {
      const targets = Object.values(clouds).filter((c) => !c.sourceOnly);
      const ids = among(
        options.cloud,
        targets.map((c) => c.id),
        "cloud",
      );
      const kinds = among(options.kind, kindNames, "kind") as Kind[];
      await session.report(
        [
          support(
            targets.filter((c) => ids.includes(c.id)),
            kinds,
          ),
        ],
        reporters.support,
      );
      return 0;
    }),
  );
}

function among(asked: string | undefined, known: readonly string[], what: string): readonly string[] {
  if (asked === undefined) return known;
  const names = asked.split(",");
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined) throw new UsageError(`no ${what} is called "${wrong}": there are ${known.join(", ")}`);
  return names;
}
