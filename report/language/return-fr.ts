import type { returnEn } from "./return-en.ts";

export const returnFr: typeof returnEn = {
  title: "Le retour",
  means: "Ce que coûte un retour après une bascule manquée, et jusqu’à quand il est possible.",
  ways: { open: "ouvert", none: "aucun", unknown: "inconnu" },
  howMuch: "combien",
  perComponent: "Composant par composant",
  effort: "travail à refaire",
  copies: "copies de retour, en parallèle",
  downtime: "écriture impossible",
  until: "se ferme au plus tard",
  after: (span) => `${span} après la bascule`,
  assumed: "supposé",
  waits: "attentes",
  method: "rapporté par",
  ends: "ce qui y met fin plus tôt",
  noMethod: "aucune méthode connue",
  again: "Compté de nouveau",
};
