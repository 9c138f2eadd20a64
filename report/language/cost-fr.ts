import type { costEn } from "./cost-en.ts";

/** Words of what running and leaving cost, in French. */
export const costFr: typeof costEn = {
  title: "Coût",
  means:
    "Prix publics hors taxes, 730 heures par mois. Ce qui est déclaré l’emporte. Ce qui n’a ni prix ni taille est nommé plus bas et n’entre dans aucune somme.",
  what: "quoi",
  amount: "montant",
  covers: "couvre",
  restsOn: "repose sur",
  monthSource: "un mois à la source",
  monthTarget: "un mois à la cible",
  egress: "sortie des données, une fois",
  doubleRunning: "double fonctionnement, une fois",
  stated: "déclaré dans exeat.yaml",
  listPrices: "prix publics",
  statedInPart: (n) => `prix publics ; pour ${n}, ce que déclare exeat.yaml`,
  ofResources: (priced, all) =>
    all === "1"
      ? `prix connu pour ${priced} ressource payante sur 1`
      : `prix connu pour ${priced === "0" ? "aucune" : priced} des ${all} ressources payantes`,
  inPart: (n) => `et en partie pour ${n} ${n === "1" ? "autre" : "autres"}`,
  nothingCosts: "rien de payant n’a été lu",
  noEgressPrice: "aucun prix n’est relevé pour ce qui sort de la source",
  ofSizes: (sized, all) => `tailles connues : ${sized} sur ${all}`,
  nothingMoves: "rien de lu ne contient de données",
  oneCopy: (gib) => `une copie (${gib} Gio)`,
  copyToReadings: (gib, read) =>
    `d’une copie (${gib} Gio) à tout ce que les copies et preuves d’un plan lisent (${read} Gio)`,
  noEgress: "aucune donnée ne quitte la source",
  noDoubleRunning: "rien ne fonctionne en parallèle",
  range: (low, high, currency) => `${low} à ${high} ${currency}`,
  exactly: (amount, currency) => `${amount} ${currency}`,
  andMore: (sum) => `${sum} et plus`,
  aMonth: (source, target) => `Un mois coûte ${source} à la source et ${target} à la cible.`,
  aMonthAtSource: (sum) => `Un mois coûte ${sum} à la source.`,
  aMonthAtTarget: (sum) => `Un mois coûte ${sum} à la cible.`,
  freeAtSource: "À la source, rien de payant n’a été lu.",
  freeAtTarget: "À la cible, rien de payant ne serait créé.",
  free: "Rien de payant n’a été lu, ni à la source ni à la cible.",
  unknownSum: "un montant inconnu",
  unlikeParts: "Les sommes ne couvrent pas les mêmes parts : elles ne se comparent pas.",
  unlessAsked: "une exonération se demande : sans elle, le prix public est dû",
  ifCountry: (rule) => `si elle s’applique (country dans exeat.yaml) : ${rule}`,
  byType: (side) => `Par type, ${side}`,
  type: "type",
  resources: "ressources",
  notes: "Hypothèses de prix",
  rates: (from, rate, to, date) => `1 ${from} = ${rate.replace(".", ",")} ${to}, déclaré pour le ${date}`,
  unpriced: "Sans prix ni taille",
  noneUnpriced: "Tout a un prix.",
  atMost: (months) => `au plus ${months}`,
};
