import type { Phrases } from "./phrases.ts";

/** Sentences of the planners of kinds, in French. */
export const kindPhrasesFr: Phrases = [
  // Buckets.
  [
    "Empty the bucket at {target}; nothing has changed at {source}.",
    "Vider le compartiment chez {target} ; rien n’a changé chez {source}.",
  ],
  ["Copy the objects of {what} while it is in use", "Copier les objets de {what} pendant qu’il est en service"],
  [
    "Copy older versions of the objects of {what} under names that carry their date",
    "Copier les anciennes versions des objets de {what} sous des noms qui portent leur date",
  ],
  [
    "Count the versions on both sides; keep the list with the evidence.",
    "Compter les versions des deux côtés ; garder la liste au dossier.",
  ],
  [
    "Empty the bucket that TARGET_HISTORY_BUCKET names, and no other; nothing has changed at {source}.",
    "Vider le compartiment que nomme TARGET_HISTORY_BUCKET, et aucun autre ; rien n’a changé chez {source}.",
  ],
  [
    "Copy the older versions that {what} got since the first copy",
    "Copier les anciennes versions que {what} a reçues depuis la première copie",
  ],
  [
    "Tags of objects and empty folders are not copied: set them at the target where something reads them.",
    "Les étiquettes des objets et les dossiers vides ne sont pas copiés : les remettre à la cible là où quelque chose les lit.",
  ],
  ["how many older versions there are", "le nombre d’anciennes versions"],
  ["Prove the copy of {what} by SHA-256, and time it", "Prouver la copie de {what} par SHA-256, et la chronométrer"],
  [
    "{one} and {other} are equal while nothing writes; while the source is in use, they differ only in objects that change; keep both with the evidence.",
    "{one} et {other} sont égaux tant que rien n’écrit ; si la source est en service, ils ne diffèrent que par les objets qui changent ; garder les deux au dossier.",
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
  [
    "Copy what changed in {what} since the bulk copy, and prove what is not as it was proven",
    "Copier ce qui a changé dans {what} depuis la copie en masse, et prouver ce qui n’est plus tel qu’il a été prouvé",
  ],
  [
    "Run it again shortly before the freeze: in the interruption only what has changed since is read on both sides, the rest is compared by name, size and date.",
    "Le relancer peu avant l’arrêt des écritures : pendant l’interruption, seul ce qui a changé depuis est relu des deux côtés, le reste est comparé par nom, taille et date.",
  ],
  [
    "Prove all of {what} by SHA-256 once more, now that nobody waits for it",
    "Prouver encore une fois tout {what} par SHA-256, maintenant que personne n’attend",
  ],
  [
    "{one} and {other} differ only in what was written at the target since the last {script}, or removed there; keep both with the evidence.",
    "{one} et {other} ne diffèrent que par ce qui a été écrit à la cible depuis le dernier {script}, ou y a été supprimé ; garder les deux au dossier.",
  ],
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
    "{source} no longer lists {what}; the next bill does not show it.",
    "{source} ne liste plus {what} ; la facture suivante ne le montre pas.",
  ],

  [
    "Restore the archived objects of {what}, which nobody can read where they lie",
    "Restaurer les objets archivés de {what}, illisibles là où ils sont",
  ],
  [
    "Nothing has to be undone: the restored copies expire by themselves.",
    "Rien à annuler : les copies restaurées expirent d’elles-mêmes.",
  ],
  [
    "how deep the objects are archived (hours to two days), and how many they are",
    "la profondeur d’archivage des objets (quelques heures à deux jours) et leur nombre",
  ],

  // Databases.
  [
    "Open a way to {what} on both sides for the machine that runs the scripts",
    "Ouvrir des deux côtés un chemin vers {what} à la machine qui lance les scripts",
  ],
  [
    "Choose one machine that holds the plan, best in a network of {target} that a VPN leads to {source} from.",
    "Choisir une machine qui porte le plan, de préférence dans un réseau de {target} d’où un VPN mène à {source}.",
  ],
  [
    "Allow its address alone, at the port of each server; never everybody.",
    "Autoriser sa seule adresse, au port de chaque serveur ; jamais tout le monde.",
  ],
  [
    "It connects to both servers with TLS, and nobody else can who could not before.",
    "Elle se connecte aux deux serveurs avec TLS, et nul autre ne le peut qui ne le pouvait pas.",
  ],
  ["Take both rules away again.", "Retirer les deux règles."],
  ["Close the way that was opened for the scripts.", "Fermer le chemin ouvert pour les scripts."],
  [
    "Drop the loaded database at {target} and create it again empty; nothing has changed at {source}.",
    "Supprimer la base chargée chez {target} et la recréer vide ; rien n’a changé chez {source}.",
  ],
  [
    "Check that {what} can be loaded: version, extensions, tables without a primary key",
    "Vérifier que {what} peut être chargée : version, extensions, tables sans clé primaire",
  ],
  [
    "The script lists nothing that the target lacks, and no other database of the server that would be left behind.",
    "Le script ne liste rien qui manque à la cible, ni aucune autre base du serveur qui resterait derrière.",
  ],
  [
    "Then give the roles of the applications their rights on what was loaded: a later load keeps them, and the proof compares them.",
    "Donner ensuite aux rôles des applications leurs droits sur ce qui est chargé : un chargement suivant les garde, et la preuve les compare.",
  ],
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
    "If a dump and load takes longer than that: {note+}",
    "Si l’export et le chargement prennent plus longtemps : {note+}",
  ],
  ["Rehearse it before the date is decided.", "Le répéter avant de décider de la date."],
  ["What {target} asks: {note*}", "Ce que demande {target} : {note*}"],
  [
    "Replication goes from server to server: let the database at {target} reach {source}, by a public interface where the code gives it a private one alone, and take that away after the switch.",
    "La réplication va de serveur à serveur : faire que la base chez {target} atteigne {source}, par une interface publique si le code ne lui en donne qu’une privée, et la retirer après la bascule.",
  ],
  ["Writing may stop {#n} h.", "L’écriture peut s’arrêter {#n} h."],
  ["If the rehearsal takes longer: {note+}", "Si la répétition prend plus longtemps : {note+}"],
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
    "Aucune différence tant que rien n’écrit ; si la source est en service, seulement dans les tables qui changent.",
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
  ["Replicate {what} to {target} while it is in use", "Répliquer {what} vers {target} pendant qu’elle est en service"],
  [
    "Load the schema alone (pg_dump --schema-only), publish all tables at the source, subscribe at the target with a copy of the data. Keep changes of the schema back until the switch.",
    "Charger le schéma seul (pg_dump --schema-only), publier toutes les tables à la source, s’abonner à la cible avec une copie des données. Retenir les changements de schéma jusqu’à la bascule.",
  ],
  [
    "Every table is ready in pg_subscription_rel; keep the time it took. Then give the roles of the applications their rights on what was loaded: a later load keeps them, and the proof compares them.",
    "Chaque table est prête dans pg_subscription_rel ; garder le temps qu’il a fallu. Donner ensuite aux rôles des applications leurs droits sur ce qui a été chargé : un chargement ultérieur les garde, et la preuve les compare.",
  ],
  [
    "Let replication of {what} catch up, then set the sequences",
    "Laisser la réplication de {what} rattraper, puis régler les séquences",
  ],
  [
    "Wait until the subscriber has applied the last position that the source wrote (pg_stat_replication), set every sequence to the source's value with room to spare, then drop the subscription.",
    "Attendre que l’abonné ait appliqué la dernière position écrite par la source (pg_stat_replication), régler chaque séquence sur la valeur de la source avec de la marge, puis supprimer l’abonnement.",
  ],
  [
    "Every table has as many rows on both sides, and no sequence is behind the source. Every row was compared in the rehearsal; to compare all of them again takes longer than writing may stop.",
    "Chaque table a autant de lignes des deux côtés, et aucune séquence n’est en retard sur la source. Chaque ligne a été comparée à la répétition ; tout comparer de nouveau prend plus de temps que l’arrêt d’écriture accepté.",
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
    "After it: stop writing, run {script}, compare, then point them at the new database that it filled: the old one has nothing of what was written since.",
    "Après : cesser d’écrire, lancer {script}, comparer, puis les mener à la base neuve qu’il a remplie : l’ancienne n’a rien de ce qui a été écrit depuis.",
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
  [
    "{script} finds no difference, and names the new database.",
    "{script} ne trouve aucune différence, et nomme la nouvelle base.",
  ],
  ["Drop the database that the rehearsal made.", "Supprimer la base que la répétition a créée."],
  [
    "After the agreed retention, and with the proof at hand: take a last snapshot and a dump kept outside {source}, remove deletion protection of {what} by hand, and destroy it with the source's own code.",
    "Après la rétention convenue, preuve en main : prendre un dernier instantané et un export gardé ailleurs que chez {source}, lever à la main la protection de {what}, et la détruire avec le code de la source.",
  ],
  [
    "See that {script} names no database that would be left behind: all go with the server.",
    "Vérifier que {script} ne nomme aucune base qui resterait derrière : toutes partent avec le serveur.",
  ],
  ["{source} no longer lists it; the dump can be read.", "{source} ne la liste plus ; l’export est lisible."],

  // The mark of a switch.
  [
    "Run {script} first: from then on no script replaces what the target holds.",
    "Lancer d’abord {script} : dès lors aucun script ne remplace ce que contient la cible.",
  ],
  ["Then remove {what}.", "Supprimer ensuite {what}."],

  // Files of machines and volumes.
  [
    "Remove the copied files at {target}; nothing has changed at {source}.",
    "Supprimer les fichiers copiés chez {target} ; rien n’a changé chez {source}.",
  ],
  ["Copy the files of {what} while it is in use", "Copier les fichiers de {what} pendant qu’il est en service"],
  [
    "Compare every file of {what} on both sides by SHA-256",
    "Comparer chaque fichier de {what} des deux côtés par SHA-256",
  ],
  [
    "No difference while nothing writes; while the source is in use, differences only in files that change.",
    "Aucune différence tant que rien n’écrit ; si la source est en service, seulement dans les fichiers qui changent.",
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
    "Stop the services at {target}, run robocopy the other way round, then start the services at {source}.",
    "Arrêter les services chez {target}, lancer robocopy dans l’autre sens, puis relancer les services chez {source}.",
  ],
  [
    "Stop the services at {target}, run robocopy the other way round, then lead the users back to {source} and start the services there.",
    "Arrêter les services chez {target}, lancer robocopy dans l’autre sens, puis ramener les utilisateurs vers {source} et y relancer les services.",
  ],
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
    "Copier ce qui tourne dans {what} et ce que portent ses volumes, pendant qu’il est en service",
  ],
  [
    "Velero ends without an error or a warning; keep the time it took.",
    "Velero finit sans erreur ni avertissement ; noter le temps pris.",
  ],
  [
    "What was restored runs: scale down there what must not run twice, such as jobs, readers of queues and senders of mail.",
    "Ce qui a été restauré tourne : y réduire à zéro ce qui ne doit pas tourner deux fois, comme tâches, lecteurs de files et envois de courriel.",
  ],
  [
    "Compare what runs in both clusters, and use what was restored",
    "Comparer ce qui tourne dans les deux clusters, et utiliser ce qui a été restauré",
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
  ["Lead what goes to {what} to {target}", "Rediriger vers {target} ce qui va à {what}"],
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
  ["Choose how much {what} must let through at {target}", "Choisir ce que {what} doit laisser passer chez {target}"],
  [
    "Nobody asked for a bandwidth, so the code has the smallest size that {target} sells.",
    "Personne n’a demandé de débit : le code prend la plus petite taille que vend {target}.",
  ],
  [
    "Look up the busiest minute of the last months at {source}; where it comes near, write bandwidthMbps into the workload and plan again.",
    "Relever la minute la plus chargée des derniers mois chez {source} ; si elle s’en approche, écrire bandwidthMbps dans la charge et refaire le plan.",
  ],
  [
    "The size lets through twice the busiest minute, or the owner has accepted less in writing.",
    "La taille laisse passer le double de la minute la plus chargée, ou le responsable a accepté moins par écrit.",
  ],
  ["Set the size that stood before; nothing uses it yet.", "Remettre la taille d’avant ; rien ne s’en sert encore."],
  ["whether its traffic is measured", "la mesure de son trafic"],
  ["Tell those who have the address of {what} written down", "Prévenir ceux qui ont inscrit l’adresse de {what}"],
  [
    "Ask {what} at {target} everything that it is asked at {source}",
    "Demander à {what} chez {target} tout ce qu’on lui demande chez {source}",
  ],
  ["Lead the names of {what} to {target}", "Faire pointer les noms de {what} vers {target}"],
  ["Keep {what} at {source} answering the same", "Garder les mêmes réponses de {what} chez {source}"],
  ["Keep {what} at {source} answering", "Laisser {what} répondre chez {source}"],
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

  // What a person does by hand, one sentence each.
  [
    "After the agreed retention, and with the proof at hand: {own+}",
    "Après la rétention convenue, preuve en main : {own+}",
  ],
  [
    "take a last snapshot or an archive kept outside, unmount and detach it.",
    "prendre un dernier instantané ou une archive gardée dehors, le démonter et le détacher.",
  ],
  [
    "keep an image of the disk or an archive of its files outside.",
    "garder dehors une image du disque ou une archive de ses fichiers.",
  ],
  [
    "Remove the protection of {what} by hand, and destroy it with the source's own code.",
    "Lever à la main la protection de {what}, et le détruire avec le code de la source.",
  ],
  [
    "Attach it to its machine at {target}, make a file system on it, mount it under the path that it has at {source}, and write it into fstab by UUID.",
    "L’attacher à sa machine chez {target}, y créer un système de fichiers, le monter sous le chemin qu’il a chez {source}, et l’inscrire dans fstab par UUID.",
  ],
  [
    "A raw disk without a file system (a database's own, LVM) goes as an image instead: dd through ssh while nothing writes.",
    "Un disque brut sans système de fichiers (celui d’une base, LVM) part plutôt comme image : dd à travers ssh pendant que rien n’écrit.",
  ],
  [
    "Log in with the key, look at the log of cloud-init, compare installed packages and running services with {source}.",
    "Se connecter avec la clé, regarder le journal de cloud-init, comparer paquets installés et services en marche avec {source}.",
  ],
  ["Make at {target} the keys that encrypt {what+}", "Faire chez {target} les clés qui chiffrent {what+}"],
  [
    "No code of this estate makes them: make one there for each of the old ones, let those use it who read and write, and give the code its id.",
    "Aucun code de ce parc ne les fait : y en faire une pour chacune des anciennes, laisser s’en servir ceux qui lisent et écrivent, et donner son identifiant au code.",
  ],
  [
    "Each key is there, is protected from deletion, and the code asks for none any more.",
    "Chaque clé est là, protégée contre la suppression, et le code n’en demande plus.",
  ],
  [
    "Delete the new keys; nothing is encrypted with them yet.",
    "Supprimer les nouvelles clés ; rien n’est encore chiffré avec elles.",
  ],
  ["who may make keys there", "qui peut y faire des clés"],
  ["Bring to {target} the images of {what+}", "Porter chez {target} les images de {what+}"],
  [
    "They start from images known by their ids, your own or somebody else's: build each again for {target}, or export the disk and import it (not where the licence belongs to {source} or its marketplace), and give the code its id.",
    "Elles démarrent d’images connues par leur identifiant, les vôtres ou celles d’autrui : reconstruire chacune pour {target}, ou exporter le disque et l’importer (sauf si la licence appartient à {source} ou à sa place de marché), et donner son identifiant au code.",
  ],
  [
    "A machine that is started from each by hand comes up, and is removed again.",
    "Une machine créée à la main à partir de chacune démarre, puis est supprimée.",
  ],
  ["Delete the images; nothing is made from them yet.", "Supprimer les images ; rien n’en est encore issu."],
  ["how the images are built", "la façon dont les images sont faites"],
  [
    "What calls {source} (its command line, its metadata address, its package mirrors) has to be replaced.",
    "Ce qui appelle {source} (sa ligne de commande, son adresse de métadonnées, ses miroirs de paquets) est à remplacer.",
  ],
  [
    "List what the machine keeps on its own disk: that is what the scripts carry.",
    "Lister ce que la machine garde sur son propre disque : c’est ce que portent les scripts.",
  ],
  [
    "Where {target} has no image of this Windows, or the machine cannot be made anew, take it as it is: switch it off, export its disks, convert them with virt-v2v, import them and start from them; nothing is left to copy then.",
    "Là où {target} n’a pas d’image de ce Windows, ou si la machine ne peut être refaite, la prendre telle quelle : l’éteindre, exporter ses disques, les convertir avec virt-v2v, les importer et démarrer dessus ; rien ne reste alors à copier.",
  ],
  [
    "Else log in through the VPN, compare roles, features and installed programs with {source}, join the domain.",
    "Sinon se connecter par le VPN, comparer rôles, fonctionnalités et programmes installés avec {source}, joindre le domaine.",
  ],
  [
    "List what the machine keeps on its own disk: that is what is copied.",
    "Lister ce que la machine garde sur son propre disque : c’est ce qui est copié.",
  ],
  [
    "It starts and can be reached; every service that should run runs; its licence is valid there.",
    "Elle démarre et répond ; chaque service attendu tourne ; sa licence y est valable.",
  ],
  [
    "Attach it to its machine at {target}, format it with NTFS, and give it the letter or folder that it has at {source}.",
    "L’attacher à sa machine chez {target}, le formater en NTFS, et lui donner la lettre ou le dossier qu’il a chez {source}.",
  ],
  [
    "A disk that a database or a cluster uses raw goes as an image instead, while nothing writes.",
    "Un disque qu’une base ou une grappe utilise brut part plutôt comme image, pendant que rien n’écrit.",
  ],
  [
    "Run robocopy at the machine that receives, through the VPN: {options}, for each drive that holds data, without what the system keeps there for itself.",
    "Lancer robocopy sur la machine qui reçoit, par le VPN : {options}, pour chaque lecteur qui porte des données, sans ce que le système y garde pour lui.",
  ],
  [
    "Databases and directories go with tools of their own.",
    "Les bases et les annuaires partent avec leurs propres outils.",
  ],
  [
    "robocopy ends with a code below 8 and its log counts no failed file; keep the time it took.",
    "robocopy finit avec un code inférieur à 8 et son journal ne compte aucun fichier en échec ; noter le temps mis.",
  ],
  [
    "Run robocopy at the source with the same options, from the target.",
    "Lancer robocopy à la source avec les mêmes options, depuis la cible.",
  ],
  [
    "cloud-init ended without an error; every service that should run runs; nothing looks for the source's metadata.",
    "cloud-init a fini sans erreur ; chaque service attendu tourne ; rien ne cherche les métadonnées de la source.",
  ],
  [
    "Start its services at {target}, then change what leads to it: DNS records, targets of load balancers, addresses in other machines, allow lists of partners.",
    "Lancer ses services chez {target}, puis changer ce qui y mène : enregistrements DNS, cibles des répartiteurs, adresses dans d’autres machines, listes de partenaires.",
  ],
  [
    "From the same repository: ingress, certificates, names, autoscaling, secrets from outside, Velero with file-system backup into a bucket that both clusters reach.",
    "Depuis le même dépôt : ingress, certificats, noms, mise à l’échelle, secrets externes, Velero avec sauvegarde de fichiers dans un compartiment que les deux clusters atteignent.",
  ],
  [
    "Rewrite classes of storage, annotations of load balancers, images, selectors of nodes, and roles of pods.",
    "Réécrire les classes de stockage, les annotations des répartiteurs, les images, les sélecteurs de nœuds et les rôles des pods.",
  ],
  [
    "Only objects that are meant to differ do; the application passes its tests at the target; files have the sums they had.",
    "Seuls diffèrent les objets qui le doivent ; l’application passe ses tests à la cible ; les fichiers ont les mêmes sommes.",
  ],
  [
    "Scale every workload that writes to a volume at {source} to none, and suspend its jobs.",
    "Réduire à zéro chaque charge qui écrit sur un volume chez {source}, et suspendre ses tâches.",
  ],
  [
    "No pod that mounts a volume for writing is left, apart from those of the backup.",
    "Il ne reste aucun pod qui monte un volume en écriture, hors ceux de la sauvegarde.",
  ],
  [
    "Scale workloads up at the target, then point names at its load balancers, a share at a time.",
    "Remettre les charges à l’échelle à la cible, puis diriger les noms vers ses répartiteurs, une part à la fois.",
  ],
  [
    "Requests are answered by the target without errors; the old load balancers get none.",
    "La cible répond aux requêtes sans erreur ; les anciens répartiteurs n’en reçoivent plus.",
  ],
  [
    "Stop what writes at {target}, run {script}, which replaces the namespaces at {source} by what was written since, then point names back.",
    "Arrêter ce qui écrit chez {target}, lancer {script}, qui remplace les espaces de noms chez {source} par ce qui a été écrit depuis, puis ramener les noms.",
  ],
  [
    "What stood there is in the last backup before the switch.",
    "Ce qui s’y trouvait est dans la dernière sauvegarde d’avant la bascule.",
  ],
  [
    "After the agreed retention: keep the last backup, delete services and volume claims so that no load balancer and no disk is left, remove the protection of {what} by hand, and destroy it with the source's own code.",
    "Après la rétention convenue : garder la dernière sauvegarde, supprimer services et volumes demandés pour qu’il ne reste ni répartiteur ni disque, lever à la main la protection de {what}, et la détruire avec le code de la source.",
  ],
  [
    "{source} lists no cluster, no node, no disk and no load balancer of it.",
    "{source} n’en liste plus ni cluster, ni nœud, ni disque, ni répartiteur.",
  ],
  [
    "Compare {ranges+} with every range it will be linked to: {source} while data moves, offices, partners.",
    "Comparer {ranges+} à chaque plage à laquelle il sera relié : {source} pendant que les données bougent, bureaux, partenaires.",
  ],
  ["its ranges", "ses plages"],
  [
    "Keep it where nothing overlaps; else choose another and list what has it written down.",
    "Garder celles qui n’en chevauchent aucune ; sinon en choisir d’autres et lister où les anciennes sont inscrites.",
  ],
  [
    "Read the new addresses from the outputs of the code, and have them added beside the old ones: partners, databases, firewalls of others.",
    "Lire les nouvelles adresses dans les sorties du code, et les faire ajouter à côté des anciennes : partenaires, bases, pare-feu d’autrui.",
  ],
  [
    "Each of them has confirmed, and a request from the target reaches it.",
    "Chacun a confirmé, et une requête depuis la cible l’atteint.",
  ],
  ["Have the new addresses taken away again.", "Faire retirer les nouvelles adresses."],
  [
    "From a machine in each subnet try every other subnet, the internet, and what stands at the ends of routes; write down what answers and what must not.",
    "Depuis une machine de chaque sous-réseau, essayer chaque autre, l’internet, et ce qui est au bout des routes ; noter ce qui répond et ce qui ne le doit pas.",
  ],
  [
    "Change routes, VPN ends and names on the other sides so that they lead to the new ranges.",
    "Changer routes, extrémités de VPN et noms des autres côtés pour qu’ils mènent aux nouvelles plages.",
  ],
  [
    "Destroy first what still stands in it and has no step of its own, such as what was replaced by hand; release its public addresses, then destroy it with the source's own code.",
    "Détruire d’abord ce qui s’y trouve encore et n’a pas d’étape à lui, comme ce qui a été remplacé à la main ; libérer ses adresses publiques, puis le détruire avec le code de la source.",
  ],
  [
    "{source} no longer lists it, and bills no gateway and no address.",
    "{source} ne le liste plus, et ne facture ni passerelle ni adresse.",
  ],
  [
    "For each rule connect from an address that may and from one that may not, over the public and the private address of a machine; write down what answered.",
    "Pour chaque règle, se connecter depuis une adresse permise et depuis une autre, par l’adresse publique et la privée d’une machine ; noter ce qui a répondu.",
  ],
  [
    "Remove from the rules the addresses that are of {source} alone, not a range that the target has taken over, and apply the code.",
    "Retirer des règles les adresses qui ne sont que de {source}, pas une plage que la cible a reprise, et appliquer le code.",
  ],
  [
    "Clients at the target still connect; the log of refused connections shows none of them.",
    "Les clients à la cible se connectent toujours ; le journal des refus n’en montre aucun.",
  ],
  [
    "After the machines that it protects, destroy it with the source's own code.",
    "Après les machines qu’il protège, le détruire avec le code de la source.",
  ],
  [
    "Take the names from the certificates at {source}; keys that its certificate service made stay there.",
    "Prendre les noms des certificats chez {source} ; les clés que son service a créées y restent.",
  ],
  [
    "Have new ones issued by ACME with DNS-01, which needs no name to lead to {target} yet, hand them to the code as it asks for them, and set up their renewal.",
    "En faire émettre de nouveaux par ACME avec DNS-01, qui ne demande pas encore que les noms mènent à {target}, les donner au code comme il les demande, et mettre en place leur renouvellement.",
  ],
  [
    "Each name has a certificate that lasts beyond the cutover, and its renewal has run once.",
    "Chaque nom a un certificat valable au-delà de la bascule, et son renouvellement a tourné une fois.",
  ],
  [
    "Revoke the new certificates; nobody was shown them yet.",
    "Révoquer les nouveaux certificats ; personne ne les a encore vus.",
  ],
  ["who may write the DNS records of the names", "qui peut écrire les enregistrements DNS des noms"],
  [
    "List who has its address written down: partners, allow lists, HSTS and pinned certificates of apps.",
    "Lister qui a inscrit son adresse : partenaires, listes blanches, HSTS et certificats épinglés des applications.",
  ],
  ["Have the address at {target} added beside it.", "Faire ajouter à côté l’adresse chez {target}."],
  [
    "Each of them has confirmed, and a request of theirs is answered by the target.",
    "Chacun a confirmé, et une requête de chacun reçoit sa réponse de la cible.",
  ],
  [
    "With {command}, for each listener and each rule: {asked,}.",
    "Avec {command}, pour chaque écouteur et chaque règle : {asked,}.",
  ],
  ["port {#n} ({protocol+}) with {#rules} rule", "port {#n} ({protocol+}), {#rules} règle"],
  ["port {#n} ({protocol+}) with {#rules} rules", "port {#n} ({protocol+}), {#rules} règles"],
  ["port {#n} ({protocol+})", "port {#n} ({protocol+})"],
  [
    "a port nobody knows ({protocol+}) with {#rules} rule",
    "un port que personne ne connaît ({protocol+}), {#rules} règle",
  ],
  [
    "a port nobody knows ({protocol+}) with {#rules} rules",
    "un port que personne ne connaît ({protocol+}), {#rules} règles",
  ],
  ["a port nobody knows ({protocol+})", "un port que personne ne connaît ({protocol+})"],
  ...["tcp", "udp", "tls", "http", "https"].map((protocol) => [protocol, protocol] as const),
  ["protocol not known", "protocole inconnu"],
  ["its listeners are not known: list them first", "ses écouteurs ne sont pas connus : les lister d’abord"],
  [
    "Compare status, headers and certificate with {source}; look for the client's address in the logs of a machine behind it; then stop one machine and watch that nobody is sent to it any more.",
    "Comparer statut, en-têtes et certificat avec {source} ; chercher l’adresse du client dans les journaux d’une machine derrière ; puis arrêter une machine et voir que plus personne n’y est envoyé.",
  ],
  [
    "Answers differ only where that was decided, and all machines behind it count as well.",
    "Les réponses ne diffèrent que là où c’est décidé, et toutes les machines derrière comptent comme saines.",
  ],
  [
    "Where the zone has weighted records: one part in ten, then half, then all; else change the records.",
    "Si la zone a des enregistrements pondérés : un dixième, puis la moitié, puis tout ; sinon changer les enregistrements.",
  ],
  ["Both load balancers answer meanwhile.", "Les deux répartiteurs répondent entre-temps."],
  [
    "Requests at {source} die down within twice the TTL, errors at {target} do not rise.",
    "Les requêtes chez {source} cessent en deux TTL, les erreurs chez {target} n’augmentent pas.",
  ],
  [
    "Lead the records back to {source}; it still answers.",
    "Ramener les enregistrements vers {source} ; il répond encore.",
  ],
  [
    "Leave it and the machines behind it as they are, and renew its certificates, until the way back is given up.",
    "Le laisser tel quel avec les machines derrière, et renouveler ses certificats, jusqu’à l’abandon du retour.",
  ],
  [
    "Its old address still takes connections on each port, and no certificate there runs out; what stands behind it answers again when the way back starts it.",
    "Son ancienne adresse prend encore les connexions sur chaque port, et aucun certificat n’y expire ; ce qui est derrière répond de nouveau quand le retour le démarre.",
  ],
  [
    "Put what serves users behind {what} at {target}",
    "Mettre derrière {what} chez {target} ce qui sert les utilisateurs",
  ],
  [
    "The code names no machine in {which}: what filled it was replaced by hand, or is known to nobody.",
    "Le code ne nomme aucune machine dans {which} : ce qui le remplissait a été remplacé à la main, ou n’est connu de personne.",
  ],
  [
    "Write the addresses of what serves there now into the code and run it again, or have the group that grows and shrinks enter them itself.",
    "Écrire dans le code les adresses de ce qui y sert à présent et le relancer, ou laisser le groupe qui grandit et rétrécit les inscrire lui-même.",
  ],
  [
    "Each of them has a machine that answers its health check.",
    "Chacun a une machine qui répond à son contrôle de santé.",
  ],
  ["Take the addresses out again; nobody is led there yet.", "Retirer ces adresses ; personne n’y est encore mené."],
  ["Nothing depends on it but the way back.", "Rien n’en dépend que le retour."],
  [
    "When its log has shown no request of a person for a week: lift its protection from deletion, destroy it with the source's own code, and give up its addresses.",
    "Quand son journal n’a montré aucune requête d’une personne pendant une semaine : lever sa protection, le détruire avec le code de la source, et rendre ses adresses.",
  ],
  [
    "{source} no longer lists it, and bills no load balancer and no address.",
    "{source} ne le liste plus, et ne facture ni répartiteur ni adresse.",
  ],
  [
    "Compare it with the code: what was added by hand, by certificate issuers or by controllers of a cluster is in no code.",
    "Le comparer au code : ce qui a été ajouté à la main, par des émetteurs de certificats ou par les contrôleurs d’un cluster n’est dans aucun code.",
  ],
  [
    "Each record of the file is in the target's zone, or its absence is explained in writing.",
    "Chaque enregistrement du fichier est dans la zone de la cible, ou son absence est expliquée par écrit.",
  ],
  [
    "Remove what was added at {target}; nobody asks it yet.",
    "Supprimer ce qui a été ajouté chez {target} ; personne ne l’interroge encore.",
  ],
  [
    "Stop code, controllers and people that write records at {source}; remove the DS records at the registrar, and wait until their TTL has passed.",
    "Arrêter code, contrôleurs et personnes qui écrivent des enregistrements chez {source} ; retirer les enregistrements DS chez le bureau d’enregistrement, et attendre la fin de leur TTL.",
  ],
  [
    "Stop code, controllers and people that write records at {source}.",
    "Arrêter code, contrôleurs et personnes qui écrivent des enregistrements chez {source}.",
  ],
  ["`dig DS` of the domain answers nothing.", "`dig DS` du domaine ne répond rien."],
  ["The serial of the SOA record stays.", "Le numéro de série du SOA ne bouge plus."],
  [
    "Allow changes again, and write the DS records again.",
    "Autoriser de nouveau les changements, et réécrire les enregistrements DS.",
  ],
  ["Allow changes again.", "Autoriser de nouveau les changements."],
  ["the TTL of the DS records", "le TTL des enregistrements DS"],
  [
    "At the registrar (or in the parent zone) replace the name servers by those that the code for {target} gives as the zone's nameServers.",
    "Chez le bureau d’enregistrement (ou dans la zone parente), remplacer les serveurs de noms par ceux que le code de {target} donne comme nameServers de la zone.",
  ],
  ["Have {what} resolved at {target}", "Faire résoudre {what} chez {target}"],
  [
    "No registrar delegates a private zone: in each network set the resolver that answers it at {target}.",
    "Aucun bureau d’enregistrement ne délègue une zone privée : dans chaque réseau, indiquer le résolveur qui y répond chez {target}.",
  ],
  [
    "A machine in each network gets every name from the new resolver; nobody outside gets one.",
    "Une machine de chaque réseau obtient chaque nom du nouveau résolveur ; personne au-dehors n’en obtient.",
  ],
  [
    "Set the resolver of {source} again; its zone still answers.",
    "Remettre le résolveur de {source} ; sa zone répond encore.",
  ],
  ["Have {what} signed at {target}", "Faire signer {what} chez {target}"],
  [
    "Where the zone is to be signed, write the DS records of {target} at the registrar.",
    "Si la zone doit être signée, écrire les enregistrements DS de {target} chez le bureau d’enregistrement.",
  ],
  [
    "Not earlier: with them nobody who validates would accept the name servers of {source} again.",
    "Pas avant : avec eux, aucun résolveur qui valide n’accepterait plus les serveurs de noms de {source}.",
  ],
  [
    "`dig +dnssec` at a resolver that validates answers with the flag `ad`.",
    "`dig +dnssec` auprès d’un résolveur qui valide répond avec l’indicateur `ad`.",
  ],
  [
    "`dig +trace NS` of the domain ends at the new name servers.",
    "`dig +trace NS` du domaine finit aux nouveaux serveurs de noms.",
  ],
  [
    "Write the name servers of {source} again; its zone still answers.",
    "Remettre les serveurs de noms de {source} ; sa zone répond encore.",
  ],
  [
    "Write every change in both zones until the way back is given up.",
    "Écrire chaque changement dans les deux zones jusqu’à l’abandon du retour.",
  ],
  [
    "Stop writing the second zone; nothing else depends on it.",
    "Cesser d’écrire la seconde zone ; rien d’autre n’en dépend.",
  ],
  [
    "twice the TTL of the NS records, and as long as the way back stays open",
    "deux fois le TTL des enregistrements NS, et tant que le retour reste possible",
  ],
  [
    "At the earliest after twice the TTL of the NS records: remove the protection of {what} by hand, keep the zone file, and destroy it with the source's own code.",
    "Au plus tôt après deux fois le TTL des enregistrements NS : lever à la main la protection de {what}, garder le fichier de zone, et la détruire avec le code de la source.",
  ],
  [
    "The old name servers refuse to answer, and nobody notices.",
    "Les anciens serveurs de noms refusent de répondre, et personne ne le remarque.",
  ],
];
