import type { Phrases } from "./phrases.ts";

/** Sentences on cost in French: what has no price, what settles it, which rules on egress hold. */
export const costPhrasesFr: Phrases = [
  [
    "France: nothing may be charged for data that leaves on a change of provider",
    "France : rien ne peut être facturé pour les données qui sortent lors d’un changement de fournisseur",
  ],
  [
    "Data Act: until 2027-01-12 at most what the transfer costs the provider",
    "Data Act : jusqu’au 12 janvier 2027, au plus ce que le transfert coûte au fournisseur",
  ],
  [
    "Data Act: from 2027-01-12 nothing may be charged for switching, egress included",
    "Data Act : à partir du 12 janvier 2027, rien ne peut être facturé pour le changement, sortie des données comprise",
  ],
  ["Egress of {names+}", "Sortie des données de {names+}"],
  ["Egress from {cloud}", "Sortie des données de {cloud}"],
  ["Monthly cost at {cloud}", "Coût mensuel chez {cloud}"],
  ["What replaces the resources of {address}", "Ce qui remplace les ressources de {address}"],
  ["{names+} at the source: {part+}", "{names+} à la source : {part+}"],
  ["{names+} at the target: {part+}", "{names+} à la cible : {part+}"],
  ["everything", "tout"],
  ["public addresses", "adresses publiques"],
  ["alarms and dashboards", "alarmes et tableaux de bord"],
  ["web application firewall", "pare-feu applicatif"],
  ["load balancer", "répartiteur de charge"],
  ["control plane", "plan de contrôle"],
  ["disks", "disques"],
  ["gateway", "passerelle"],
  ["key", "clé"],
  ["machines", "machines"],
  ["memory", "mémoire"],
  ["disk operations", "opérations de disque"],
  ["requests", "requêtes"],
  ["secret", "secret"],
  ["what is stored", "ce qui est stocké"],
  ["disk throughput", "débit de disque"],
  ["running time", "temps d’exécution"],
  ["traffic", "trafic"],
  ["zone", "zone"],
  ["licence of the operating system", "licence du système d’exploitation"],
  ["licence of the operating system, where it has one", "licence du système d’exploitation, s’il en a une"],
  [
    "load balancers and disks that its workloads make",
    "répartiteurs de charge et disques créés par ce qui tourne dedans",
  ],
  ["how many there are", "combien il y en a"],
  ["what replaces it", "ce qui le remplace"],
  ["minute", "minute"],
  ["LCU-hour", "LCU-heure"],
  ["GB", "Go"],
  ["GB that leaves", "Go qui sort"],
  ["million operations", "million d’opérations"],
  ["million requests", "million de requêtes"],
  ["million writes", "million d’écritures"],
  ["million queries", "million de requêtes"],
  ["1,000 writes", "millier d’écritures"],
  ["vCPU-second", "vCPU-seconde"],
  [
    "what replaces a resource that costs nothing at the source is taken to cost nothing",
    "ce qui remplace une ressource gratuite à la source est supposé gratuit",
  ],
  [
    "a group of machines that says no number has from its least to its most",
    "un groupe de machines qui ne dit pas leur nombre en a de son minimum à son maximum",
  ],
  ["prices of {where} for a region that is not known", "prix de {where} pour une région inconnue"],
  [
    "db prices taken as {#low} to {#high} times those of machines of the same size",
    "prix des bases de données comptés {#low} à {#high} fois ceux de machines de même taille",
  ],
  [
    "cache prices taken as {#low} to {#high} times those of machines of the same size",
    "prix des caches comptés {#low} à {#high} fois ceux de machines de même taille",
  ],
  [
    "{@family} prices taken as {#low} to {#high} times those of machines of the same size",
    "prix de {@family} comptés {#low} à {#high} fois ceux de machines de même taille",
  ],
  [
    "a database in two nodes taken as {#low} to {#high} times one",
    "une base à deux nœuds comptée {#low} à {#high} fois le prix d’un seul nœud",
  ],
  [
    "disks of databases taken as dear as block volumes of {#low} to {#high} operations",
    "disques de bases supposés aussi chers que des volumes blocs de {#low} à {#high} opérations",
  ],
  [
    "every object taken as one of the standard class in several zones",
    "chaque objet compté dans la classe standard, sur plusieurs zones",
  ],
  [
    "objects in three zones taken as {#low} to {#high} times those in one",
    "objets sur trois zones comptés {#low} à {#high} fois le prix de ceux d’une seule",
  ],
  [
    "a public address, where the subnet gives machines one",
    "une adresse publique, là où le sous-réseau en donne une aux machines",
  ],
  [
    "a cluster without a version: in standard support, or in extended support, six times as dear",
    "un cluster sans version : en support standard, ou en support étendu, six fois plus cher",
  ],
  ["disks of nodes are gp2 or gp3", "disques des nœuds : gp2 ou gp3"],
  [
    "a node with the disk that comes with it; what is added to the disk is not counted; as printed for two parts of the world",
    "un nœud avec le disque compris ; ce qu’on y ajoute n’est pas compté ; prix tels qu’affichés pour deux parties du monde",
  ],
  [
    "a node with the disk that comes with it; what is added to the disk is not counted",
    "un nœud avec le disque compris ; ce qu’on y ajoute n’est pas compté",
  ],
  [
    "a load balancer whose size is an id: small to extra large",
    "un répartiteur de charge dont la taille est un identifiant : de la plus petite à la plus grande",
  ],
  [
    "only zones of domains registered elsewhere are charged",
    "seules les zones de domaines enregistrés ailleurs sont facturées",
  ],
  ["a load balancer without a size taken as a small one", "un répartiteur de charge sans taille compté comme un petit"],
  [
    "every public IPv4 address is charged since 2024-02-01, used or not",
    "chaque adresse IPv4 publique est facturée depuis le 1er février 2024, utilisée ou non",
  ],
  ["prices of {where} for {place}", "prix de {where} pour {place}"],
  [
    "machines at prices of {~date}: of {n} read again in 2026, bare metal apart, {same} were the same",
    "machines aux prix du {~date} : sur {n} relus en 2026, hors serveurs dédiés, {same} étaient les mêmes",
  ],
  [
    "databases at prices of {~date}: the {n} read again in September 2026 were the same",
    "bases de données aux prix du {~date} : les {n} relus en septembre 2026 étaient les mêmes",
  ],
  [
    "caches at prices of {~date}: the {n} read again in August and September 2026 were the same",
    "caches aux prix du {~date} : les {n} relus en août et septembre 2026 étaient les mêmes",
  ],
  [
    "Aurora at prices of {~date}: the {n} read again in August 2026 were the same; servers of I/O-Optimized clusters cost {#times} times that",
    "Aurora aux prix du {~date} : les {n} relus en août 2026 étaient les mêmes ; les serveurs des clusters I/O-Optimized coûtent {#times} fois ce prix",
  ],
  ["list prices of September {year}", "prix publics de septembre {year}"],
];

/** What settles a part: before the phrases that any fact of exeat.yaml fits. */
export const costSettledFr: Phrases = [
  ["a value for {path}, or {more+}", "une valeur pour {path}, ou {more+}"],
  [
    "what runs in it asks the cloud for them, and no code of the cloud shows how many: {more+}",
    "ce qui tourne dedans les demande au cloud, et aucun code du cloud n’en montre le nombre : {more+}",
  ],
  [
    "what the licence costs, which prices of machines leave out: {more+}",
    "ce que coûte la licence, que les prix des machines ne comprennent pas : {more+}",
  ],
  ["a price for {name}, of which none is on record: {more+}", "aucun prix n’est connu pour {name} ({more+})"],
  [
    "the contract of the line that the data takes: nobody publishes a price for it, and a line that is paid by its speed charges nothing for the copy",
    "le contrat de la ligne que prennent les données : personne n’en publie de prix, et une ligne payée selon son débit ne facture rien pour la copie",
  ],
  ["a price for what leaves it, of which none is on record", "aucun prix n’est connu pour ce qui en sort"],
  [
    "how much it is used, at {#price} {currency} per {unit+}: {more+}",
    "l’usage ({#price} {currency} par {unit+}) : {more+}",
  ],
  ["components.<id>.gib, or {more+}", "components.<id>.gib, ou {more+}"],
  ["{path} in exeat.yaml: no price list of it is on record", "{path} dans exeat.yaml (aucun tarif n’est connu)"],
];
