import type { planEn } from "./plan-en.ts";

/** Words of the migration plan and its runbook, in French. */
export const planFr: typeof planEn = {
  title: (from, to) => `Mode opératoire : quitter ${from} pour ${to}`,
  notRun: "Pas encore exécuté",
  notRunMeans: "rien n’a été essayé chez un fournisseur",
  uncalibrated: "Durées non calibrées",
  duration: (low, high, likely, known, open) =>
    `${low} à ${high} h (probablement ${likely}) l’une après l’autre pour ${known} ; durée inconnue pour ${open}, dont chacune dit de quoi elle dépend`,
  range: (low, high, likely) => `${low} à ${high} h (probablement ${likely})`,
  work: "Travail à la main",
  workIs: (steps, other) => `${steps} dans les étapes, ${other} à côté`,
  workMeans:
    "Poste par poste, selon le formalisme du travail et ce qui est déclaré de l’organisation ; avant ce que les percentiles de l’évaluation ajoutent pour ce qu’on ignore et ce qui tourne mal.",
  workOf: (hours) => `${hours} de travail à la main`,
  otherWork: "Travail à côté des étapes",
  otherWorkColumns: ["Travail", "Phase", "Qui", "Heures"],
  startsWhen: "Commence quand",
  succeeded: "A réussi quand",
  toFill: "À compléter",
  askedBy: "demandé par",
  owner: "responsable",
  noOwner: "pas encore de responsable",
  pointOfNoReturn: "Point de non-retour",
  noWayBack: "À partir d’ici, aucune étape ne peut être défaite.",
  do: "Faire",
  check: "Vérifier",
  undo: "Défaire",
  who: "Qui",
  after: "Après",
  hazards: "Dangers",
  hazardsBelow: (n) => `${n}, listés plus bas`,
  seeHazards: "voir",
  files: "Fichiers",
  hours: (low, high) => `${low} à ${high} h`,
  unknown: (on) => `durée inconnue, selon ${on}`,
  whatIsFound: "ce qui sera trouvé",
  afterSteps: (steps) => `après ${steps}`,
  span: (from, to) => `${from} à ${to}`,
  andMore: (n) => `et ${n} de plus`,
  factsNote:
    "Ce qui vient de faits rédigés en anglais (pertes et remplacements, dangers, méthodes d’un fournisseur) est cité tel quel, en italique, plutôt que traduit à moitié.",
};
