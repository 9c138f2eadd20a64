import {
  equalTo,
  type KindContext,
  type KindPlan,
  type KindPlanner,
  marked,
  SHORT,
  script,
  shown,
  stepList,
  transferTime,
  untouched,
} from "./kind-planner.ts";
import type { Step } from "./plan.ts";
import { databaseScripts, engineOf } from "./sql-database-scripts.ts";

/** Decided once the rehearsal has measured it. */
const METHOD = "method";

/** Whether a step decides, on a measured time, how something is moved. */
export function decidesMethod({ id }: Pick<Step, "id">): boolean {
  return id.startsWith("rehearsal.") && id.endsWith(`.${METHOD}`);
}

/** Dump and load with a rehearsal, proof by row hashes, and the way back by the same means. */
export const sqlDatabase: KindPlanner = {
  plan(context: KindContext): KindPlan {
    const { component, slug, apply, decisions, source, target, silent } = context;
    const name = shown(component);
    const mark = marked(context);
    const engine = engineOf(context);
    // A copy is loaded: nobody publishes it.
    const replicated = !silent && context.move?.method === "pg-logical";
    const run = (name: string) => script(context, name);
    const empty = {
      manual: `Drop the loaded database at ${target.title} and create it again empty${untouched(context)}`,
    };
    const { steps, add } = stepList(context, "dba");

    // What is lost has nothing to be reached, and its counterpart nothing to be filled with.
    const made = context.lost
      ? [apply, ...decisions]
      : [
          add("data-replication", "path", {
            kind: "create",
            ...wayOf(context, name, replicated),
            needs: [apply, ...decisions],
            verify: { manual: "It connects to both servers with TLS, and nobody else can who could not before." },
            rollback: { manual: "Take both rules away again." },
            duration: SHORT,
            role: "network",
          }),
        ];
    const ready = add("data-replication", "preflight", {
      kind: "verify",
      title: `Check that ${name} can be loaded: version, extensions, tables without a primary key`,
      needs: made,
      action: run("preflight"),
      verify: {
        manual:
          "The script lists nothing that the target lacks, and no other database of the server that would be left behind. Roles and rights are made by code, not by the dump.",
      },
      rollback: null,
      duration: SHORT,
    });
    const load = add("data-replication", "load", {
      kind: "copy",
      ...(replicated ? subscribed(context, name) : loaded(context, name, engine)),
      needs: [ready],
      rollback: empty,
      ...transferTime(context),
    });
    const proof = add("rehearsal", "prove", {
      kind: "verify",
      title: `Compare every table of ${name} on both sides by count and hash`,
      needs: [load],
      action: run("verify"),
      verify: {
        manual: equalTo(context, "tables"),
      },
      rollback: null,
      ...transferTime(context, "verificationHours"),
    });
    // Where the facts say that a dump takes too long, nobody is asked; a copy is loaded when nobody writes.
    const chosen =
      replicated || silent
        ? []
        : [
            add("rehearsal", METHOD, {
              kind: "decide",
              title: `Decide between an interruption and replication for ${name}`,
              needs: [proof],
              action: { manual: wayOut(context, engine) },
              verify: { manual: "The decision is recorded with the measured time of the rehearsal." },
              rollback: null,
              duration: SHORT,
            }),
          ];
    const freeze = add("cutover", "freeze", {
      kind: "freeze",
      title: `Stop writing to ${name}`,
      needs: [proof, ...chosen],
      action: {
        manual: `Stop or make read-only every application that writes to ${name}, then end its open sessions.`,
      },
      verify: { manual: "No transaction has written for five minutes." },
      rollback: { manual: `Start the applications on ${name} again.` },
      duration: SHORT,
      role: "developer",
    });
    const last = add("cutover", "load", {
      kind: "copy",
      ...(replicated ? caughtUp(name) : loadedAgain(context, name)),
      needs: [freeze],
      rollback: empty,
      ...transferTime(context, "downtimeHours"),
    });
    const switched = add("cutover", "switch", {
      kind: "switch",
      title: `Point the applications at ${name} at ${target.title}`,
      needs: [last],
      action: {
        manual: `${mark.first}Set host, port, user and password of the target in every application, keep TLS on, then let them write.`,
      },
      verify: { manual: "Each application writes and reads; errors and slow queries are watched for an hour." },
      rollback: {
        manual: `Before the first write at the target: point the applications back. After it: stop writing, run \`sh scripts/${slug}/reverse.sh\`, compare, then point them at the new database that it filled: the old one has nothing of what was written since.${mark.back}`,
      },
      duration: SHORT,
      role: "developer",
    });
    const reverse = add("stabilisation", "reverse", {
      kind: "reverse",
      title: `Keep the way back of ${name} open`,
      needs: [switched],
      action: {
        manual: `Rehearse the way back into a new, empty database at ${source.title}: \`sh scripts/${slug}/reverse.sh\`. Where both sides allow replication, start it from the target before writing is allowed.`,
      },
      verify: {
        manual: `The reverse load ends without an error; its time is the time a return would take. \`SOURCE_DATABASE=<the new database> sh scripts/${slug}/verify.sh\` finds no difference, and names the new database.`,
      },
      rollback: { manual: "Drop the database that the rehearsal made." },
      ...transferTime(context),
    });
    add("decommission", "destroy", {
      kind: "destroy",
      title: `Destroy ${name} at ${source.title}`,
      needs: [proof, last, reverse],
      action: {
        manual: `See that \`sh scripts/${slug}/preflight.sh\` names no database that would be left behind: all go with the server. After the agreed retention, and with the proof at hand: take a last snapshot and a dump kept outside ${source.title}, remove deletion protection of ${component.natives[0]?.address ?? name} by hand, and destroy it with the source's own code. Close the way that was opened for the scripts.`,
      },
      verify: { manual: `${source.title} no longer lists it; the dump can be read.` },
      rollback: null,
      duration: SHORT,
    });
    return { steps, files: databaseScripts(context) };
  },
};

const ALLOWED = "Allow its address alone, at the port of each server; never everybody.";

function wayOf(context: KindContext, name: string, replicated: boolean): Pick<Step, "title" | "action"> {
  const { silent, source, target } = context;
  const between = replicated
    ? ` Replication goes from server to server: let the database at ${target.title} reach ${source.title}, by a public interface where the code gives it a private one alone, and take that away after the switch.${arriving(context, "pg-logical")}`
    : "";
  return silent
    ? {
        title: `Open a way to the copy of ${name} and to its counterpart for the machine that runs the scripts`,
        action: {
          manual: `Choose one machine that holds the plan, best in a network of ${target.title}, that reaches the server on which the copy was restored. ${ALLOWED}`,
        },
      }
    : {
        title: `Open a way to ${name} on both sides for the machine that runs the scripts`,
        action: {
          manual: `Choose one machine that holds the plan, best in a network of ${target.title} that a VPN leads to ${source.title} from. ${ALLOWED}${between}`,
        },
      };
}

/** What the rehearsal decides: it has measured how long a dump takes. */
function wayOut(context: KindContext, engine: string): string {
  const method = engine === "mysql" ? "mysql-shell" : "pg-logical";
  const leaving = context.source.exit?.export.find((m) => m.method === method);
  const { maxDowntimeHours } = context.facts;
  const limit =
    maxDowntimeHours === undefined
      ? "How long writing may stop is not known (maxDowntimeHours in exeat.yaml). If a dump and load takes longer than that"
      : `Writing may stop ${maxDowntimeHours} h. If the rehearsal takes longer`;
  return `${limit}: ${leaving?.note ?? "replicate with the engine's own means"}${arriving(context, method)} Rehearse it before the date is decided.`;
}

/** What the target asks of a replication. */
function arriving({ target }: KindContext, method: string): string {
  const into = target.exit?.import.find((m) => m.method === method);
  return into ? ` What ${target.title} asks: ${into.note}` : "";
}

type Copy = Pick<Step, "title" | "action" | "verify">;

/** What is loaded has its rights from nobody else. */
const RIGHTS =
  " Then give the roles of the applications their rights on what was loaded: a later load keeps them, and the proof compares them.";

function loaded(context: KindContext, name: string, engine: string): Copy {
  return {
    title: `Dump ${name} and load it at ${context.target.title}, a first time`,
    action: script(context, "move"),
    verify: { manual: `The script ends without an error; keep the time it took.${engine === "mysql" ? "" : RIGHTS}` },
  };
}

function loadedAgain(context: KindContext, name: string): Copy {
  return {
    title: `Dump and load ${name} a last time (or let replication catch up, then set the sequences)`,
    action: script(context, "move"),
    verify: script(context, "verify"),
  };
}

/** Where writing may stop for less time than a dump takes. */
function subscribed({ target }: KindContext, name: string): Copy {
  return {
    title: `Replicate ${name} to ${target.title} while it is in use`,
    action: {
      manual:
        "Load the schema alone (pg_dump --schema-only), publish all tables at the source, subscribe at the target with a copy of the data. Keep changes of the schema back until the switch.",
    },
    verify: { manual: `Every table is ready in pg_subscription_rel; keep the time it took.${RIGHTS}` },
  };
}

/** The proof of every row takes too long then as well. */
function caughtUp(name: string): Copy {
  return {
    title: `Let replication of ${name} catch up, then set the sequences`,
    action: {
      manual:
        "Wait until the subscriber has applied the last position that the source wrote (pg_stat_replication), set every sequence to the source's value with room to spare, then drop the subscription.",
    },
    verify: {
      manual:
        "Every table has as many rows on both sides, and no sequence is behind the source. Every row was compared in the rehearsal; to compare all of them again takes longer than writing may stop.",
    },
  };
}
