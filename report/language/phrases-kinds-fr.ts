import type { Phrases } from "./phrases.ts";

/** Sentences of the planners of kinds, in French. */
export const kindPhrasesFr: Phrases = [
  // Buckets.
  [
    "Empty the bucket at {target}; nothing has changed at {source}.",
    "Vider le compartiment chez {target} ; rien n’a changé chez {source}.",
  ],
  ["Copy the objects of {what} while it is in use", "Copier les objets de {what} pendant qu’il sert"],
  [
    "Copy older versions of the objects of {what} under names that carry their date",
    "Copier les anciennes versions des objets de {what} sous des noms qui portent leur date",
  ],
  [
    "Count the versions on both sides; keep the list with the evidence.",
    "Compter les versions des deux côtés ; garder la liste au dossier.",
  ],
  ["how many older versions there are", "le nombre d’anciennes versions"],
  ["Prove the copy of {what} by SHA-256, and time it", "Prouver la copie de {what} par SHA-256, et la chronométrer"],
  [
    "{one} and {other} are equal; keep both with the evidence.",
    "{one} et {other} sont égaux ; garder les deux au dossier.",
  ],
  [
    "Make every application that writes to {what} read-only, or stop it.",
    "Mettre en lecture seule, ou arrêter, chaque application qui écrit dans {what}.",
  ],
  ["Keep reading possible.", "Laisser la lecture possible."],
  [
    "No new object appears in {what} for ten minutes.",
    "Aucun nouvel objet n’apparaît dans {what} pendant dix minutes.",
  ],
  ["Let the applications write to {what} again.", "Laisser de nouveau les applications écrire dans {what}."],
  ["Copy what changed in {what} since the bulk copy", "Copier ce qui a changé dans {what} depuis la copie en masse"],
  [
    "Set endpoint, region, bucket name and credentials of {target} in every application that uses {what}, then let them write.",
    "Mettre le point d’accès, la région, le nom du compartiment et les accès de {target} dans chaque application qui utilise {what}, puis les laisser écrire.",
  ],
  [
    "Each application writes, reads and deletes a test object.",
    "Chaque application écrit, lit et supprime un objet d’essai.",
  ],
  [
    "Stop writing, run {script}, then set the endpoint of {source} again.",
    "Cesser d’écrire, lancer {script}, puis remettre le point d’accès de {source}.",
  ],
  [
    "After the agreed retention, and with the proof at hand: remove the protection of {what} by hand, empty it, and destroy it with the source's own code.",
    "Après la rétention convenue, preuve en main : lever à la main la protection de {what}, le vider, et le détruire avec le code de la source.",
  ],
  [
    "{source} no longer lists {what}; the bill shows it in the next month.",
    "{source} ne liste plus {what} ; la facture le montre le mois suivant.",
  ],

  // Databases.
  [
    "Drop the loaded database at {target} and create it again empty; nothing has changed at {source}.",
    "Supprimer la base chargée chez {target} et la recréer vide ; rien n’a changé chez {source}.",
  ],
  [
    "Check that {what} can be loaded: version, extensions, tables without a primary key",
    "Vérifier que {what} peut être chargée : version, extensions, tables sans clé primaire",
  ],
  ["The script lists nothing that the target lacks.", "Le script ne liste rien qui manque à la cible."],
  ["Roles and rights are made by code, not by the dump.", "Rôles et droits viennent du code, non de l’export."],
  [
    "Decide between an interruption and replication for {what}",
    "Choisir entre interruption et réplication pour {what}",
  ],
  [
    "How long writing may stop is not known (maxDowntimeHours in exeat.yaml).",
    "On ignore combien de temps l’écriture peut s’arrêter (maxDowntimeHours dans exeat.yaml).",
  ],
  [
    "If a dump and load takes longer than that: {note*}",
    "Si l’export et le chargement prennent plus longtemps : {note*}",
  ],
  ["Writing may stop {#n} h.", "L’écriture peut s’arrêter {#n} h."],
  ["If the rehearsal takes longer: {note*}", "Si la répétition prend plus longtemps : {note*}"],
  [
    "The decision is recorded with the measured time of the rehearsal.",
    "La décision est consignée avec la durée mesurée à la répétition.",
  ],
  [
    "Dump {what} and load it at {target}, a first time",
    "Exporter {what} et la charger chez {target}, une première fois",
  ],
  [
    "Compare every table of {what} on both sides by count and hash",
    "Comparer chaque table de {what} des deux côtés, par nombre de lignes et empreinte",
  ],
  [
    "No difference while nothing writes; while the source is in use, differences only in tables that change.",
    "Aucune différence tant que rien n’écrit ; si la source sert, seulement dans les tables qui changent.",
  ],
  [
    "Stop or make read-only every application that writes to {what}, then end its open sessions.",
    "Arrêter ou mettre en lecture seule chaque application qui écrit dans {what}, puis fermer ses sessions ouvertes.",
  ],
  ["No transaction has written for five minutes.", "Aucune transaction n’a écrit depuis cinq minutes."],
  ["Start the applications on {what} again.", "Relancer les applications sur {what}."],
  [
    "Dump and load {what} a last time (or let replication catch up, then set the sequences)",
    "Exporter et charger {what} une dernière fois (ou laisser la réplication rattraper, puis régler les séquences)",
  ],
  [
    "Set host, port, user and password of the target in every application, keep TLS on, then let them write.",
    "Mettre hôte, port, utilisateur et mot de passe de la cible dans chaque application, garder TLS, puis les laisser écrire.",
  ],
  [
    "Each application writes and reads; errors and slow queries are watched for an hour.",
    "Chaque application écrit et lit ; erreurs et requêtes lentes sont surveillées une heure.",
  ],
  [
    "Before the first write at the target: point the applications back.",
    "Avant la première écriture à la cible : ramener les applications.",
  ],
  [
    "After it: stop writing, run {script}, compare, then point them back.",
    "Après : cesser d’écrire, lancer {script}, comparer, puis les ramener.",
  ],
  ["Keep the way back of {what} open", "Garder possible le retour de {what}"],
  [
    "Rehearse the way back into a new, empty database at {source}: {script}.",
    "Répéter le retour dans une base neuve et vide chez {source} : {script}.",
  ],
  [
    "Where both sides allow replication, start it from the target before writing is allowed.",
    "Là où les deux côtés permettent la réplication, la lancer depuis la cible avant d’autoriser l’écriture.",
  ],
  [
    "The reverse load ends without an error; its time is the time a return would take.",
    "Le chargement inverse finit sans erreur ; sa durée est celle qu’un retour prendrait.",
  ],
  ["Drop the database that the rehearsal made.", "Supprimer la base que la répétition a créée."],
  [
    "After the agreed retention, and with the proof at hand: take a last snapshot and a dump kept outside {source}, remove deletion protection of {what} by hand, and destroy it with the source's own code.",
    "Après la rétention convenue, preuve en main : prendre un dernier instantané et un export gardé hors de {source}, lever à la main la protection de {what}, et la détruire avec le code de la source.",
  ],
  ["{source} no longer lists it; the dump can be read.", "{source} ne la liste plus ; l’export est lisible."],

  // Files of machines and volumes.
  [
    "Remove the copied files at {target}; nothing has changed at {source}.",
    "Supprimer les fichiers copiés chez {target} ; rien n’a changé chez {source}.",
  ],
  ["Copy the files of {what} while it is in use", "Copier les fichiers de {what} pendant qu’il sert"],
  [
    "Compare every file of {what} on both sides by SHA-256",
    "Comparer chaque fichier de {what} des deux côtés par SHA-256",
  ],
  [
    "No difference while nothing writes; while the source is in use, differences only in files that change.",
    "Aucune différence tant que rien n’écrit ; si la source sert, seulement dans les fichiers qui changent.",
  ],
  ["Stop every service that writes there, at {source}.", "Arrêter chaque service qui y écrit, chez {source}."],
  ["Keep the machine running.", "Laisser la machine allumée."],
  [
    "No file has changed for five minutes: {command} lists none.",
    "Aucun fichier n’a changé depuis cinq minutes : {command} n’en liste aucun.",
  ],
  ["Start the services again.", "Relancer les services."],
  ["Copy what changed in {what} since the first copy", "Copier ce qui a changé dans {what} depuis la première copie"],
  [
    "Stop the services at {target}, run {script}, then start the services at {source}.",
    "Arrêter les services chez {target}, lancer {script}, puis relancer les services chez {source}.",
  ],
  [
    "Stop the services at {target}, run {script}, then lead the users back to {source} and start the services there.",
    "Arrêter les services chez {target}, lancer {script}, puis ramener les utilisateurs vers {source} et y relancer les services.",
  ],
  ["Mount the counterpart of {what} at {target}", "Monter l’équivalent de {what} chez {target}"],
  [
    "The mount survives a restart of the machine; there is at least as much room as the source uses.",
    "Le montage survit à un redémarrage ; il y a au moins autant de place que la source en occupe.",
  ],
  ["Let the machine at {target} work on {what}", "Laisser la machine chez {target} travailler sur {what}"],
  [
    "Start the services that use the mount at {target}; leave those at {source} stopped.",
    "Lancer les services qui utilisent le montage chez {target} ; laisser arrêtés ceux de {source}.",
  ],
  [
    "Each service writes and reads below the mount; its log shows no error for an hour.",
    "Chaque service écrit et lit sous le montage ; son journal ne montre aucune erreur pendant une heure.",
  ],
  [
    "See that {what} comes up at {target} as its description says",
    "Vérifier que {what} démarre chez {target} comme le dit sa description",
  ],
  ["Send the users of {what} to {target}", "Envoyer les utilisateurs de {what} vers {target}"],
  [
    "Requests arrive at the new machine and no longer at the old one; errors are watched for an hour.",
    "Les requêtes arrivent à la nouvelle machine et plus à l’ancienne ; les erreurs sont surveillées une heure.",
  ],

  // Clusters.
  [
    "Delete the copied namespaces at {target}; nothing has changed at {source}.",
    "Supprimer les espaces de noms copiés chez {target} ; rien n’a changé chez {source}.",
  ],
  [
    "Install at {target} what {what} has besides the cloud's own add-ons",
    "Installer chez {target} ce que {what} a en plus des modules du cloud",
  ],
  [
    "All nodes are ready, and every pod of these namespaces runs.",
    "Tous les nœuds sont prêts, et chaque pod de ces espaces de noms tourne.",
  ],
  [
    "Uninstall it at {target}; nothing has changed at {source}.",
    "Le désinstaller chez {target} ; rien n’a changé chez {source}.",
  ],
  ["how much of the platform stands in a repository", "la part de la plateforme qui est dans un dépôt"],
  [
    "Copy what runs in {what} and what its volumes hold, while it is in use",
    "Copier ce qui tourne dans {what} et ce que portent ses volumes, pendant qu’elle sert",
  ],
  [
    "Velero ends without an error or a warning; keep the time it took.",
    "Velero finit sans erreur ni avertissement ; noter le temps pris.",
  ],
  [
    "Compare what runs in both clusters, and use what was restored",
    "Comparer ce qui tourne dans les deux grappes, et utiliser ce qui a été restauré",
  ],
  ["Stop what writes in {what}", "Arrêter ce qui écrit dans {what}"],
  ["Scale them up again.", "Les remettre à l’échelle."],
  ["Copy {what} a last time", "Copier {what} une dernière fois"],
  ["Send traffic of {what} to {target}", "Envoyer le trafic de {what} vers {target}"],
  ["Keep {what} at {source} able to take over", "Garder {what} chez {source} capable de reprendre"],

  // Networks, firewalls, load balancers, zones.
  ["Decide on the ranges of {what} at {target}", "Décider des plages de {what} chez {target}"],
  [
    "The address plan is recorded, and no two linked ranges overlap.",
    "Le plan d’adressage est consigné, et deux plages reliées ne se chevauchent pas.",
  ],
  ["Record the plan that held before.", "Consigner le plan d’avant."],
  ["who owns the address plan", "qui tient le plan d’adressage"],
  [
    "Tell those who list the addresses by which {what} goes out",
    "Prévenir ceux qui listent les adresses de sortie de {what}",
  ],
  ["the partners", "les partenaires"],
  ["Prove what reaches what in {what} at {target}", "Prouver ce qui atteint quoi dans {what} chez {target}"],
  [
    "The matrix is that of the source, apart from differences that were decided.",
    "La matrice est celle de la source, aux différences décidées près.",
  ],
  ["Lead what goes to {what} to {target}", "Conduire vers {target} ce qui va à {what}"],
  ["A trace from each side ends at the target.", "Une trace depuis chaque côté finit à la cible."],
  ["Set the routes of {source} again.", "Remettre les routes de {source}."],
  [
    "Prove what {what} lets through at {target}, and what it does not",
    "Prouver ce que {what} laisse passer chez {target}, et ce qu’il ne laisse pas",
  ],
  [
    "Everything allowed answers, nothing else does, apart from differences that were decided.",
    "Tout ce qui est permis répond, rien d’autre, aux différences décidées près.",
  ],
  ["Take the ranges of {source} out of {what}", "Retirer de {what} les plages de {source}"],
  ["Have certificates for {what} issued for {target}", "Faire émettre des certificats de {what} pour {target}"],
  [
    "Lower the time that names of {what} are remembered",
    "Réduire le temps pendant lequel les noms de {what} sont retenus",
  ],
  [
    "Ask {what} at {target} everything that it is asked at {source}",
    "Demander à {what} chez {target} tout ce qu’on lui demande chez {source}",
  ],
  ["Lead the names of {what} to {target}", "Conduire les noms de {what} vers {target}"],
  ["Keep {what} at {source} answering the same", "Garder les mêmes réponses de {what} chez {source}"],
  ["Keep {what} at {source} answering", "Garder {what} en réponse chez {source}"],
  ["how long the way back stays open", "le temps pendant lequel le retour reste possible"],
  [
    "Keep a zone file of {what}, and look for records that no code made",
    "Garder un fichier de zone de {what}, et chercher les enregistrements qu’aucun code n’a faits",
  ],
  [
    "Ask both sets of name servers for every record of {what}",
    "Demander aux deux jeux de serveurs de noms chaque enregistrement de {what}",
  ],
  [
    "Only records that are meant to change differ; keep the output with the evidence.",
    "Seuls diffèrent les enregistrements qui doivent changer ; garder le résultat au dossier.",
  ],
  ["Stop changing {what}", "Cesser de changer {what}"],
  ["Compare {what} a last time", "Comparer {what} une dernière fois"],
  ["Only records that are meant to change differ.", "Seuls diffèrent les enregistrements qui doivent changer."],
  ["Delegate {what} to the name servers of {target}", "Déléguer {what} aux serveurs de noms de {target}"],
];
