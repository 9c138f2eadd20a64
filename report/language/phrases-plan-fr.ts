import type { Phrases } from "./phrases.ts";

/** Sentences of the plan that belong to the whole estate, and to every component, in French. */
export const planPhrasesFr: Phrases = [
  // Purposes, triggers, success, what to fill in.
  [
    "Settle what is not known, name owners, open the account",
    "Lever les inconnues, nommer les responsables, ouvrir le compte",
  ],
  [
    "Make the target, settle every loss, replace what has no counterpart",
    "Bâtir la cible, trancher chaque perte, remplacer ce qui n’a pas d’équivalent",
  ],
  ["Copy the data while the source is in use", "Copier les données pendant que la source est en service"],
  ["Prove the copies, measure the times, decide", "Prouver les copies, mesurer les durées, décider"],
  ["Stop writing, copy the rest, prove it, switch", "Cesser d’écrire, copier le reste, le prouver, basculer"],
  ["Watch, and keep the way back open", "Surveiller, et garder le retour possible"],
  ["Give up the way back, then destroy the source", "Renoncer au retour, puis détruire la source"],
  ["A decision to leave, with a date.", "Une décision de partir, datée."],
  [
    "No access to the source from now on: only copies outside it count.",
    "Plus aucun accès à la source : seules comptent les copies gardées dehors.",
  ],
  [
    "What a step still asks of the source comes from its code, a copy or what is written down.",
    "Ce qu’une étape demande encore à la source vient de son code, d’une copie ou de ce qui est consigné.",
  ],
  ["The provider has failed or announced its end.", "Le fournisseur a défailli ou annoncé sa fin."],
  [
    "The region does not answer and no date for its return is known.",
    "La région ne répond plus et aucune date de retour n’est connue.",
  ],
  ["A price rise that makes staying dearer than leaving.", "Une hausse de prix qui rend rester plus cher que partir."],
  [
    "Every proof of every copy is equal on both sides and kept with the evidence.",
    "Chaque preuve de chaque copie est identique des deux côtés et gardée au dossier.",
  ],
  [
    "Each application reads and writes at the target; errors and latency are no worse than before the cutover.",
    "Chaque application lit et écrit à la cible ; erreurs et latence ne sont pas pires qu’avant la bascule.",
  ],
  [
    "Interruption of writing stayed within what was accepted, as measured in the rehearsal.",
    "L’interruption d’écriture est restée dans ce qui était accepté, comme mesuré à la répétition.",
  ],
  [
    "The way back was rehearsed before the source was given up.",
    "Le retour a été répété avant l’abandon de la source.",
  ],
  [
    "Delegated Regulation (EU) 2024/1773, article 10; Data Act 25",
    "Règlement délégué (UE) 2024/1773, article 10 ; Data Act 25",
  ],
  [
    "DORA 28(8); Delegated Regulation (EU) 2024/1773, article 10",
    "DORA 28(8) ; règlement délégué (UE) 2024/1773, article 10",
  ],
  ["Functions served, and how critical they are", "Fonctions servies, et leur criticité"],
  ["Budget", "Budget"],
  ["Alternatives checked, and taking it back in house", "Alternatives vérifiées, et reprise en interne"],
  ["Contingency while the exit runs", "Mesures de secours pendant la sortie"],
  ["Return and proof of erasure", "Restitution et preuve d’effacement"],
  [
    "Approval, and the date of the next review and test",
    "Approbation, et date de la prochaine revue et du prochain essai",
  ],
  ["Contract and notice", "Contrat et préavis"],
  ["Skills and training", "Compétences et formation"],
  ["Licences", "Licences"],
  ["Supplier register", "Registre des fournisseurs"],
  ["Go or no-go: who decides", "Feu vert ou non : qui décide"],
  ["Communication to users", "Information des utilisateurs"],

  ["Watch: there is no way back", "Surveiller : il n’y a pas de retour"],
  ["Watch: no way back is promised", "Surveiller : aucun retour n’est promis"],
  ["Close what is left at the source", "Fermer ce qui reste à la source"],
  ["Decide to close what is left at the source", "Décider de fermer ce qui reste à la source"],

  ["Restore the data from the copies that are left", "Restaurer les données depuis les copies qui restent"],
  ["Switch to what was restored", "Basculer vers ce qui a été restauré"],
  ["Watch errors, latency and cost for the agreed time", "Surveiller erreurs, latence et coût le temps convenu"],

  // Copies, where the source does not answer.
  ["the source", "la source"],
  ["the region", "la région"],
  ["where copies lie", "l’endroit où sont les copies"],
  ["Accept the loss of {what+}", "Accepter la perte de {what+}"],
  ["No copy lies outside {gone+}.", "Aucune copie n’est gardée hors de {gone+}."],
  [
    "Fetch what nothing else holds out of {source}, before anything else: {what+}",
    "Sortir de {source}, avant toute autre chose, ce que rien d’autre ne garde : {what+}",
  ],
  [
    "It is lost when the source stops answering: export each as it is to a place outside it, and note when that was.",
    "C’est perdu quand la source cesse de répondre : exporter chaque chose telle quelle vers un lieu hors d’elle, et noter quand.",
  ],
  [
    "Of {what} nobody stated where a copy lies: it is fetched too, unless a copy is found outside the source.",
    "De {what}, personne n’a dit où se trouve une copie : c’est sorti aussi, sauf si une copie est trouvée hors de la source.",
  ],
  [
    "Later steps copy from the source as long as it answers, else from here.",
    "Les étapes suivantes copient depuis la source tant qu’elle répond, sinon depuis ce lieu.",
  ],
  [
    "Each is read back from outside the source, and its counts and sizes are recorded.",
    "Chaque chose est relue hors de la source, et ses nombres et tailles sont consignés.",
  ],
  ["Remove what was fetched; the source is untouched.", "Retirer ce qui a été sorti ; la source est intacte."],
  ["how much there is to fetch, and the link", "combien il y a à sortir, et le lien"],
  [
    "Find out how long the names that will change are remembered",
    "Établir combien de temps les noms qui vont changer restent en mémoire",
  ],
  [
    "A zone that stood in {gone+} takes no change: note from its code the TTL of every name that the switch will change, and reckon with it.",
    "Une zone qui se trouvait dans {gone+} n’accepte aucun changement : relever dans son code le TTL de chaque nom que la bascule changera, et en tenir compte.",
  ],
  [
    "Set names that are answered elsewhere to 60 seconds, at least one old TTL before the cutover.",
    "Mettre à 60 secondes les noms auxquels on répond ailleurs, au moins un ancien TTL avant la bascule.",
  ],
  [
    "Each name has a time by which nobody remembers the old address.",
    "Chaque nom a un moment après lequel personne ne garde l’ancienne adresse.",
  ],
  ["Set the old TTL again where it was changed.", "Remettre l’ancien TTL là où il a été changé."],
  [
    "Ask the name servers of {target} for every record of {zone}",
    "Demander aux serveurs de noms de {target} chaque enregistrement de {zone}",
  ],
  ["Ask for {zone} a last time", "Interroger {zone} une dernière fois"],
  [
    "Each name is answered as the code says, or its absence is explained in writing; what no code made is in no list: ask those who use it.",
    "Chaque nom reçoit la réponse que dit le code, ou son absence est expliquée par écrit ; ce qu’aucun code n’a fait n’est dans aucune liste : demander à ceux qui s’en servent.",
  ],
  ["Have {zone} answer without a signature", "Faire répondre {zone} sans signature"],
  [
    "Remove the DS records at the registrar, and wait until their TTL has passed.",
    "Retirer les enregistrements DS chez le bureau d’enregistrement, et attendre que leur TTL soit passé.",
  ],
  [
    "Look for the same data elsewhere (exports, partners, what users keep), and let the owner record what cannot be had again.",
    "Chercher ces données ailleurs (exports, partenaires, ce que gardent les utilisateurs), et faire consigner par le responsable ce qui est perdu.",
  ],
  [
    "Each loss has an owner and a date, and its users were told.",
    "Chaque perte a un responsable et une date, et ses utilisateurs sont prévenus.",
  ],
  [
    "Find out whether copies of {what+} lie outside {gone+}",
    "Chercher si des copies de {what+} sont gardées hors de {gone+}",
  ],
  [
    "Nobody stated it: components.<id>.copy in exeat.yaml.",
    "Personne ne l’a déclaré : components.<id>.copy dans exeat.yaml.",
  ],
  [
    "Then assess and plan again: what has no copy is lost, and what has one is restored from it.",
    "Puis évaluer et planifier de nouveau : ce qui n’a pas de copie est perdu, le reste est restauré depuis la sienne.",
  ],
  ["The new plan no longer asks.", "Le nouveau plan ne le demande plus."],
  [
    "Put the copies of {what+} where the scripts can read them",
    "Mettre les copies de {what+} là où les scripts peuvent les lire",
  ],
  [
    "Restore each on a server, in a bucket or on a machine outside {gone+}, and name that as the source in `env` beside the scripts.",
    "Restaurer chacune sur un serveur, dans un compartiment ou sur une machine hors de {gone+}, et les nommer comme source dans `env` à côté des scripts.",
  ],
  [
    "What was written after a copy was made is lost: record how old each is.",
    "Ce qui a été écrit après une copie est perdu : consigner l’âge de chacune.",
  ],
  [
    "Each copy is read with the access that the scripts get, and its age is recorded.",
    "Chaque copie est lue avec les accès donnés aux scripts, et son âge est consigné.",
  ],
  [
    "Remove what was restored; the copies stay as they are.",
    "Supprimer ce qui a été restauré ; les copies restent telles quelles.",
  ],
  ["Restore {what} at {target} from its copy", "Restaurer {what} chez {target} depuis sa copie"],
  ["Close what is left at {source}", "Fermer ce qui reste chez {source}"],
  [
    "Nothing can be destroyed there while it does not answer: give notice in writing, ask {source} for erasure and for proof of it, and keep the keys that copies are encrypted with.",
    "Rien ne peut y être détruit tant qu’elle ne répond pas : résilier par écrit, demander à {source} l’effacement et sa preuve, et garder les clés qui chiffrent les copies.",
  ],

  // Values and settings.
  ["Fill in the values that the code asks for", "Renseigner les valeurs que le code demande"],
  [
    "Copy `{example}` to `{file}` and give each a value; secrets come from the environment, or are encrypted.",
    "Copier `{example}` vers `{file}` et donner une valeur à chacune ; les secrets viennent de l’environnement, ou sont chiffrés.",
  ],
  [
    "No value is empty, and no secret stands there in clear.",
    "Aucune valeur n’est vide, et aucun secret n’y est en clair.",
  ],
  ["Fill in what the scripts ask for", "Renseigner ce que les scripts demandent"],
  [
    "Copy each `env.example` under `scripts` to `env` beside it and fill it in, with the names and addresses that the new code gives.",
    "Copier chaque `env.example` de `scripts` vers `env` à côté et le remplir, avec les noms et adresses que donne le nouveau code.",
  ],
  [
    "Credentials stay in the environment of who runs the scripts.",
    "Les accès restent dans l’environnement de qui lance les scripts.",
  ],
  ["No script stops any more at a name that is not set.", "Plus aucun script ne s’arrête à un nom qui manque."],

  // Prepare.
  [
    "Make by hand at {cloud} the bucket that keeps the state of the new code",
    "Créer à la main chez {cloud} le compartiment qui garde l’état du nouveau code",
  ],
  [
    "Make a private bucket with versioning and a key of its own that may only use it; copy `{example}` to `{file}` and name the bucket there.",
    "Créer un compartiment privé, avec versions et une clé qui ne serve qu’à lui ; copier `{example}` vers `{file}` et y nommer le compartiment.",
  ],
  ["Load it, then `pulumi login` and `pulumi stack init`.", "Le charger, puis `pulumi login` et `pulumi stack init`."],
  [
    "A test object is written, read and deleted with that key; nobody else can list the bucket.",
    "Un objet d’essai s’écrit, se lit et se détruit avec cette clé ; personne d’autre ne peut en lister le contenu.",
  ],
  [
    "Destroy the bucket and its key; no state is in it yet.",
    "Détruire le compartiment et sa clé ; aucun état ne s’y trouve encore.",
  ],
  [
    "Name the owners and fill in what code cannot know",
    "Nommer les responsables et compléter ce que le code ne peut savoir",
  ],
  [
    "Fill in the empty sections of the runbook: contract, notice, skills, licences, suppliers, go or no-go.",
    "Compléter les rubriques vides : contrat, préavis, compétences, licences, fournisseurs, feu vert ou non.",
  ],
  ["Every section has an owner and a date.", "Chaque rubrique a un responsable et une date."],
  ["the organisation", "l’organisation"],
  ["Open the account at {target} and ask for quotas", "Ouvrir le compte chez {target} et demander les quotas"],
  [
    "Open the account and the project, set up people and keys, ask for quotas for {#n} component.",
    "Ouvrir le compte et le projet, créer les personnes et les clés, demander des quotas pour {#n} composant.",
  ],
  [
    "Open the account and the project, set up people and keys, ask for quotas for {#n} components.",
    "Ouvrir le compte et le projet, créer les personnes et les clés, demander des quotas pour {#n} composants.",
  ],
  [
    "Somebody signs in with the new credentials; the quotas asked for are granted.",
    "Quelqu’un se connecte avec les nouveaux accès ; les quotas demandés sont accordés.",
  ],
  ["Close the project; nothing runs in it.", "Fermer le projet ; rien n’y tourne."],
  [
    "identity and payment checks, quotas (1 to 20 calendar days, judgement)",
    "les contrôles d’identité, de paiement et de quotas (1 à 20 jours calendaires, jugement)",
  ],
  [
    "Lower the lifetime of the DNS records that will change",
    "Réduire la durée de vie des enregistrements DNS qui changeront",
  ],
  [
    "Note the TTL of every name that the switch will change and set it to 60 seconds, at least one old TTL before the cutover.",
    "Noter le TTL de chaque nom que la bascule changera et le mettre à 60 secondes, au moins un ancien TTL avant elle.",
  ],
  ["Each name answers with the new TTL.", "Chaque nom répond avec le nouveau TTL."],
  ["Set the old TTL again.", "Remettre l’ancien TTL."],
  ["Settle {#n} unknowns: {what} and {#more} more", "Lever {#n} inconnues : {what} et {#more} de plus"],
  ["Settle {#n} unknowns: {what}", "Lever {#n} inconnues : {what}"],
  ["Settle what is not known: {what}", "Lever une inconnue : {what}"],
  [
    "Give {@name} a value in a tfvars file (--var-file): {where}.",
    "Donner une valeur à {@name} dans un fichier tfvars (--var-file) : {where}.",
  ],
  [
    "Give each of these a value in a tfvars file (--var-file): {where}.",
    "Donner à chacune une valeur dans un fichier tfvars (--var-file) : {where}.",
  ],
  [
    "Name the workspace with --workspace (`default` where there is no other): {where}.",
    "Nommer l’espace de travail par --workspace (`default` s’il n’y en a pas d’autre) : {where}.",
  ],
  [
    "Run `tofu init` in the root's folder and read it again: {where}.",
    "Lancer `tofu init` dans le dossier de la racine, puis relire : {where}.",
  ],
  [
    "Give the values it depends on with --var-file, or a plan with --plan: {where}.",
    "Donner par --var-file les valeurs dont cela dépend, ou un plan par --plan : {where}.",
  ],
  [
    "Give a plan of this root with --plan, which has the values: each root is read by itself, and what another writes to its state is not followed, even where that root is read too: {where}.",
    "Donner par --plan un plan de cette racine, qui contient les valeurs : chaque racine est lue seule, et ce qu’une autre écrit dans son état n’est pas suivi, même si elle est lue aussi : {where}.",
  ],
  [
    "Write what the template makes as resources of its own: {where}.",
    "Écrire ce que fait le modèle comme des ressources à part : {where}.",
  ],
  [
    "Put the template into the code, or write what it makes as resources of its own: {where}.",
    "Mettre le modèle dans le code, ou écrire ce qu’il fait comme des ressources à part : {where}.",
  ],
  ["Name a folder that holds the module too: {where}.", "Nommer un dossier qui contient aussi le module : {where}."],
  [
    "Give a plan written through Terragrunt with --plan: {where}.",
    "Donner par --plan un plan écrit par Terragrunt : {where}.",
  ],
  ["Find the value of {expression}: {where}.", "Trouver la valeur de {expression} : {where}."],
  ["And {#n} more: assessment.json lists each.", "Et {#n} de plus : assessment.json les liste toutes."],
  ["Then assess and plan again.", "Puis refaire l’évaluation et le plan."],
  ["The new inventory no longer lists it.", "Le nouvel inventaire ne le liste plus."],
  ["what is found", "ce qui sera trouvé"],
  ["Find out what becomes of {#n} × {type}", "Trouver ce que deviennent {#n} × {type}"],
  [
    "Which kind it is depends on a value nobody knows: {where+}.",
    "Son genre dépend d’une valeur que personne ne connaît : {where+}.",
  ],
  [
    "Find out, write it into the code, then assess and plan again.",
    "L’établir, l’écrire dans le code, puis refaire l’évaluation et le plan.",
  ],
  ["Nobody described this type: {where+}.", "Personne n’a décrit ce type : {where+}."],
  [
    "Decide what replaces it, and how what it holds is carried over.",
    "Décider ce qui le remplace, et comment ce qu’il contient est emporté.",
  ],
  ["The decision is recorded, with an owner.", "La décision est consignée, avec un responsable."],
  ["Make what was decided for {#n} × {type}", "Créer ce qui a été décidé pour {#n} × {type}"],
  [
    "At {target}: what replaces {where+}, or nothing where it was decided to drop it.",
    "Chez {target} : ce qui remplace {where+}, ou rien si son abandon a été décidé.",
  ],
  ["Read the {#n} resources that could not be read", "Lire les {#n} ressources qui n’ont pas pu l’être"],
  [
    "Correct the files that the diagnostics name, then assess and plan again.",
    "Corriger les fichiers que nomment les diagnostics, puis refaire l’évaluation et le plan.",
  ],
  ["The inventory counts none as unreadable.", "L’inventaire n’en compte plus aucune d’illisible."],

  // Foundation.
  ["Show what the code would make at {target}", "Montrer ce que le code créerait chez {target}"],
  ["Only additions are listed.", "Seuls des ajouts sont listés."],
  ["Make the target's resources at {target}", "Créer les ressources chez {target}"],
  [
    "Remove the protection of what holds data in {folder}, then {command}.",
    "Lever la protection de ce qui porte des données dans {folder}, puis {command}.",
  ],
  ["Nothing uses it before the cutover.", "Rien ne s’en sert avant la bascule."],
  ["Download the providers and check the code", "Télécharger les fournisseurs et vérifier le code"],
  ["Remove {folder}/exeat.tfplan.", "Supprimer {folder}/exeat.tfplan."],
  ["Remove {folder}/.terraform.", "Supprimer {folder}/.terraform."],
  ["Remove {folder}/node_modules.", "Supprimer {folder}/node_modules."],
  ["Replace by hand: {what+}", "Remplacer à la main : {what+}"],
  ["At {target}: {instead*}. It concerns {where+}.", "Chez {target} : {instead*}. Cela concerne {where+}."],
  [
    "Where the code asks for something of it, give that when it is there and run the code again.",
    "Si le code en demande quelque chose, le lui donner quand c’est là et relancer le code.",
  ],
  [
    "What used it works with the replacement in the rehearsal, or it is recorded as dropped.",
    "Ce qui s’en servait fonctionne avec le remplacement à la répétition, ou son abandon est consigné.",
  ],
  ["Remove the replacement; the source is untouched.", "Retirer le remplacement ; la source est intacte."],
  // What the exit itself needs from the source.
  ["Find out where what the exit itself needs stands", "Chercher où se trouve ce dont la sortie elle-même a besoin"],
  [
    "State of each under dependencies in exeat.yaml whether it is at the source or elsewhere (`exeat facts init` asks for them): {what,}.",
    "Dire de chacun, sous dependencies dans exeat.yaml, s’il est à la source ou ailleurs, source ou elsewhere (`exeat facts init` les demande) : {what,}.",
  ],
  [
    "Then assess and plan again: what stands at {cloud} gets a step.",
    "Puis évaluer et planifier à nouveau : ce qui se trouve chez {cloud} reçoit une étape.",
  ],
  ["Have outside {cloud}: {what+}", "Sortir de {cloud} : {what+}"],
  ["Set up anew what no longer answers: {what+}", "Remettre en place ce qui ne répond plus : {what+}"],
  [
    "Set it up outside {cloud}, from what lies elsewhere.",
    "L’installer hors de {cloud}, à partir de ce qui est gardé ailleurs.",
  ],
  ["Seen in: {names}.", "Vu dans : {names}."],
  ["It works without the source.", "Cela fonctionne sans la source."],
  [
    "Remove what was set up; it replaces nothing that answers.",
    "Retirer ce qui a été installé ; cela ne remplace rien qui réponde.",
  ],
  [
    "Go on with what stands at {cloud}: it is untouched.",
    "Continuer avec ce qui se trouve chez {cloud} : rien n’y a été touché.",
  ],
  [
    "Run the pipelines of the new code on runners outside the source, with credentials of their own, and keep what they build there too.",
    "Faire tourner les chaînes du nouveau code sur des exécuteurs hors de la source, avec leurs propres accès, et y garder aussi ce qu’elles construisent.",
  ],
  [
    "A pipeline that is given nothing of the source deploys to the target.",
    "Une chaîne qui ne reçoit rien de la source déploie vers la cible.",
  ],
  [
    "Set up another identity provider, carry over people, groups and rights, and point each sign-in at it.",
    "Installer un autre fournisseur d’identité, y reprendre personnes, groupes et droits, et y diriger chaque connexion.",
  ],
  [
    "Passwords are rarely given out: plan their renewal.",
    "Les mots de passe sont rarement remis : prévoir leur renouvellement.",
  ],
  [
    "People and users sign in to what the exit needs, and to the applications, without the source.",
    "Les équipes et les utilisateurs accèdent à ce qu’il faut pour sortir, et aux applications, sans la source.",
  ],
  [
    "Copy each image that is in use, by its digest, to a registry outside the source, and name that one wherever images are named.",
    "Copier chaque image en service, par son empreinte, dans un registre hors de la source, et y faire référence partout où des images sont nommées.",
  ],
  [
    "In the rehearsal nothing is fetched from the old registry, and the digests are equal.",
    "À la répétition, rien n’est tiré de l’ancien registre, et les empreintes sont identiques.",
  ],
  [
    "Unlock the domains, ask for their transfer codes and move them to another registrar; their name servers stay as they are.",
    "Déverrouiller les domaines, demander leurs codes de transfert et les confier à un autre bureau d’enregistrement ; leurs serveurs de noms restent les mêmes.",
  ],
  [
    "Ask first how long a transfer takes and what holds it back.",
    "Demander d’abord combien de temps dure un transfert et ce qui le retient.",
  ],
  [
    "The new registrar can change the name servers, and each name answers as before.",
    "Le nouveau bureau peut changer les serveurs de noms, et chaque nom répond comme avant.",
  ],
  [
    "A transfer that has begun can be stopped; one that is done is undone by another.",
    "Un transfert commencé peut être arrêté ; un transfert fini se défait par un autre.",
  ],
  ["Names answer all the while.", "Les noms répondent pendant tout ce temps."],
  ["Zones of this plan have steps of their own.", "Les zones de ce plan ont leurs propres étapes."],
  [
    "Move each other zone that answers for a name in use, and the delegations to it.",
    "Déplacer chaque autre zone qui répond pour un nom en service, et les délégations vers elle.",
  ],
  [
    "No name in use is answered by a server of the source, but for the zones that have steps of their own.",
    "Aucun serveur de la source ne répond plus pour un nom en service, sauf pour les zones qui ont leurs propres étapes.",
  ],
  [
    "Delegate the zones to the source's servers again: what stands there was not changed.",
    "Déléguer à nouveau les zones aux serveurs de la source : rien n’y a été changé.",
  ],
  [
    "Such keys are rarely given out: encrypt again, with a key kept outside the source, each copy and backup that outlives the exit.",
    "De telles clés sont rarement remises : chiffrer à nouveau, avec une clé gardée hors de la source, chaque copie et sauvegarde qui survit à la sortie.",
  ],
  [
    "A copy of each kind is read without a key of the source.",
    "Une copie de chaque sorte est lue sans clé de la source.",
  ],
  [
    "Put each secret in a store outside the source, make new ones where that is possible, and have the applications read from there.",
    "Mettre chaque secret dans un coffre hors de la source, en créer de nouveaux où c’est possible, et y faire lire les applications.",
  ],
  [
    "In the rehearsal the applications start without access to the old store.",
    "À la répétition, les applications démarrent sans accès à l’ancien coffre.",
  ],
  [
    "Set up another sender with its signatures and records (SPF, DKIM, DMARC), and raise what it sends slowly.",
    "Installer un autre expéditeur avec ses signatures et enregistrements (SPF, DKIM, DMARC), et augmenter lentement ce qu’il envoie.",
  ],
  [
    "Mail from the new sender arrives at the large receivers and is signed.",
    "Le courrier du nouvel expéditeur arrive chez les grands destinataires, signé.",
  ],
  [
    "Take backups outside the source, in a form that can be restored without it, and carry over those that must be kept.",
    "Faire des sauvegardes hors de la source, dans une forme qui se restaure sans elle, et reprendre celles qui doivent être gardées.",
  ],
  [
    "One backup of each kind is restored outside the source.",
    "Une sauvegarde de chaque sorte est restaurée hors de la source.",
  ],
  [
    "Count what runs under a licence that is bought with the service, and buy or bring licences that hold at the target.",
    "Compter ce qui tourne sous une licence achetée avec le service, et acheter ou apporter des licences valables à la cible.",
  ],
  [
    "For each product at the target the licence is on file.",
    "Pour chaque produit à la cible, la licence est au dossier.",
  ],
  [
    "Give back what can be given back; the licences at the source run on.",
    "Rendre ce qui peut l’être ; les licences à la source courent toujours.",
  ],
  [
    "what uses it: the assessment counts no work for it alone",
    "ce qui s’en sert : l’évaluation ne compte pas de travail pour cela seul",
  ],
  ["Finish the code of {what+}", "Finir le code de {what+}"],
  [
    "Read what stands in {folder} for it; set what was decided, what is open and what only a setting differs in; bring it into the modules of your own.",
    "Lire ce que {folder} contient pour lui ; fixer ce qui a été décidé, ce qui est ouvert et ce qui ne diffère que d’un réglage ; le reprendre dans vos propres modules.",
  ],
  [
    "Read what stands in {folder} for each; set what was decided, what is open and what only a setting differs in; bring it into the modules of your own.",
    "Lire ce que {folder} contient pour chacun ; fixer ce qui a été décidé, ce qui est ouvert et ce qui ne diffère que d’un réglage ; le reprendre dans vos propres modules.",
  ],
  [
    "Somebody else has read it, and nothing in it is left open.",
    "Quelqu’un d’autre l’a relu, et rien n’y reste ouvert.",
  ],
  ["Take the change out of the code; nothing is made yet.", "Retirer le changement du code ; rien n’est encore créé."],
  ["what the code leaves open", "ce que le code laisse ouvert"],
  ["{what+}: {path} is lost ({class+})", "{what+} : {path} est perdu ({class+})"],
  ["{what+}: {path} may be lost ({class+})", "{what+} : {path} peut être perdu ({class+})"],
  ["It concerns {where+}.", "Cela concerne {where+}."],
  ["Settle in the code: {summary+}", "À régler dans le code : {summary+}"],
  ["Settle in the code of {what+}: {summary+}", "À régler dans le code de {what+} : {summary+}"],
  [
    "The code does what is needed, or the owner has accepted in writing that it does not.",
    "Le code fait ce qu’il faut, ou le responsable a accepté par écrit qu’il ne le fasse pas.",
  ],
  [
    "Settle before: {path} of {list,} is not as asked for.",
    "À régler avant : {path} de {list,} n’est pas comme demandé.",
  ],
  [
    "Settle before: {path} of {list,} may not be as asked for.",
    "À régler avant : {path} de {list,} n’est peut-être pas comme demandé.",
  ],
  [
    "The change is made and tested, or its loss is accepted by the owner in writing.",
    "Le changement est fait et testé, ou la perte acceptée par écrit par le responsable.",
  ],
  ["Undo the change; the source still has it.", "Défaire le changement ; la source l’a encore."],
  ["the effort of this loss in the assessment", "l’effort de cette perte dans l’évaluation"],
  ["{what}: {#n} configured setting is not carried over", "{what} : {#n} réglage n’est pas repris"],
  ["{what}: {#n} configured settings are not carried over", "{what} : {#n} réglages ne sont pas repris"],
  ["{what}: {#n} more database on the same server: {names}", "{what} : {#n} autre base sur le même serveur : {names}"],
  [
    "{what}: {#n} more databases on the same server: {names}",
    "{what} : {#n} autres bases sur le même serveur : {names}",
  ],
  [
    "Each moves by a run of its own: make it and its users at {target} in the code, then do every step that runs a script of {what} for it too, with SOURCE_DATABASE and TARGET_DATABASE in the environment.",
    "Chacune se déplace à part : la créer, avec ses utilisateurs, chez {target} dans le code, puis refaire pour elle chaque étape qui lance un script de {what}, avec SOURCE_DATABASE et TARGET_DATABASE dans l’environnement.",
  ],
  ["Name in LEAVE_BEHIND those that stay behind.", "Nommer dans LEAVE_BEHIND celles qui restent."],
  [
    "All of them go with the server when it is destroyed.",
    "Toutes disparaissent avec le serveur quand il est détruit.",
  ],
  [
    "Each has a decision in writing: a run of its own, or left behind.",
    "Chacune a une décision écrite : déplacée à part, ou laissée.",
  ],
  ["Undo the changes; the source still has the databases.", "Annuler les changements ; la source a encore les bases."],
  ["how many databases move, and their size", "le nombre de bases à déplacer, et leur taille"],
  [
    "Make a file for what the code would make, which nobody else reads",
    "Créer pour ce que le code créerait un fichier que personne d’autre ne lit",
  ],
  [
    "{command} shows that its owner alone reads it; it never goes into git.",
    "{command} montre que seul son propriétaire le lit ; il ne va jamais dans git.",
  ],
  ["Decide for each what replaces it: {list,}.", "Décider pour chacun ce qui le remplace : {list,}."],
  ["{leaf} (workaround)", "{leaf} (contournement)"],
  ["{leaf} (redesign)", "{leaf} (reconception)"],
  ["{leaf} (substitute)", "{leaf} (substitution)"],
  ["{leaf} (accept)", "{leaf} (à accepter)"],
  ["; ", " ; "],
  ["Each has a decision in writing.", "Chacun a une décision écrite."],
  [
    "Undo the changes; the source still has the settings.",
    "Défaire les changements ; la source a encore les réglages.",
  ],
  [
    "the decision on the same settings of another component, where their work is counted",
    "la décision sur les mêmes réglages d’un autre composant, où leur travail est compté",
  ],
  ["{what+}: to be replaced by hand", "{what+} : à remplacer à la main"],
  [
    "It is part of something that is not in this estate: move it with that.",
    "C’est une part de quelque chose qui n’est pas dans ce parc : à déplacer avec.",
  ],
  [
    "Records that lead users stay as they are until the cutover: prepare the change, and the way back.",
    "Les enregistrements qui conduisent des utilisateurs restent tels quels jusqu’à la bascule : préparer le changement, et le retour.",
  ],
  ["{target} has no such kind.", "{target} n’a pas ce genre."],
  ["Instead: {what*}.", "À la place : {what*}."],
  [
    "What used it works with the replacement in the rehearsal.",
    "Ce qui s’en servait fonctionne avec le remplacement à la répétition.",
  ],
  ["the effort of the substitute in the assessment", "l’effort du substitut dans l’évaluation"],

  // What foreign types hold.
  ["Carry over what is in {what+}", "Transporter le contenu de {what+}"],
  ["Only where that was decided.", "Seulement si cela a été décidé."],
  [
    "Stop what still writes there, export what changed since the first copy, or all of it, in a form that the replacement reads, load it, and let the applications that are switched next find the replacement.",
    "Arrêter ce qui y écrit encore, exporter ce qui a changé depuis la première copie, ou le tout, sous une forme que le remplacement lit, le charger, et faire que les applications basculées ensuite trouvent le remplacement.",
  ],
  ["Make a first copy of what is in {what+}", "Faire une première copie du contenu de {what+}"],
  [
    "While it is in use: export it in a form that the replacement reads, load it, and note how long that takes and how much of it changes in a day.",
    "Pendant son utilisation : l’exporter sous une forme que le remplacement lit, le charger, et noter combien de temps cela prend et ce qui change en un jour.",
  ],
  [
    "Counts are those of the time of the export, and the replacement gives back samples unchanged.",
    "Les nombres sont ceux du moment de l’export, et le remplacement rend des échantillons inchangés.",
  ],
  ["Empty the replacement; the source is untouched.", "Vider le remplacement ; la source est intacte."],

  // What works by itself and no component holds.
  ["Stop what works by itself: {what+}", "Arrêter ce qui s’exécute sans qu’on l’appelle : {what+}"],
  [
    "Turn off schedules and triggers at {source}, answer requests that write with a notice, let queues and running jobs come to their end, and note what is left in each.",
    "Couper chez {source} les planifications et les déclencheurs, répondre par un avis aux requêtes qui écrivent, laisser finir les files et les tâches en cours, et noter ce qui reste dans chacune.",
  ],
  [
    "Every queue is empty, no job runs, and nothing was written for ten minutes.",
    "Chaque file est vide, aucune tâche ne tourne, et rien n’a été écrit depuis dix minutes.",
  ],
  [
    "Turn the schedules and triggers on again, and take requests as before.",
    "Rétablir les planifications et les déclencheurs, et reprendre les requêtes comme avant.",
  ],
  ["how long jobs and queues take to come to their end", "le temps que mettent les tâches et les files à finir"],
  ["Lead users and jobs to what replaces {what+}", "Diriger utilisateurs et tâches vers ce qui remplace {what+}"],
  [
    "Give the replacements at {target} the addresses and secrets of the new data, try a request and a message of each sort by hand, then lead names, webhooks and callers there and turn the schedules on, at one side only.",
    "Donner aux remplacements chez {target} les adresses et les secrets des nouvelles données, essayer à la main une requête et un message de chaque sorte, puis y diriger noms, webhooks et appelants et activer les planifications, d’un seul côté.",
  ],
  [
    "Each name answers from the target, each sort of request and each schedule worked there once, and the source gets no more of them.",
    "Chaque nom répond depuis la cible, chaque sorte de requête et chaque planification y a marché une fois, et la source n’en reçoit plus.",
  ],
  [
    "Turn the schedules off at {target}, lead names, webhooks and callers back to {source} and turn its schedules and triggers on again.",
    "Couper les planifications chez {target}, ramener noms, webhooks et appelants chez {source} et y rétablir planifications et déclencheurs.",
  ],
  [
    "What was written meanwhile goes back as the steps of its data say.",
    "Ce qui a été écrit entre-temps revient comme le disent les étapes de ses données.",
  ],
  ["how many names, callers and schedules there are", "le nombre de noms, d’appelants et de planifications"],
  [
    "Counts and sums are equal on both sides and kept with the evidence, or the owner has written down that it is dropped.",
    "Nombres et sommes de contrôle sont identiques des deux côtés et gardés au dossier, ou le responsable a consigné l’abandon.",
  ],
  [
    "Before the first write at the replacement: point the applications back at {source} and empty the replacement.",
    "Avant la première écriture dans le remplacement : ramener les applications chez {source} et vider le remplacement.",
  ],
  [
    "After it: carry back what was written, by the same means, or accept its loss.",
    "Après : rapporter ce qui a été écrit, par les mêmes moyens, ou en accepter la perte.",
  ],
  ["how much they hold, and what replaces them", "leur contenu et de ce qui les remplace"],

  // The end.
  ["Go or no-go, on the measured times and proofs", "Feu vert ou non, au vu des durées et des preuves"],
  [
    "Compare the measured times with the interruption that is accepted; decide the date; tell the users.",
    "Comparer les durées mesurées à l’interruption acceptée ; fixer la date ; prévenir les utilisateurs.",
  ],
  ["The decision is recorded with the measured times.", "La décision est consignée avec les durées mesurées."],
  [
    "Watch errors, latency and cost until the way back is given up",
    "Surveiller erreurs, latence et coût jusqu’à l’abandon du retour",
  ],
  [
    "Compare errors, latency and cost with those before the cutover, daily, for the agreed time.",
    "Comparer chaque jour erreurs, latence et coût à ceux d’avant la bascule, le temps convenu.",
  ],
  ["The success criteria held for the whole time.", "Les critères de succès ont tenu tout ce temps."],
  [
    "Take the way back: the rollback of each switch, in reverse order.",
    "Revenir en arrière : défaire chaque bascule, en ordre inverse.",
  ],
  [
    "the agreed parallel run (3 to 90 calendar days, likely 14: judgement)",
    "le fonctionnement en parallèle convenu (3 à 90 jours calendaires, probablement 14 : jugement)",
  ],
  ["Decide to give up the way back (point of no return)", "Décider de renoncer au retour (point de non-retour)"],
  ["Record who decides, when, and on which proof.", "Consigner qui décide, quand, et sur quelle preuve."],
  [
    "Give the names the TTL that they had before the cutover.",
    "Redonner aux noms le TTL qu’ils avaient avant la bascule.",
  ],
  ["After this, {source} no longer holds a usable copy.", "Après cela, {source} n’a plus de copie utilisable."],
  ["The decision is signed and dated.", "La décision est signée et datée."],
  [
    "Move the state of the source's own code out of what is destroyed",
    "Sortir l’état (state) du code de la source de ce qui est détruit",
  ],
  [
    "Each destruction below runs that code, which reads its state.",
    "Chaque destruction ci-dessous exécute ce code, qui lit son état.",
  ],
  [
    "Where that is kept at {source}, write a place outside it into the code, encrypted, and run `init -migrate-state` in each root.",
    "S’il est gardé chez {source}, écrire dans le code un endroit extérieur et chiffré, et exécuter `init -migrate-state` dans chaque racine.",
  ],
  [
    "In each root a plan reads a state outside {source} and shows no change.",
    "Dans chaque racine, un plan lit un état hors de {source} et ne montre aucun changement.",
  ],
  [
    "Remove what is left at {source}: keys, roles, logs, the account",
    "Supprimer ce qui reste chez {source} : clés, rôles, journaux, compte",
  ],
  [
    "Destroy the rest with the source's own code, and ask {source} for proof of erasure.",
    "Détruire le reste avec le code de la source, et demander à {source} une preuve d’effacement.",
  ],
  [
    "Close the account once nothing that belongs to others stands in it and no backup needs a key of it any more.",
    "Fermer le compte une fois que rien qui soit à d’autres ne s’y trouve et qu’aucune sauvegarde n’a plus besoin d’une de ses clés.",
  ],
  [
    "The next bill shows nothing of this estate; the proof of erasure is filed.",
    "La facture suivante ne montre plus rien de ce parc ; la preuve d’effacement est classée.",
  ],
  ["the contract", "le contrat"],

  // Every component.
  ["Stop writing to {what}", "Cesser d’écrire dans {what}"],
  ["Destroy {what} at {source}", "Détruire {what} chez {source}"],
  ["Point the applications at {what} at {target}", "Diriger les applications vers {what} chez {target}"],
  [
    "Keep {what} at {source} up to date, so that the way back stays open",
    "Tenir {what} à jour chez {source}, pour que le retour reste possible",
  ],
  [
    "It ends without an error; repeat it daily until the source is given up.",
    "Fini sans erreur ; à répéter chaque jour jusqu’à l’abandon de la source.",
  ],
  ["Stop repeating it; nothing else depends on it.", "Cesser de le répéter ; rien d’autre n’en dépend."],
  [
    "The script ends without an error; keep the time it took.",
    "Le script finit sans erreur ; noter le temps qu’il a pris.",
  ],
  [
    "{source} no longer lists it; the next bill does not show it.",
    "{source} ne le liste plus ; la facture suivante ne le montre pas.",
  ],
  ["{source} no longer lists it.", "{source} ne le liste plus."],
];
