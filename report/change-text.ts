import type { Change, ChangedComponent, ChangedResource, Difference, Finding } from "../assessment/change.ts";
import { amount } from "../constructs/amount.ts";
import type { Reporter } from "./reporter.ts";
import {
  diagnosticLines,
  incomplete,
  lines,
  type Paint,
  paint,
  pathNames,
  place,
  plural,
  short,
  shortPair,
  top,
} from "./words.ts";

/** One screen: what the change does to effort and time, which components it touches, what is new on the way out. */
export const changeText: Reporter<Change> = (change, { color }) => {
  const p = paint(color);
  const { base, head, target, effort, time, components } = change;
  const fresh = newFindings(change);
  const resolved = change.findings.filter((f) => f.state === "resolved");
  const accepted = change.findings.filter((f) => f.state === "new" && f.accepted);
  const output = lines([
    ...incomplete(change).map(p.red),
    `${p.bold("Change")}: ${pathNames(base)} → ${pathNames(head)}, from ${head.cloud} to ${target.cloud}:${target.region}`,
    "",
    `${p.bold("Effort")}  ${movement(effort)} person-days${effort.calibrated ? "" : p.dim(", uncalibrated")}: ${verdict(change, p)}`,
    `${p.bold("Time")}    ${movement(time)} calendar days`,
    "",
    `${p.bold("Components")}  ${tally(change)}`,
    ...top(components, 12, (c) => componentLines(c, p), "component"),
    ...(change.types.length + change.resources.length === 0 ? [] : ["", p.bold("Resources without a neutral kind")]),
    ...top(change.types, 8, (t) => `  ${t.type}: ${t.before} → ${t.after} (${t.what})`, "type"),
    ...top(change.resources, 8, (r) => resourceLines(r, p), "resource"),
    "",
    `${p.bold("New on the way out")}  ${fresh.length === 0 ? p.green("nothing") : plural(fresh.length, "finding")}`,
    ...top(fresh, 12, (f) => findingLines(f, p), "finding"),
    ...(accepted.length === 0 ? [] : ["", p.bold(`New and accepted (${accepted.length})`)]),
    ...top(accepted, 6, (f) => `  ${titleOf(f)}: ${acceptance(f)}`, "finding"),
    ...(resolved.length === 0 ? [] : ["", p.bold(`No longer there (${resolved.length})`)]),
    ...top(resolved, 6, (f) => `  ${p.green(titleOf(f))}`, "finding"),
    ...gateLines(change, p),
    ...diagnosticLines(change.diagnostics, p, 5),
  ]);
  return { output, exitCode: change.gate.failed.length === 0 ? 0 : 1 };
};

/** Blocking ones first. */
export function newFindings({ findings }: Change): Finding[] {
  const order: readonly Finding["rule"][] = ["blocking-loss", "loss", "unknown-type", "foreign-type", "hole"];
  return findings
    .filter((f) => f.state === "new" && !f.accepted)
    .sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
}

/** `+12`, `−0.4`, `±0`. */
export function signed(n: number): string {
  return n === 0 ? "±0" : `${n > 0 ? "+" : "−"}${amount(Math.abs(n))}`;
}

const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

export function share({ before, change }: Change["effort"]): string {
  if (before.p80 === 0) return "";
  const percent = tenths.format((Math.abs(change.p80) / before.p80) * 100);
  return `${change.p80 === 0 ? "±" : change.p80 > 0 ? "+" : "−"}${percent} %`;
}

export function tally({ components, unchanged }: Change): string {
  const of = (change: ChangedComponent["change"]) => components.filter((c) => c.change === change).length;
  return `${of("added")} added · ${of("removed")} removed · ${of("changed")} changed · ${unchanged} as before`;
}

export function titleOf({ rule, subject, path }: Finding): string {
  return `${rule} ${subject}${path === "" ? "" : ` ${path}`}`;
}

export function acceptance({ accepted }: Finding): string {
  if (accepted?.by !== "waiver") return "in the baseline";
  return `waived by ${accepted.owner} until ${accepted.expires}: ${accepted.reason}`;
}

/** `− highAvailability: multi-zone`, `~ storageGiB: 20 → 100`. */
export function differenceText({ what, path, before, after }: Difference): string {
  const sign = before === null ? "+" : after === null ? "−" : "~";
  const value = before === null ? short(after) : after === null ? short(before) : shortPair(before, after);
  const name = [what === "prop" ? "" : what, path].filter(Boolean).join(" ");
  return `${sign} ${name}${what === "residue" || what === "native" ? "" : `: ${value}`}`;
}

export function fitText({ fit }: ChangedComponent): string {
  if (fit.before === null || fit.after === null) return fit.after ?? fit.before ?? "";
  return fit.before === fit.after ? fit.after : `${fit.before} → ${fit.after}`;
}

/** P80 of its own work, where it moved. */
export function daysText({ days }: ChangedComponent): string {
  if (!days || days.before === days.after) return "";
  return `${signed(Math.round((days.after - days.before) * 10) / 10)} days at P80`;
}

function movement({ before, after }: Pick<Change["effort"], "before" | "after">): string {
  const one = (name: string, p: keyof typeof before) => `${name} ${amount(before[p])} → ${amount(after[p])}`;
  return [one("P10", "p10"), one("P50", "p50"), one("P80", "p80"), one("P95", "p95")].join(" · ");
}

function verdict({ effort }: Change, p: Paint): string {
  const { change, significant } = effort;
  if (change.p80 === 0 && change.p50 === 0) return "no change";
  const tone = !significant ? p.dim : change.p80 > 0 ? p.red : p.green;
  return tone(`${signed(change.p80)} at P80 (${share(effort)}), ${significant ? "significant" : "not significant"}`);
}

const SIGN = { added: "+", removed: "−", changed: "~" } as const;

function componentLines(c: ChangedComponent, p: Paint): string[] {
  const tone = c.change === "added" ? p.yellow : c.change === "removed" ? p.green : p.cyan;
  const days = daysText(c);
  return [
    `  ${tone(SIGN[c.change])} ${c.id} (${c.kind}), ${fitText(c)}${days === "" ? "" : `, ${days}`}  ${p.dim(place(c.at))}`,
    ...top(c.differences, 5, (d) => `  ${differenceText(d)}`, "difference").map((line) => `    ${line}`),
  ];
}

function resourceLines(r: ChangedResource, p: Paint): string[] {
  return [
    `  ${p.cyan(SIGN.changed)} ${r.id}  ${p.dim(place(r.at))}`,
    ...top(argumentTexts(r), 5, (text) => `      ${text}`, "difference"),
  ];
}

/** `~ region: eu-west-3 → us-east-1`, `+ fifo_queue`. */
export function argumentTexts({ region, arguments: changed }: ChangedResource): string[] {
  return [
    ...(region ? [differenceText({ what: "region", path: "", ...region })] : []),
    ...changed.map(({ change, path }) => `${SIGN[change]} ${path}`),
  ];
}

const TONES = { error: "red", warning: "yellow", note: "cyan" } as const;

function findingLines(f: Finding, p: Paint): string[] {
  return [
    `  ${p[TONES[f.level]](f.rule)} ${f.subject}${f.path === "" ? "" : ` ${f.path}`}  ${p.dim(place(f.at))}`,
    `    ${f.message}${f.instead === undefined ? "" : ` ${p.dim(f.instead)}`}`,
  ];
}

function gateLines({ gate }: Change, p: Paint): string[] {
  const { asked, failed, waivers, stale } = gate;
  const unused = waivers.filter((w) => w.status === "unused");
  const judgement =
    failed.length > 0
      ? failed.map((f) => `  ${p.red(`failed ${f.condition}`)}: ${f.why}`)
      : asked.length > 0
        ? [`  ${p.green("passed")}: ${asked.join(", ")}`]
        : [];
  const notes = [
    ...unused.map((w) => `  ${p.yellow("unused waiver")} of ${w.owner}: ${w.rule} of ${w.component}`),
    ...(stale.length === 0
      ? []
      : [`  ${plural(stale.length, "entry", "entries")} of the baseline fit nothing any more`]),
  ];
  return judgement.length + notes.length === 0 ? [] : ["", p.bold("Gate"), ...judgement, ...notes];
}
