import type { Phrases } from "./phrases.ts";

/** Sentences of the way back in French. */
export const returnPhrasesFr: Phrases = [
  [
    "There is no way back: neither the control plane nor the data of the source can be reached.",
    "Il n’y a pas de retour : ni l’administration ni les données de la source ne sont accessibles.",
  ],
  [
    "There is no way back: nothing that the source keeps may be counted on.",
    "Il n’y a pas de retour : rien de ce que garde la source n’est acquis.",
  ],
  [
    "Whether there is a way back is not known: it begins when the region answers again, with what is left there.",
    "On ne sait pas s’il y a un retour : il commence quand la région répond de nouveau, avec ce qui y reste.",
  ],
  [
    "So the plan promises none: from the cutover on no step says how to undo it.",
    "Le plan n’en promet donc aucun : à partir de la bascule, aucune étape ne dit comment la défaire.",
  ],
  [
    "Once the region answers, a return is an exit of its own, from the target.",
    "Une fois que la région répond, un retour est une sortie à part entière, depuis la cible.",
  ],
  [
    "The way back is the rollback of each switch, in reverse order.",
    "Le retour, c’est l’annulation de chaque bascule, dans l’ordre inverse.",
  ],
  [
    "It closes when the way back is given up, before anything at the source is destroyed.",
    "Il se ferme quand on y renonce, avant toute destruction à la source.",
  ],
  [
    "Nothing runs side by side: the way back closes with the cutover.",
    "Rien ne fonctionne en parallèle : le retour se ferme avec la bascule.",
  ],
  [
    "A notice to the source ends it earlier; how long that notice runs is not known: {path} in exeat.yaml.",
    "Un préavis donné à la source y met fin plus tôt ; sa durée n’est pas connue : {path} dans exeat.yaml.",
  ],
  [
    "A notice to the source ends it {#n} days after it was given, if it is not withdrawn.",
    "Un préavis donné à la source y met fin {#n} jours après, s’il n’est pas retiré.",
  ],
  [
    "The effort does not hold what was replaced by hand or not read ({#n} types or modules): undoing that is not known.",
    "L’effort ne contient pas ce qui a été remplacé à la main ou n’a pas été lu ({#n} types ou modules) : l’effort pour le défaire est inconnu.",
  ],
  ["reverse copies and the switch back", "les copies de retour et la bascule inverse"],
  ["the night itself", "la nuit elle-même"],
  ["verification above P10", "la vérification au-dessus de P10"],
  [
    "how much was written at the target since the cutover, and the target's price of traffic",
    "ce qui a été écrit à la cible depuis la bascule, et du prix de son trafic",
  ],
  [
    "What replaces it at the target decides whether what is written there can be carried back.",
    "Ce qui le remplace à la cible décide si ce qui y est écrit peut être rapporté.",
  ],
  [
    "From the first write at the target on: no method carries what was written there back.",
    "Dès la première écriture à la cible : aucune méthode ne rapporte ce qui y a été écrit.",
  ],
  [
    "From the first write at the target on, what was written there must be carried back ({@method}).",
    "Dès la première écriture à la cible, ce qui y a été écrit doit être rapporté ({@method}).",
  ],
  [
    "From the first write at the target on: changes come faster than a reverse copy can follow.",
    "Dès la première écriture à la cible : les changements vont plus vite qu’une copie de retour.",
  ],
  [
    "From the first write at the target on: carrying back stops writing for longer than the {#n} h that are accepted.",
    "Dès la première écriture à la cible : rapporter interrompt l’écriture plus longtemps que les {#n} h acceptées.",
  ],
  [
    "How fast what must be carried back grows is not known.",
    "On ne sait pas à quelle vitesse croît ce qu’il faudra rapporter.",
  ],
  [
    "How long the source keeps its last backups is not known.",
    "On ne sait pas combien de temps la source garde ses dernières sauvegardes.",
  ],
  [
    "The source keeps no backup of the time before the cutover.",
    "La source ne garde aucune sauvegarde d’avant la bascule.",
  ],
  [
    "The source's last backups end {#n} days after the cutover.",
    "Les dernières sauvegardes de la source prennent fin {#n} jours après la bascule.",
  ],
];
