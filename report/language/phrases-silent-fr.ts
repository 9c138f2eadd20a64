import type { Phrases } from "./phrases.ts";

/** Sentences of steps whose source does not answer, in French. Those that a form with the source's name would fit come before such forms. */
export const comparedSilentFr: Phrases = [
  [
    "Log in with the key, look at the log of cloud-init, compare installed packages and running services with what is written down of it.",
    "Se connecter avec la clé, regarder le journal de cloud-init, comparer paquets installés et services en marche avec ce qui en est écrit.",
  ],
  [
    "Else log in through the VPN, compare roles, features and installed programs with what is written down of it, join the domain.",
    "Sinon se connecter par le VPN, comparer rôles, fonctionnalités et programmes installés avec ce qui en est écrit, joindre le domaine.",
  ],
  [
    "Compare status, headers and certificate with what its code and the tests of the applications say; look for the client's address in the logs of a machine behind it; then stop one machine and watch that nobody is sent to it any more.",
    "Comparer statut, en-têtes et certificat avec ce que disent son code et les tests des applications ; chercher l’adresse du client dans les journaux d’une machine derrière ; puis arrêter une machine et voir que plus personne n’y est envoyé.",
  ],
];

/** The others, which fit the beginning of sentences that say more: they come after them. */
export const silentPhrasesFr: Phrases = [
  ["Empty the bucket at {target}.", "Vider le compartiment chez {target}."],
  [
    "Empty the bucket that TARGET_HISTORY_BUCKET names, and no other.",
    "Vider le compartiment que nomme TARGET_HISTORY_BUCKET, et aucun autre.",
  ],
  [
    "Drop the loaded database at {target} and create it again empty.",
    "Supprimer la base chargée chez {target} et la recréer vide.",
  ],
  ["Remove the copied files at {target}.", "Retirer les fichiers copiés chez {target}."],
  ["Delete the copied namespaces at {target}.", "Supprimer les espaces de noms copiés chez {target}."],
  ["Uninstall it at {target}.", "Le désinstaller chez {target}."],
  ["Remove the replacement; nothing uses it yet.", "Retirer le remplacement ; rien ne s’en sert encore."],
  ["Undo the change; nothing uses it yet.", "Défaire le changement ; rien ne s’en sert encore."],
  ["Undo the changes; nothing uses them yet.", "Annuler les changements ; rien ne s’en sert encore."],
  ["No difference: a copy does not change.", "Aucune différence : une copie ne change pas."],
  [
    "{one} and {other} are equal; keep both with the evidence.",
    "{one} et {other} sont égaux ; garder les deux au dossier.",
  ],
  [
    "Counts and sums are those of the copy and kept with the evidence, or the owner has written down that it is dropped.",
    "Nombres et sommes de contrôle sont ceux de la copie et gardés au dossier, ou le responsable a consigné l’abandon.",
  ],
  [
    "Load the copy that lies outside in a form that the replacement reads, and let the applications that are switched next find the replacement.",
    "Charger la copie qui est à l’extérieur sous une forme que le remplacement lit, et faire que les applications basculées ensuite trouvent le remplacement.",
  ],
  [
    "Compare errors, latency and cost with what was agreed, daily, for the agreed time.",
    "Comparer chaque jour erreurs, latence et coût à ce qui est convenu, le temps convenu.",
  ],
  [
    "Make each zone, as its code says, at a DNS host that answers, and have it delegated there: certificates are proven in it before the cutover.",
    "Faire chaque zone, comme le dit son code, chez un hébergeur DNS qui répond, et l’y faire déléguer : les certificats y sont prouvés avant la bascule.",
  ],
  [
    "Open a way to the copy of {what} and to its counterpart for the machine that runs the scripts",
    "Ouvrir un chemin vers la copie de {what} et vers son pendant à la machine qui lance les scripts",
  ],
  [
    "Choose one machine that holds the plan, best in a network of {target}, that reaches the server on which the copy was restored.",
    "Choisir une machine qui porte le plan, de préférence dans un réseau de {target}, qui atteint le serveur où la copie a été restaurée.",
  ],
  [
    "From the same repository: ingress, certificates, names, autoscaling, secrets from outside, and where a backup lies outside Velero with the bucket that holds it.",
    "Depuis le même dépôt : ingress, certificats, noms, mise à l’échelle, secrets externes, et si une sauvegarde est à l’extérieur, Velero avec le compartiment qui la porte.",
  ],
  ["Requests are answered by the target without errors.", "La cible répond aux requêtes sans erreur."],
  [
    "Compare {ranges+} with every range it will be linked to: offices, partners.",
    "Comparer {ranges+} à chaque plage à laquelle il sera relié : bureaux, partenaires.",
  ],
  [
    "The matrix is what the code says, apart from differences that were decided.",
    "La matrice est ce que dit le code, aux différences décidées près.",
  ],
  [
    "Each name answers from the target, and each sort of request and each schedule worked there once.",
    "Chaque nom répond depuis la cible, et chaque sorte de requête et chaque planification y a marché une fois.",
  ],
  [
    "Where {target} has no image of this Windows, or the machine cannot be made anew, take a copy of its disks that lies outside, convert it with virt-v2v, import it and start from it; nothing is left to copy then.",
    "Là où {target} n’a pas d’image de ce Windows, ou si la machine ne peut être refaite, prendre une copie de ses disques qui est à l’extérieur, la convertir avec virt-v2v, l’importer et démarrer dessus ; rien ne reste alors à copier.",
  ],
  [
    "Requests arrive at the new machine; errors are watched for an hour.",
    "Les requêtes arrivent à la nouvelle machine ; les erreurs sont surveillées une heure.",
  ],
  [
    "They start from images known by their ids, your own or somebody else's: build each again for {target}, or import a copy of its disk that lies outside, and give the code its id.",
    "Elles démarrent d’images connues par leur identifiant, les vôtres ou celles d’autrui : reconstruire chacune pour {target}, ou importer une copie de son disque qui est à l’extérieur, et donner son identifiant au code.",
  ],
  [
    "Attach it to its machine at {target}, make a file system on it, mount it under the path that those who use it know, and write it into fstab by UUID.",
    "L’attacher à sa machine chez {target}, y créer un système de fichiers, le monter sous le chemin que connaît ce qui s’en sert, et l’inscrire dans fstab par UUID.",
  ],
  [
    "Attach it to its machine at {target}, format it with NTFS, and give it the letter or folder that those who use it know.",
    "L’attacher à sa machine chez {target}, le formater en NTFS, et lui donner la lettre ou le dossier que connaît ce qui s’en sert.",
  ],
  [
    "The mount survives a restart of the machine; there is room for what it has to hold.",
    "Le montage survit à un redémarrage de la machine ; il y a la place de ce qu’il doit porter.",
  ],
  [
    "Start the services that use the mount at {target}.",
    "Démarrer chez {target} les services qui utilisent le montage.",
  ],
  [
    "Take the names from its listeners and records in the code: certificates and their keys are out of reach.",
    "Prendre les noms de ses écouteurs et enregistrements dans le code : les certificats et leurs clés sont hors d’atteinte.",
  ],
  [
    "Have new ones issued by ACME with DNS-01, which needs no name to lead to {target} yet, only a zone that answers, hand them to the code as it asks for them, and set up their renewal.",
    "En faire émettre de nouveaux par ACME avec DNS-01, qui ne demande pas encore que les noms mènent à {target}, seulement une zone qui répond, les donner au code comme il les demande, et mettre en place leur renouvellement.",
  ],
  [
    "Take the busiest minute from what was measured elsewhere (logs of applications and of partners), or reckon it from the machines behind; where it comes near, write bandwidthMbps into the workload and plan again.",
    "Prendre la minute la plus chargée de ce qui a été mesuré ailleurs (journaux des applications et des partenaires), ou la compter d’après les machines derrière ; si elle s’en approche, écrire bandwidthMbps dans la charge et refaire le plan.",
  ],
  ["Ask {what} at {target} everything that it is asked", "Demander à {what} chez {target} tout ce qu’on lui demande"],
  [
    "Change the records in the zone that answers now, or in the code of the one that is delegated next.",
    "Changer les enregistrements dans la zone qui répond à présent, ou dans le code de celle qui est déléguée ensuite.",
  ],
  [
    "Requests arrive at {target} within twice the TTL, errors there do not rise.",
    "Les requêtes arrivent chez {target} en deux TTL, les erreurs n’y montent pas.",
  ],
];
