import type { Phrases } from "./phrases.ts";
import { costPhrasesFr, costSettledFr } from "./phrases-cost-fr.ts";
import { diagnosticPhrasesFr } from "./phrases-diagnostics-fr.ts";
import { kindPhrasesFr } from "./phrases-kinds-fr.ts";
import { planPhrasesFr } from "./phrases-plan-fr.ts";
import { returnPhrasesFr } from "./phrases-return-fr.ts";
import { comparedSilentFr, silentPhrasesFr } from "./phrases-silent-fr.ts";

/** Sentences of the assessment in French. A test holds them against every one that it can write. */
export const phrasesFr: Phrases = [
  // Levers.
  [
    "Do without {class+} ({what+}), or replace what they do while still at {cloud}",
    "Abandonner {class+} ({what+}), ou en remplacer l’usage avant de quitter {cloud}",
  ],
  [
    "Put {where+} behind one repository interface that asks for nothing that a {when+} lacks, so that what is in them is loaded and not re-modelled",
    "Mettre {where+} derrière une seule interface d’accès aux données qui ne demande rien dont manque une {when+}, pour que les données soient chargées telles quelles et non remodelées",
  ],
  ["Leave behind what is switched off: {what+}", "Laisser sur place ce qui est éteint : {what+}"],
  ["Do without {what+}, a type that nobody described", "Se passer de {what+}, un type que personne n’a décrit"],
  ["Do without `{prop}` of {where+}: {instead*}", "Se passer de `{prop}` de {where+} : {instead*}"],
  ["Do without `{prop}` of {where+}", "Se passer de `{prop}` de {where+}"],
  ["Do without {what+}", "Se passer de {what+}"],
  ["Take `{leaves+} out of {where+}", "Retirer `{leaves+} de {where+}"],
  [
    "Put {class+} ({what+}) behind one interface, so that application code calls them in one place",
    "Mettre {class+} ({what+}) derrière une seule interface, pour que le code applicatif n’y fasse appel qu’à un endroit",
  ],

  // Classes of services that have no kind, as levers name them: with their article, after a verb.
  ["DynamoDB", "DynamoDB"],
  ["Lambda functions", "les fonctions Lambda"],
  ["Step Functions workflows", "les enchaînements Step Functions"],
  ["messaging between applications", "la messagerie entre applications"],
  ["sign-in by Cognito", "la connexion par Cognito"],
  ["AppSync and Amplify", "AppSync et Amplify"],
  ["data streams", "les flux de données"],
  ["analytics services", "les services d’analyse de données"],
  ["machine-learning services", "les services d’apprentissage automatique"],
  ["protection and code at the edge", "la protection et le code en périphérie"],
  ["API gateways", "les passerelles d’API"],
  ["identities and permissions", "les identités et les droits"],
  ["key management", "la gestion des clés"],
  ["monitoring and logs", "la supervision et les journaux"],
  ["container services", "les services de conteneurs"],
  ["batch computing", "le calcul par lots"],
  ["managed backups", "les sauvegardes gérées"],
  ["governance of accounts", "la gouvernance des comptes"],
  ["links between networks", "les liaisons entre réseaux"],
  ["e-mail and text messages", "les courriels et SMS"],
  ["continuous integration and delivery", "l’intégration et le déploiement continus"],
  ["administration of systems", "l’administration des systèmes"],
  ["file transfer services", "les services de transfert de fichiers"],
  ["special-purpose databases", "les bases de données particulières"],
  ["connected devices", "les objets connectés"],
  ["stacks made from templates", "les piles faites d’après un modèle"],
  ["services without a class", "les services sans classe"],

  // Where in the notes of the tool a fact stands.
  ["Exeat's own notes (not published), {@key}", "Notes d’Exeat (non publiées), {@key}"],
  ["Exeat's own notes (not published), {where+}", "Notes d’Exeat (non publiées), {where+}"],
  ["section {#n}, component {#m}", "section {#n}, composant {#m}"],
  ["section {#n}, component {#m}, Moving the data", "section {#n}, composant {#m}, Déplacement des données"],
  ["section {#n}, component {#m}, {@cloud}", "section {#n}, composant {#m}, {@cloud}"],
  ["section {#n}, components {#m} and {#o}", "section {#n}, composants {#m} et {#o}"],
  [
    "section {#n}, components {#m} and {#o}, Moving the data",
    "section {#n}, composants {#m} et {#o}, Déplacement des données",
  ],
  ["section {#n}, components {#m} and {#o}, {@cloud}", "section {#n}, composants {#m} et {#o}, {@cloud}"],
  ["section {#n}, trap {#m}", "section {#n}, piège {#m}"],
  ["section {#n}, Leaving costs", "section {#n}, Coût du départ"],
  ["section {#n}, Tags", "section {#n}, Étiquettes"],
  ["section {#n}, {@cloud}", "section {#n}, {@cloud}"],
  ["section {#n}", "section {#n}"],

  // Schedule.
  ["Prepare", "Préparer"],
  ["Build the target", "Bâtir la cible"],
  ["Set up the copies", "Mettre en place les copies"],
  ["First copy of the data", "Première copie des données"],
  ["Verify and rehearse", "Vérifier et répéter"],
  ["Copies for further rehearsals", "Copies pour d’autres répétitions"],
  ["Cut over", "Basculer"],
  ["Stabilise", "Stabiliser"],
  ["Decommission the source", "Démanteler la source"],
  ["notice to the source under the Data Act", "préavis à la source selon le Data Act"],
  ["notice that the contract with the source asks for", "préavis que demande le contrat avec la source"],
  [
    "vendor onboarding, data processing agreement",
    "référencement du fournisseur, accord de sous-traitance des données",
  ],
  ["open procedure: tender time, then award", "appel d’offres ouvert : remise des offres, puis attribution"],
  ["order, identity and payment checks, quotas", "commande, contrôles d’identité et de paiement, quotas"],
  ["more instances or GPUs", "davantage d’instances ou de GPU"],
  ["port, letter of authorisation, cross-connect", "port, lettre d’autorisation, interconnexion"],
  ["partners add the new addresses", "les partenaires ajoutent les nouvelles adresses"],
  ["old TTL runs out", "expiration de l’ancien TTL"],
  ["registrar change (not needed for hosting)", "changement de bureau d’enregistrement (inutile pour héberger)"],
  ["warm-up of a new sender", "mise en réputation d’un nouvel expéditeur"],
  ["booking of testers", "réservation des testeurs d’intrusion"],
  ["scope change of an ISO 27001 or HDS certificate", "extension d’un certificat ISO 27001 ou HDS"],
  ["year-end or season freeze", "gel de fin d’année ou de saison"],
  ["both run before the source is cut", "fonctionnement en parallèle avant la coupure de la source"],

  // Windows.
  ["Deadline stated in exeat.yaml", "Échéance déclarée dans exeat.yaml"],
  [
    "Data Act: notice of two months, then a transition of 30 days",
    "Data Act : préavis de deux mois, puis transition de 30 jours",
  ],
  [
    "Data Act: the same where 30 days are technically unfeasible, at most 7 months",
    "Data Act : de même quand 30 jours sont techniquement impossibles, 7 mois au plus",
  ],
  [
    "Data Act: data can be retrieved for at least 30 days after the transition",
    "Data Act : données récupérables au moins 30 jours après la transition",
  ],
  [
    "Free egress on leaving, on request and once approved",
    "Sortie de données gratuite au départ, sur demande et après accord",
  ],
  ["an announcement of {cloud}: none is on record", "une annonce de {cloud} (aucune n’est connue)"],
  ["Notice in the contract with the source", "Préavis du contrat avec la source"],
  [
    "DORA: an exit schedule compatible with the contract's exit terms, with an adequate transition period",
    "DORA : un calendrier de sortie compatible avec le contrat, avec une période de transition adéquate",
  ],

  // Reasons to leave.
  ["The source stays available and helps until the end.", "La source reste disponible et aide jusqu’au bout."],
  [
    "From the first hour neither the control plane nor the data of the source can be reached: only what lies outside counts.",
    "Dès la première heure, ni l’administration ni les données de la source ne sont accessibles : seul compte ce qui se trouve dehors.",
  ],
  [
    "Nothing runs side by side and nobody waits for a freeze or a notice; the work is done under pressure.",
    "Rien ne fonctionne en parallèle et personne n’attend un gel ou un préavis ; on travaille sous pression.",
  ],
  [
    "The source fails within weeks: data can be fetched as long as it answers, and nothing that it keeps may be counted on afterwards.",
    "La source défaille en quelques semaines : les données se récupèrent tant qu’elle répond, et rien de ce qu’elle garde n’est acquis ensuite.",
  ],
  [
    "Nobody waits for a freeze or a notice; the work is done under pressure.",
    "Personne n’attend un gel ou un préavis ; on travaille sous pression.",
  ],
  [
    "The region of the estate is gone, other regions of the source answer: what is kept in another region counts as a copy.",
    "La région du parc a disparu, d’autres régions de la source répondent : ce qui est gardé dans une autre région compte comme copie.",
  ],
  ["Nothing runs side by side.", "Rien ne fonctionne en parallèle."],
  [
    "The source stays available at another price; leaving is a matter of money and time.",
    "La source reste disponible à un autre prix ; partir est affaire d’argent et de temps.",
  ],
  ["{what} has no copy.", "{what} n’a pas de copie."],
  ["The copy of {what} lies at the source.", "La copie de {what} se trouve à la source."],
  [
    "It is lost unless it is fetched before the source stops answering.",
    "Elles sont perdues si elles ne sont pas récupérées avant que la source cesse de répondre.",
  ],
  [
    "Nobody stated where a copy lies: {path} in exeat.yaml (none, source, other-region, elsewhere).",
    "Personne n’a dit où se trouve une copie : {path} dans exeat.yaml (none, source, other-region, elsewhere).",
  ],

  // What an exit itself needs.
  ["state of the infrastructure code", "état (state) du code d’infrastructure"],
  [
    "Nothing can be planned or changed from code until the state is rebuilt elsewhere.",
    "Rien ne peut être planifié ni changé par le code tant que l’état n’est pas reconstruit ailleurs.",
  ],
  ["pipelines and their runners", "chaînes d’intégration et leurs exécuteurs"],
  ["Nobody can deploy to the target.", "Personne ne peut déployer vers la cible."],
  ["identity provider of people and users", "fournisseur d’identité des personnes et des utilisateurs"],
  [
    "People cannot sign in to what they need for the exit, users not to the application.",
    "Les équipes n’accèdent pas à ce qu’il faut pour sortir, ni les utilisateurs à l’application.",
  ],
  ["container images", "images de conteneurs"],
  ["Nothing can be started at the target.", "Rien ne peut démarrer à la cible."],
  ["registrar of the domains", "bureau d’enregistrement des domaines"],
  ["Names cannot be pointed to the target.", "Les noms ne peuvent pas être dirigés vers la cible."],
  ["zones that answer for the domains", "zones qui répondent pour les domaines"],
  [
    "Names stop being answered, or keep pointing to the source.",
    "Les noms ne répondent plus, ou pointent encore vers la source.",
  ],
  ["keys that encrypt data and its backups", "clés qui chiffrent les données et leurs sauvegardes"],
  ["Copies that lie elsewhere cannot be read.", "Les copies gardées ailleurs sont illisibles."],
  ["secrets that are read at boot", "secrets lus au démarrage"],
  ["Applications do not start.", "Les applications ne démarrent pas."],
  ["sending of mail", "envoi de courriels"],
  [
    "Users hear nothing, and a new sender needs weeks of reputation.",
    "Les utilisateurs ne reçoivent rien, et un nouvel expéditeur met des semaines à gagner sa réputation.",
  ],
  ["backups that the source takes and keeps", "sauvegardes faites et gardées par la source"],
  ["There is nothing to restore from.", "Il n’y a rien à partir de quoi restaurer."],
  ["licences bought through the source", "licences achetées par l’intermédiaire de la source"],
  ["Software may no longer be run.", "Des logiciels ne peuvent plus être utilisés."],

  // Cost.
  ["Egress from {cloud}", "Sortie de données depuis {cloud}"],
  [
    "{sizes} in exeat.yaml, and the switching charges in force at the date",
    "{sizes} dans exeat.yaml, et les frais de changement en vigueur à la date",
  ],
  ["Double running of source and target", "Double fonctionnement de la source et de la cible"],
  [
    "the length of the parallel run and both monthly bills",
    "la durée du fonctionnement en parallèle et des deux factures mensuelles",
  ],
  ["Monthly cost at {cloud}", "Coût mensuel chez {cloud}"],
  [
    "prices of the target's machines, storage and traffic",
    "les prix des machines, du stockage et du trafic de la cible",
  ],

  // What is qualified.
  ["nothing is on record of it at {cloud}: ask there", "rien n’en est connu chez {cloud} : le lui demander"],
  ["it covers {scope*}", "elle couvre {scope*}"],
  ["it holds in {regions} only", "elle ne vaut qu’à {regions}"],
  ["it ended on {~date}", "elle a pris fin le {~date}"],
  ["it does not hold for this {path}", "elle ne vaut pas pour ce {path}"],
  ["it asks for {asks*}", "elle demande {asks*}"],
  ["until when it holds is not known", "jusqu’à quand elle vaut n’est pas connu"],
  ["{@path} is not known", "{path} n’est pas connu"],
  ["nothing is written for it at {cloud}", "rien n’est écrit pour lui chez {cloud}"],
  [
    "What {#n} of {#of} components take on a service qualified for {@qualification}",
    "Ce que demandent {#n} composants sur {#of} sur un service qualifié {@qualification}",
  ],
  [
    "which qualified service takes the place of the one named",
    "quel service qualifié prend la place de celui qui est nommé",
  ],
  ["the effort of the one named", "l’effort de celui qui est nommé"],

  // What nobody knows.
  ["The resources of {module}", "Les ressources de {module}"],
  ["How many {what} there are", "Combien il y a de {what}"],
  [
    "What is in foreign resources that are charged by a kind still to come",
    "Le contenu de ressources étrangères chiffrées par un genre à venir",
  ],
  ["The team", "L’équipe"],
  [
    "2 to 4 people for the time; lean programme work at P10, above it that of a team of more than {#n}",
    "2 à 4 personnes pour les délais ; travail de programme allégé à P10, au-dessus celui d’une équipe de plus de {#n} personnes",
  ],
  ["Environments", "Les environnements"],
  ["Regulation", "La réglementation"],
  ["no formal assurance", "aucune assurance formelle"],
  ["Counts that programme work grows with", "Nombres dont dépend le travail de programme"],
  ["How much there is to copy, for the time it takes", "Combien il y a à copier, pour le temps que cela prend"],
  [
    "How many objects there are to copy, for the time it takes",
    "Combien d’objets il y a à copier, pour le temps que cela prend",
  ],
  [
    "By which method the data of what has no component is copied, and how long nobody can write",
    "Par quelle méthode les données de ce qui n’a pas de composant sont copiées, et combien de temps personne ne peut écrire",
  ],
  [
    "no slower than the link; its checks and its interruption are in no number",
    "pas plus lentement que le lien ; ses vérifications et son interruption ne sont dans aucun chiffre",
  ],
  ["{where}; and what replaces it at the target", "{where} ; et ce qui le remplace à la cible"],
  ["what replaces it at the target: {where+}", "ce qui le remplace à la cible : {where+}"],
  ["what replaces it at the target", "ce qui le remplace à la cible"],
  ["Waits that are not work", "Attentes qui ne sont pas du travail"],
  ["How the migration is staffed and run", "Comment la migration est dotée et conduite"],
  ["Calls of foreign services in application code", "Appels de services étrangers dans le code applicatif"],
  ["the dearer case above P10, up to {#n} of them", "le cas le plus cher au-dessus de P10, jusqu’à {#n}"],
  ["the dearer case above P10", "le cas le plus cher au-dessus de P10"],
  ["the value it is given", "la valeur qui lui est donnée"],
  ["no more than the largest that the target offers", "pas plus que le plus grand que la cible propose"],
  ["one, with all that can be set in it", "un seul, avec tout ce qui peut y être écrit"],
  ["up to {#n}, each with all that can be set in it", "jusqu’à {#n}, chacun avec tout ce qui peut y être écrit"],
  ["up to {#gib} GiB each", "jusqu’à {#gib} Gio chacun"],
  ["up to {#n} million objects each", "jusqu’à {#n} millions d’objets chacun"],
  ["up to {#n} per resource at P50, {#high} at P90", "jusqu’à {#n} par ressource à P50, {#high} à P90"],
  [
    "up to {#n} unlike resources, each no dearer than what a component of any kind always brings",
    "jusqu’à {#n} ressources différentes, chacune pas plus chère que ce qu’apporte toujours un composant",
  ],
  ["{#low} to {#high} resources", "{#low} à {#high} ressources"],
  [
    "{assumed+}; in no range until stated: {others}",
    "{assumed+} ; dans aucune fourchette tant qu’on ne le déclare pas : {others}",
  ],
  ["in no range until stated: {others}", "dans aucune fourchette tant qu’on ne le déclare pas : {others}"],
  ["a value that says which kind it is", "une valeur qui dise de quel genre il s’agit"],
  [
    "a description of the type: what it is, what replaces it",
    "une description du type : ce que c’est, ce qui le remplace",
  ],
  [
    "Write what the template makes as resources of its own.",
    "Écrire ce que fait le modèle comme des ressources à part.",
  ],
  [
    "Put the template into the code, or write what it makes as resources of its own.",
    "Mettre le modèle dans le code, ou écrire ce qu’il fait comme des ressources à part.",
  ],
  [
    "{types}: each by what one of its type always brings",
    "{types} : chacune selon ce qu’une de son type apporte toujours",
  ],
  [
    "Give {@name} a value in a tfvars file (--var-file).",
    "Donner une valeur à {@name} dans un fichier tfvars (--var-file).",
  ],
  [
    "Name the workspace with --workspace (`default` where there is no other).",
    "Nommer l’espace de travail par --workspace (`default` s’il n’y en a pas d’autre).",
  ],
  [
    "Give the values it depends on with --var-file, or a plan with --plan.",
    "Donner par --var-file les valeurs dont cela dépend, ou un plan par --plan.",
  ],
  [
    "Give a plan of this root with --plan, which has the values: each root is read by itself, and what another writes to its state is not followed, even where that root is read too.",
    "Donner par --plan un plan de cette racine, qui contient les valeurs : chaque racine est lue seule, et ce qu’une autre écrit dans son état n’est pas suivi, même si elle est lue aussi.",
  ],
  ["Name a folder that holds the module too.", "Nommer un dossier qui contient aussi le module."],
  ["Give a plan written through Terragrunt with --plan.", "Donner par --plan un plan écrit par Terragrunt."],
  [
    "Run `tofu init` in the root's folder and read it again.",
    "Lancer `tofu init` dans le dossier de la racine, puis relire.",
  ],
  ...costSettledFr,
  ["components.<id>.{fact} in exeat.yaml: {where+}", "components.<id>.{fact} dans exeat.yaml : {where+}"],
  ["{path} in exeat.yaml: source or elsewhere", "{path} dans exeat.yaml : `source` ou `elsewhere`"],
  ["{path} in exeat.yaml: {what}", "{path} dans exeat.yaml : {what}"],
  ["{path} in exeat.yaml", "{path} dans exeat.yaml"],
  ["{@unit} up to {#n}, {more+}", "{@unit} jusqu’à {#n}, {more+}"],
  ["{@unit} up to {#n}", "{@unit} jusqu’à {#n}"],
  ["{#low} to {#high}", "{#low} à {#high}"],
  // Levels are written as exeat.yaml takes them.
  ["teamFamiliarity {levels}", "teamFamiliarity {levels}"],
  ...planPhrasesFr,
  ...comparedSilentFr,
  ...kindPhrasesFr,
  ...silentPhrasesFr,
  ...returnPhrasesFr,
  ...costPhrasesFr,
  ...diagnosticPhrasesFr,

  // What takes the place of a foreign type.
  ["the same service, in another region", "le même service, dans une autre région"],
  ["no substitute on record for this target", "aucun remplaçant connu chez cette cible"],

  // A loss that no cloud file explains.
  [
    "The target gives back another value; no reason is on record.",
    "La cible rend une autre valeur ; aucune raison n’est connue.",
  ],
  [
    "What is asked for is not known, and not everything it may be is kept.",
    "Ce qui est demandé n’est pas connu, et tout ce que cela peut être n’est pas conservé.",
  ],
  [
    "Whether it is kept depends on {what}, and that is not known.",
    "Que cela soit conservé dépend de {what}, et ce n’est pas connu.",
  ],
  [
    "Check the target's documentation before relying on it.",
    "Vérifier dans la documentation de la cible avant de s’y fier.",
  ],
  ["computed", "calculé"],
  ["judgement", "jugement"],

  // Classes of gaps.
  ["setting", "réglage"],
  ["workaround", "contournement"],
  ["redesign", "reconception"],
  ["substitute", "substitution"],
  ["accept", "à accepter"],

  // Last, for they fit much: lists, and facts that exeat.yaml asks for.
  ["{scope*}, until {~date}", "{scope*}, jusqu’au {~date}"],
  ["{@cloud} has no {@kind}", "{@cloud} n’a pas de {@kind}"],
  ["{@the} {@cloud} {@services} has no {@kind}", "{@the} {@cloud} {@services} n’a pas de {@kind}"],
  ["{@fact} of {:where+}", "{@fact} de {:where+}"],
  ["{@fact} and {@other} of {:where+}", "{@fact} et {@other} de {:where+}"],
  ["{@fact} or {@other} of {:where+}", "{@fact} ou {@other} de {:where+}"],
  ["{list} and {#n} more", "{list} et {#n} de plus"],
  ["{waits} above P10", "{waits} au-dessus de P10"],
];
