import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { exeat, SHOP, temporary } from "./exeat.ts";

const folder = temporary();
const titles = (html: string) => html.match(/<title>/g)?.length ?? 0;

test("several targets and every reason to leave are one page, in the language asked for", async () => {
  const words = ["assess", SHOP, "--to", "scaleway,ovh", "--format", "html"];
  const [one, all] = [await exeat(words), await exeat([...words, "--all-scenarios", "--lang", "fr"])];
  expect([one.code, titles(one.out), all.code, titles(all.out)]).toEqual([0, 1, 0, 1]);
  expect(one.out).toMatch(/<h1>Leaving Amazon Web Services for Scaleway and OVHcloud<\/h1>/);
  expect(one.out).not.toMatch(/id="matrix"/);
  expect(all.out).toMatch(/<h1>Quitter Amazon Web Services pour Scaleway et OVHcloud<\/h1>/);
  expect(all.out).toMatch(/id="matrix"/);
});

test("a plan and its runbook are written in French, its data and scripts as ever", async () => {
  const at = join(folder, "plan");
  const { code, out } = await exeat(["plan", SHOP, "--to", "scaleway", "--out", at, "--lang", "fr"]);
  expect([code, out]).toEqual([0, expect.stringMatching(/^Migration plan from aws/)]);
  const file = (name: string) => readFileSync(join(at, name), "utf8");
  expect(file("plan.md")).toMatch(/^# Mode opératoire\s: quitter Amazon Web Services pour Scaleway \(fr-par\)/);
  expect(file("plan.html")).toMatch(/<html lang="fr">[\s\S]*Point de non-retour/);
  expect(file("assessment.md")).toMatch(/^# Évaluation de sortie/);
  expect(JSON.parse(file("plan.json")).phases[0].id).toBe("prepare");
  const written = ["plan", SHOP, "--to", "scaleway", "--format", "json"];
  expect((await exeat(written)).out).toBe(file("plan.json"));
});

test("the picture of the schedule is drawn in the language asked for", async () => {
  const { code, out } = await exeat(["assess", SHOP, "--to", "ovh", "--format", "svg", "--lang", "fr"]);
  expect(code).toBe(0);
  expect(out).toMatch(
    /xml:lang="fr"[\s\S]*<title id="gantt-title">Calendrier pour quitter Amazon Web Services pour OVHcloud\s: sortie planifiée/,
  );
  expect(out).toMatch(/<desc id="gantt-desc">Préparer\u00a0: jours 0 à \d+,?\d*\s; P80\s: /);
  expect(out).not.toMatch(/\b(day|days|until|Cut over|uncalibrated)\b/);
});

test.each([
  ["assess", "text", "markdown, html, svg"],
  ["assess", "json", "markdown, html, svg"],
  ["plan", "text", "markdown, html"],
])("%s --format %s has one language, and says which formats have another: %s", async (command, format, spoken) => {
  const { code, err } = await exeat([command, SHOP, "--to", "ovh", "--format", format, "--lang", "fr"]);
  expect([code, err]).toEqual([2, expect.stringContaining(`--lang fr is for ${spoken}: add --format markdown`)]);
});
