import type { Phrases } from "./phrases.ts";

/** What reading an estate, and looking for it at a target, has to say, in French: every summary, and what is wrong and to do of those that people meet. */
export const diagnosticPhrasesFr: Phrases = [
  // Code.
  ["A file holds a syntax error", "Un fichier contient une erreur de syntaxe"],
  [
    "{cause*}. The block it stands in was left out, the rest was read. Run `tofu fmt` in its folder and mend what it names.",
    "{cause*}. Le bloc qui la contient a été laissé de côté, le reste a été lu. Lancer `tofu fmt` dans son dossier et corriger ce qu’il nomme.",
  ],
  ["A file is not UTF-8 text", "Un fichier n’est pas du texte UTF-8"],
  ["A block is too large to be read as code", "Un bloc est trop grand pour être lu comme du code"],
  [
    "What begins here was left out: it has {#n} million characters, and at most {#most} million are read. Split it, or move what is not code (a document, a list) into files that `file` or `jsondecode` read.",
    "Ce qui commence ici a été laissé de côté : cela a {#n} millions de caractères, et {#most} millions au plus sont lus. Diviser le bloc, ou mettre ce qui n’est pas du code (un document, une liste) dans des fichiers que lisent `file` ou `jsondecode`.",
  ],
  ["An expression is nested too deeply", "Une expression est trop profondément imbriquée"],
  ["A file or folder could not be opened", "Un fichier ou un dossier n’a pas pu être ouvert"],
  [
    "{file} was left out. It leads to what lies outside of what was named, or is no code, and is not followed: a report would show what stands there. Name the folder that holds both, or put a copy in its place.",
    "{file} a été laissé de côté. Il mène à ce qui se trouve hors de ce qui a été nommé, ou n’est pas du code, et il n’est pas suivi : un rapport montrerait ce qui y est écrit. Nommer le dossier qui contient les deux, ou mettre une copie à sa place.",
  ],
  [
    "{file}: It leads to what lies outside of what was named, or is no code, and is not followed: a report would show what stands there. Name the folder that holds both, or put a copy in its place.",
    "{file} : Il mène à ce qui se trouve hors de ce qui a été nommé, ou n’est pas du code, et il n’est pas suivi : un rapport montrerait ce qui y est écrit. Nommer le dossier qui contient les deux, ou mettre une copie à sa place.",
  ],
  ["A value depends on itself", "Une valeur dépend d’elle-même"],
  [
    "{what} is needed to compute {again}; it counts as unknown. Break the cycle.",
    "{what} est nécessaire pour calculer {again} ; elle compte comme inconnue. Rompre le cycle.",
  ],
  ["A module contains itself", "Un module se contient lui-même"],
  ["The code of a module is not here", "Le code d’un module n’est pas là"],
  [
    "{source} is called, and there is no code there: what it creates is not counted. Name a folder that holds it too, or correct the path.",
    "{source} est appelé, et il n’y a pas de code à cet endroit : ce qu’il crée n’est pas compté. Nommer un dossier qui le contient aussi, ou corriger le chemin.",
  ],
  [
    "{source} is called and not here: what it creates is not counted. Run `tofu init` in the root's folder, which downloads it, and read the folder again.",
    "{source} est appelé et n’est pas là : ce qu’il crée n’est pas compté. Lancer `tofu init` dans le dossier de la racine, qui le télécharge, puis relire le dossier.",
  ],
  [
    "{source} is called and not here. By its address it makes nothing at a cloud: what it computes is not known. Run `tofu init` in the root's folder, which downloads it, and read the folder again.",
    "{source} est appelé et n’est pas là. D’après son adresse il ne crée rien dans un cloud : ce qu’il calcule n’est pas connu. Lancer `tofu init` dans le dossier de la racine, qui le télécharge, puis relire le dossier.",
  ],
  [
    "{source} is run by Terragrunt and not found here: what it creates is not counted. Plan each of its folders (`terragrunt run --all plan`, then `tofu show -json` for each) and name the plans in place of the code.",
    "{source} est lancé par Terragrunt et n’a pas été trouvé ici : ce qu’il crée n’est pas compté. Planifier chacun de ses dossiers (`terragrunt run --all plan`, puis `tofu show -json` pour chacun) et nommer les plans à la place du code.",
  ],
  ["A reference leads nowhere", "Une référence ne mène nulle part"],
  [
    "{what} is not declared in this module; the value counts as unknown. Declare it or correct the name.",
    "{what} n’est pas déclaré dans ce module ; la valeur compte comme inconnue. Le déclarer ou corriger le nom.",
  ],
  ["An expression could not be evaluated", "Une expression n’a pas pu être évaluée"],
  [
    "The value counts as unknown: {cause*}. `tofu validate` in the root's folder says more.",
    "La valeur compte comme inconnue : {cause*}. `tofu validate` dans le dossier de la racine en dit plus.",
  ],
  ["How many there are is not known", "Combien il y en a n’est pas connu"],
  [
    "It counts as one: its {needed} depends on values that are not here ({expression}). Give them with --var-file or --workspace, or a plan with --plan.",
    "Il compte pour un : son {needed} dépend de valeurs absentes ({expression}). Les donner par --var-file ou --workspace, ou un plan par --plan.",
  ],
  ["A value does not fit the type of its variable", "Une valeur ne convient pas au type de sa variable"],
  [
    "{what}: {cause*}; it counts as unknown. Correct the value or the type.",
    "{what} : {cause*} ; elle compte comme inconnue. Corriger la valeur ou le type.",
  ],
  ["Something is declared twice", "Un élément est déclaré deux fois"],
  [
    "{what} is declared in {where} already; this one was left out. Rename or remove one of them.",
    "{what} est déjà déclaré dans {where} ; celui-ci a été laissé de côté. Renommer ou retirer l’un des deux.",
  ],
  ["Terragrunt gives values from outside", "Terragrunt donne des valeurs du dehors"],
  [
    "Of a Terragrunt file only what it states is read: inputs that it computes, and what dependencies give, count as unknown. A plan written through Terragrunt (`terragrunt plan`, then `tofu show -json`) knows them: give it with --plan.",
    "D’un fichier de Terragrunt n’est lu que ce qu’il énonce : les entrées qu’il calcule et ce que donnent ses dépendances comptent comme inconnus. Un plan écrit par Terragrunt (`terragrunt plan`, puis `tofu show -json`) les connaît : le donner par --plan.",
  ],
  ["There would be too many instances", "Il y aurait trop d’instances"],
  [
    "{what} has more than {#n} instances, which are not told apart: it counts as one. Check its count or for_each.",
    "{what} a plus de {#n} instances, qui ne sont pas distinguées : il compte pour un. Vérifier son count ou son for_each.",
  ],
  ["A file of variables holds something else", "Un fichier de variables contient autre chose"],
  [
    "It gives values of variables, one `name = value` each, and holds {what}: that was left out. Name the code as a path, and a plan with --plan.",
    "Il donne des valeurs de variables, un `nom = valeur` pour chacune, et contient {what} : cela a été laissé de côté. Nommer le code comme chemin, et un plan avec --plan.",
  ],
  ["something other than an object", "autre chose qu’un objet"],
  ["blocks, the first of type {what}", "des blocs, le premier de type {what}"],
  [
    "A file of variables names none that is declared here",
    "Un fichier de variables n’en nomme aucune qui soit déclarée ici",
  ],
  [
    "No root declares any of its names, the first of which is {what}: nothing of it was used. Name the file that belongs to this code, or a plan with --plan.",
    "Aucune racine ne déclare l’un de ses noms, dont le premier est {what} : rien n’en a servi. Nommer le fichier qui va avec ce code, ou un plan avec --plan.",
  ],
  ["A block could not be read", "Un bloc n’a pas pu être lu"],
  [
    "{what} is too large or too deeply nested to evaluate; it counts as unreadable. Split it.",
    "{what} est trop grand ou trop imbriqué pour être évalué ; il compte comme illisible. Le diviser.",
  ],
  ["Modules call each other in a circle", "Des modules s’appellent en cercle"],
  ["A module that nobody calls is read as a root", "Un module que personne n’appelle est lu comme une racine"],
  [
    "What it makes is counted once, as if it were run by itself, though nothing says that it is: it has no backend, no provider and no value for {variables}. Remove the folder if nobody needs it, or name the folders that are run.",
    "Ce qu’il crée est compté une fois, comme s’il était lancé seul, bien que rien ne le dise : il n’a ni backend, ni fournisseur, ni valeur pour {variables}. Retirer le dossier s’il ne sert à personne, ou nommer les dossiers qui sont lancés.",
  ],
  ["A module is called on one side of the change only", "Un module n’est appelé que d’un côté du changement"],
  [
    "The base calls it. Nobody in the head does, and nothing beside it says that it is run by itself: what it would make is left out of the head, as no work that the change brings or spares. Remove the folder, or give it a backend where it is run.",
    "La base l’appelle. Personne ne le fait à l’arrivée, et rien à côté ne dit qu’il est lancé seul : ce qu’il créerait est laissé hors de l’arrivée, n’étant pas un travail que le changement apporte ou épargne. Retirer le dossier, ou lui donner un backend là où il est lancé.",
  ],
  [
    "The head calls it. Nobody in the base does, and nothing beside it says that it is run by itself: what it would make is left out of the base, as no work that the change brings or spares. Remove the folder, or give it a backend where it is run.",
    "L’arrivée l’appelle. Personne ne le fait dans la base, et rien à côté ne dit qu’il est lancé seul : ce qu’il créerait est laissé hors de la base, n’étant pas un travail que le changement apporte ou épargne. Retirer le dossier, ou lui donner un backend là où il est lancé.",
  ],

  // Plans, states and what else was named.
  ["Nothing could be read", "Rien n’a pu être lu"],
  ["Nothing of a known form was found", "Rien de forme connue n’a été trouvé"],
  ["A path could not be opened", "Un chemin n’a pas pu être ouvert"],
  ["JSON is cut off", "Le JSON est coupé"],
  ["JSON is malformed", "Le JSON est mal formé"],
  ["A file is empty", "Un fichier est vide"],
  ["Standard input is empty", "L’entrée standard est vide"],
  [
    "Nothing came through the pipe. Look at what the command before it says: it failed, or had nothing to write.",
    "Rien n’est arrivé par le tube. Voir ce que dit la commande qui précède : elle a échoué, ou n’avait rien à écrire.",
  ],
  ["No resource belongs to a cloud that is read", "Aucune ressource n’appartient à un cloud qui est lu"],
  [
    "All belong to other providers: {counts}. What is read is {clouds}: of others nothing is known, and no figure would be of them. Name an estate at one of these; with --from it is read all the same, as what has nothing there.",
    "Toutes appartiennent à d’autres fournisseurs : {counts}. Ce qui est lu est {clouds} : des autres rien n’est connu, et aucun chiffre ne les concernerait. Nommer un parc chez l’un de ceux-ci ; avec --from il est lu tout de même, comme n’ayant rien à cet endroit.",
  ],
  ["Nothing here stands at a cloud", "Rien ici ne se trouve dans un cloud"],
  [
    "What is there makes nothing that could be left: {counts}. It is read as an estate without components. Name the folder, plan or state with the resources of a cloud.",
    "Ce qui est là ne crée rien qui puisse être quitté : {counts}. C’est lu comme un parc sans composants. Nommer le dossier, le plan ou l’état où sont les ressources d’un cloud.",
  ],
  ["Resources of another cloud are not assessed", "Les ressources d’un autre cloud ne sont pas évaluées"],
  [
    "They are counted as elsewhere, and no figure is of them: {counts}. {cloud} is what is left here. Assess one of {clouds} by itself with --from, and plan for any other apart.",
    "Elles comptent comme étant ailleurs, et aucun chiffre ne les concerne : {counts}. Ce qui est quitté ici est {cloud}. Évaluer à part l’un de {clouds} avec --from, et prévoir séparément tout autre.",
  ],
  [
    "A provider is told to call a host that is not its cloud's",
    "Un fournisseur doit appeler un hôte qui n’est pas de son cloud",
  ],
  [
    "{provider} calls {host}: what it makes there ({resources}) does not stand at {own}, whose jurisdiction and prices do not hold for it. It is counted as elsewhere, and no figure is of it. Assess what stands at {cloud} with --from {id}.",
    "{provider} appelle {host} : ce qu’il y crée ({resources}) ne se trouve pas chez {own}, dont la juridiction et les prix n’y valent pas. C’est compté comme étant ailleurs, et aucun chiffre n’en tient compte. Évaluer ce qui se trouve chez {cloud} avec --from {id}.",
  ],
  [
    "{provider} calls {host}: what it makes there ({resources}) does not stand at {own}, whose jurisdiction and prices do not hold for it. It is counted as elsewhere, and no figure is of it. No cloud that is read has that host, and who controls it is not known: plan for what it holds apart.",
    "{provider} appelle {host} : ce qu’il y crée ({resources}) ne se trouve pas chez {own}, dont la juridiction et les prix n’y valent pas. C’est compté comme étant ailleurs, et aucun chiffre n’en tient compte. Aucun cloud qui est lu n’a cet hôte, et qui le contrôle n’est pas connu : prévoir à part ce qu’il garde.",
  ],
  [
    "Resources stand at the source by the provider of another cloud",
    "Des ressources se trouvent à la source par le fournisseur d’un autre cloud",
  ],
  [
    "{provider} calls {host}: what it makes there ({resources}) stands at {source}, which is left. It is not read there: it counts as of unknown type, and the plan has it moved by hand. Write it with a provider of {own} to have it read.",
    "{provider} appelle {host} : ce qu’il y crée ({resources}) se trouve chez {source}, qui est quitté. Ce n’est pas lu là-bas : c’est compté comme de type inconnu, et le plan le fait déplacer à la main. L’écrire avec un fournisseur de {own} pour que ce soit lu.",
  ],
  ["The host that a provider is told to call is not known", "L’hôte qu’un fournisseur doit appeler n’est pas connu"],
  [
    "{provider} is given an endpoint that is not known: what it makes ({resources}) is taken for {source}'s and may stand anywhere: then the jurisdiction and the prices of {own} do not hold for it. Give its value with --var-file, or a plan with --plan.",
    "{provider} reçoit un point d’accès qui n’est pas connu : ce qu’il crée ({resources}) est pris comme étant chez {source} et peut se trouver n’importe où : la juridiction et les prix de {own} n’y valent alors pas. Donner sa valeur avec --var-file, ou un plan avec --plan.",
  ],
  [
    "{provider} is given an endpoint that is not known: what it makes ({resources}) may stand at {source}, which is left: it counts as of unknown type there, and the plan has it moved by hand. Give its value with --var-file, or a plan with --plan.",
    "{provider} reçoit un point d’accès qui n’est pas connu : ce qu’il crée ({resources}) se trouve peut-être chez {source}, qui est quitté : il y est compté comme de type inconnu, et le plan le fait déplacer à la main. Donner sa valeur avec --var-file, ou un plan avec --plan.",
  ],
  [
    "A provider serves many clouds, and nothing says which one",
    "Un fournisseur sert de nombreux clouds, et rien ne dit lequel",
  ],
  [
    "{provider} is taken for {source}, which is a guess: no host, no region and no other provider of {own} is named beside what it makes ({resources}). If another cloud answers, no figure here is of it. Name the host in the provider's auth_url, or say --from {id} if the guess is right.",
    "{provider} est pris pour {source}, ce qui est une supposition : aucun hôte, aucune région ni aucun autre fournisseur de {own} n’est nommé à côté de ce qu’il crée ({resources}). Si c’est un autre cloud qui répond, aucun chiffre d’ici ne le concerne. Nommer l’hôte dans auth_url du fournisseur, ou dire --from {id} si la supposition est juste.",
  ],
  ["A binary file was given", "Un fichier binaire a été donné"],
  ["A plan in the engine's own format was given", "Un plan au format propre du moteur a été donné"],
  ["A compressed file was given", "Un fichier compressé a été donné"],
  ["A file is in UTF-16", "Un fichier est en UTF-16"],
  ["A state is too old", "Un état est trop ancien"],
  ["A state is of a version not known yet", "Un état est d’une version encore inconnue"],
  ["A JSON format is of a version not known yet", "Un format JSON est d’une version encore inconnue"],
  ["A state is encrypted", "Un état est chiffré"],
  ["A file is of no known form", "Un fichier n’est d’aucune forme connue"],
  [
    "Resources are described in a form that is not read",
    "Des ressources sont décrites sous une forme qui n’est pas lue",
  ],
  [
    "What is described in {form} is not read, and none of it is counted. Take it over in a copy (import blocks, then `tofu plan -generate-config-out=generated.tf -out plan && tofu show -json plan > plan.json`), and name plan.json.",
    "Ce qui est décrit dans {form} n’est pas lu, et rien n’en est compté. Le reprendre dans une copie (blocs import, puis `tofu plan -generate-config-out=generated.tf -out plan && tofu show -json plan > plan.json`), et nommer plan.json.",
  ],
  [
    "What is described in objects of Kubernetes is not read, and none of it is counted. They move with their cluster: name the code that makes it.",
    "Ce qui est décrit en objets Kubernetes n’est pas lu, et rien n’en est compté. Ils partent avec leur cluster : nommer le code qui le crée.",
  ],
  [
    "Where they are no part of this estate, name the folders of its code in place of one that holds both.",
    "Si elles ne font pas partie de ce parc, nommer les dossiers de son code à la place de celui qui contient les deux.",
  ],
  ["A single file of code was given", "Un seul fichier de code a été donné"],
  ["A path was given twice", "Un chemin a été donné deux fois"],
  ["{file} is read once.", "{file} est lu une fois."],
  [
    "{file} is the same as {other}, or inside it: it is read once.",
    "{file} est le même que {other}, ou s’y trouve : il est lu une fois.",
  ],
  ["A plan of the running estate tells more than a state", "Un plan du parc en marche en dit plus qu’un état"],
  [
    "{file} is a state: it cannot tell what was asked for from what the provider chose, nor what refers to what. In the folder of the code: {command}, and name plan.json.",
    "{file} est un état : il ne distingue pas ce qui a été demandé de ce que le fournisseur a choisi, ni ce qui renvoie à quoi. Dans le dossier du code : {command}, et nommer plan.json.",
  ],
  ["A state beside the code was not read", "Un état à côté du code n’a pas été lu"],
  ["A plan beside the code was not read", "Un plan à côté du code n’a pas été lu"],
  ["A table beside the code was not read", "Un tableau à côté du code n’a pas été lu"],
  [
    "{file} may describe the same resources as the code, which would count twice. To use its values: {command}.",
    "{file} décrit peut-être les mêmes ressources que le code, qui compteraient deux fois. Pour en prendre les valeurs : {command}.",
  ],
  [
    "{file} may describe the same resources as the code, which would count twice. To read it instead, name it alone.",
    "{file} décrit peut-être les mêmes ressources que le code, qui compteraient deux fois. Pour le lire à la place, le nommer seul.",
  ],
  ["An instance waits for its deletion", "Une instance attend sa suppression"],
  [
    "{what} was replaced and its predecessor not yet deleted: the predecessor is not counted. `tofu apply` deletes it.",
    "{what} a été remplacé et son prédécesseur pas encore supprimé : celui-ci n’est pas compté. `tofu apply` le supprime.",
  ],
  ["A resource could not be read", "Une ressource n’a pas pu être lue"],
  ["A resource is listed twice", "Une ressource est listée deux fois"],
  ["The plan ended with an error", "Le plan a fini par une erreur"],
  ["The plan is not complete", "Le plan n’est pas complet"],
  [
    "Planning stopped: resources after the error are missing. Plan again without errors.",
    "La planification s’est arrêtée : il manque les ressources d’après l’erreur. Refaire le plan sans erreur.",
  ],
  [
    "{what+}: put off to a later plan by the engine. Each counts as one, with what is known of it so far. Apply this plan, and plan again.",
    "{what+} : remises par le moteur à un plan ultérieur. Chacune compte pour une, avec ce qu’on en sait déjà. Appliquer ce plan, puis en refaire un.",
  ],
  ["Apply this plan, and plan again.", "Appliquer ce plan, puis en refaire un."],
  [
    "It says of itself that it is of a part: what it leaves out is not counted. Plan again without -target, or apply this plan and plan again.",
    "Il dit lui-même n’être que partiel : ce qu’il laisse de côté n’est pas compté. Refaire le plan sans -target, ou l’appliquer et en refaire un.",
  ],
  ["The plan destroys configured resources", "Le plan détruit des ressources configurées"],
  [
    "{what+}: configured, and to be destroyed. They are not counted.",
    "{what+} : configurées, et à détruire. Elles ne sont pas comptées.",
  ],
  ["The plan leaves configured resources out", "Le plan laisse de côté des ressources configurées"],
  [
    "{what+}: configured, and the plan says nothing of them, as one made with -target. They are not counted, and the estate is not complete. Plan again without -target; where the code switches them off (`enabled = false`), name its folder and give the plan with --plan.",
    "{what+} : configurées, et le plan n’en dit rien, comme un plan fait avec -target. Elles ne sont pas comptées, et le parc n’est pas complet. Refaire le plan sans -target ; si le code les désactive (`enabled = false`), nommer son dossier et donner le plan par --plan.",
  ],
  ["The plan belongs to no root of the folder", "Le plan n’appartient à aucune racine du dossier"],
  ["The plan fits several roots of the folder", "Le plan convient à plusieurs racines du dossier"],
  [
    "{plan} fits several roots alike: {roots}. The code was read without it. Name the folder it was made in, or put the plan into the folder of its root.",
    "{plan} convient aussi bien à plusieurs racines : {roots}. Le code a été lu sans lui. Nommer le dossier où il a été fait, ou mettre le plan dans le dossier de sa racine.",
  ],
  ["The plan has fewer instances than the code", "Le plan a moins d’instances que le code"],
  [
    "{what+}: by the values the code was read with, and not in {plan}. The plan counts, they do not. Give the values it was made with by --var-file; if it was made with -target, plan again.",
    "{what+} : d’après les valeurs avec lesquelles le code a été lu, et absentes de {plan}. C’est le plan qui compte, pas elles. Donner par --var-file les valeurs avec lesquelles il a été fait ; s’il a été fait avec -target, refaire le plan.",
  ],
  ["--plan needs a plan and a folder of code", "--plan demande un plan et un dossier de code"],
  ["--var-file needs a folder of code", "--var-file demande un dossier de code"],
  [
    "{what} was not used: plans and states hold the values they were made with. Leave it out, or name a folder with *.tf files.",
    "{what} n’a pas servi : les plans et les états contiennent les valeurs avec lesquelles ils ont été faits. L’omettre, ou nommer un dossier avec des fichiers *.tf.",
  ],
  ["A resource of the code is not in the plan", "Une ressource du code n’est pas dans le plan"],
  [
    "{what} is read from the code alone: {plan} is older than the code, or was made with -target. Plan again.",
    "{what} est lu du code seul : {plan} est plus ancien que le code, ou a été fait avec -target. Refaire le plan.",
  ],

  // Exports of machines.
  ["{name} (line {#n}) and {#more} more", "{name} (ligne {#n}) et {#more} de plus"],
  ["{name} (line {#n})", "{name} (ligne {#n})"],
  ["The date is before the facts", "La date précède les faits"],
  [
    "For {date} only the law of that day is taken: what the clouds offer, what it costs and what work it is was read up to {catalogue}. Name that day or a later one with --date, or leave it out.",
    "Pour le {date}, seul le droit de ce jour est pris : ce qu’offrent les clouds, ce que cela coûte et le travail que c’est ont été relevés jusqu’au {catalogue}. Donner ce jour ou un jour postérieur à --date, ou l’omettre.",
  ],
  ["An inventory is no code", "Un inventaire n’est pas du code"],
  [
    "Effort is counted as if little of the estate were in code: what no code says has to be found by hand. If there is more, state factors.estateInCode in exeat.yaml.",
    "L’effort est compté comme si peu du parc était en code : ce qu’aucun code ne dit est à trouver à la main. S’il y en a plus, déclarer factors.estateInCode dans exeat.yaml.",
  ],
  ["Machines are switched off", "Des machines sont éteintes"],
  [
    "{list,}: {#n} in all. They count like the others. Decide which of them are still needed, and take the rest out of the export.",
    "{list,} : {#n} en tout. Elles comptent comme les autres. Décider lesquelles servent encore, et retirer le reste de l’export.",
  ],
  ["Rows are no machines of yours", "Des lignes ne sont pas de vos machines"],
  ["A number could not be read", "Un nombre n’a pas pu être lu"],
  ["A number may be meant in two ways", "Un nombre peut se lire de deux façons"],
  ["A size of memory is too small to be in MiB", "Une taille de mémoire est trop petite pour être en Mio"],
  ["Machines bear one name", "Des machines portent le même nom"],
  [
    "{#n} machines are called {name}: {list,}. Each counts; the second and later ones get a number behind their name.",
    "{#n} machines s’appellent {name} : {list,}. Chacune compte ; à partir de la deuxième, un numéro suit le nom.",
  ],
  ["Rows belong to no machine", "Des lignes n’appartiennent à aucune machine"],
  ["A tab of the export is missing", "Un onglet de l’export manque"],
  ["An export has no list of machines", "Un export n’a pas de liste de machines"],
  ["A quote is never closed", "Un guillemet n’est jamais fermé"],
  ["Machines are listed twice", "Des machines sont listées deux fois"],
  ["A row has more cells than titles", "Une ligne a plus de cellules que de titres"],
  ["A table is cut off", "Un tableau est coupé"],
  ["A tab is there twice", "Un onglet est là deux fois"],
  ["A workbook is broken", "Un classeur est abîmé"],
  ["A workbook cannot be opened", "Un classeur ne s’ouvre pas"],
  ["Machines are not connected", "Des machines ne sont pas connectées"],
  [
    "{list,}: {#n} in all. Their vCenter knows of them only what was true once, or that they are gone. They count like the others. Look whether they are still there, and take the rest out of the export.",
    "{list,} : {#n} en tout. Leur vCenter n’en sait que ce qui fut vrai, ou qu’elles ont disparu. Elles comptent comme les autres. Vérifier si elles sont encore là, et retirer le reste de l’export.",
  ],
  ["A row names no machine", "Une ligne ne nomme aucune machine"],
  ["What each disk holds is worked out", "Ce que contient chaque disque est calculé"],
  [
    "{#n} machines have several disks, and the export knows only what all of them take up: it is divided by their sizes. State components.<id>.gib in exeat.yaml where you know better.",
    "{#n} machines ont plusieurs disques, et l’export ne connaît que leur occupation totale : elle est répartie selon leurs tailles. Déclarer components.<id>.gib dans exeat.yaml quand on le sait mieux.",
  ],
  ["Disks are devices of a storage system", "Des disques sont des unités d’un système de stockage"],
  [
    "{list,}: {#n} in all. They are mapped raw and are no files of vSphere: snapshots and exports of machines leave them out. Plan to copy them from inside the machine.",
    "{list,} : {#n} en tout. Rattachés tels quels, ce ne sont pas des fichiers de vSphere : instantanés et exports de machines les laissent de côté. Prévoir de les copier depuis la machine.",
  ],
  ["A table is of no known form", "Un tableau n’est d’aucune forme connue"],

  // What an estate says, and what a target offers.
  ["A resource belongs to two components", "Une ressource appartient à deux composants"],
  [
    "It is tied to {one} and to {other}; the first one keeps it. Tie it to one of them.",
    "Elle est liée à {one} et à {other} ; le premier la garde. La lier à un seul.",
  ],
  ["A value has no place in the vocabulary", "Une valeur n’a pas de place dans le vocabulaire"],
  [
    "{@prop} is {value}, which the kind {@kind} does not allow. It is counted as not known; look at it by hand.",
    "{@prop} vaut {value}, que le genre {@kind} n’admet pas. Elle compte comme inconnue ; à regarder à la main.",
  ],
  ["A loss has no explanation yet", "Une perte n’a pas encore d’explication"],
  [
    "{cloud} does not give {path} as it was asked for, and its files do not say why. Report it as an issue of this tool; plan for the loss meanwhile.",
    "{cloud} ne rend pas {path} comme demandé, et ses fichiers ne disent pas pourquoi. Le signaler comme un défaut de cet outil ; d’ici là, prévoir la perte.",
  ],
  ["User data holds what looks like a secret", "Les données utilisateur contiennent ce qui semble un secret"],
  [
    "It is not carried over, and everybody who may read the machine's description or the state can read it today. Keep the secret in a store, let the machine fetch it at its start, and change it.",
    "Il n’est pas repris, et quiconque lit la description de la machine ou l’état peut le lire aujourd’hui. Garder le secret dans un coffre, le faire chercher par la machine à son démarrage, et le changer.",
  ],
  ["The target does not have this kind", "La cible n’a pas ce genre"],
  ["The target does not offer this value", "La cible ne propose pas cette valeur"],
  [
    "{cloud} has no {wanted} in its catalogue {catalogue}; {taken} was written instead. See what is lost with `exeat diff`.",
    "{cloud} n’a pas {wanted} à son catalogue {catalogue} ; {taken} a été écrit à la place. Voir ce qui est perdu par `exeat diff`.",
  ],
  ["Something that has to be bought is left out", "Ce qui s’achète est laissé de côté"],
  ["A disk is written larger than asked for", "Un disque est écrit plus grand que demandé"],
  [
    "{written} GiB are written and paid where {asked} are asked for: at {cloud} a disk is as fast as it is large. Ask for less speed, or override the size for this cloud.",
    "{written} Gio sont écrits et payés là où {asked} sont demandés : chez {cloud} un disque est rapide à la mesure de sa taille. Demander moins de vitesse, ou fixer la taille pour ce cloud.",
  ],
  ["The target places it elsewhere than asked", "La cible le place ailleurs que demandé"],
  [
    "It asks for zone {zone}, and its subnet {subnet} of {network} lies in zone {there}, where it is made with its volumes: a subnet of AWS lies in one. Give the network a subnet in the zone asked for, and name that.",
    "Il demande la zone {zone}, et son sous-réseau {subnet} de {network} est dans la zone {there}, où il est créé avec ses volumes : un sous-réseau d’AWS est dans une seule. Donner au réseau un sous-réseau dans la zone demandée, et nommer celui-là.",
  ],
  [
    "A balancer of AWS stands in one subnet of each zone, and reaches the others of that zone from there: it is made without {subnets}. Give the network subnets in further zones if it must stand in more.",
    "Un répartiteur d’AWS se trouve dans un sous-réseau de chaque zone, et joint de là les autres de cette zone : il est créé sans {subnets}. Donner au réseau des sous-réseaux dans d’autres zones s’il doit se trouver dans plus.",
  ],
  [
    "All its subnets lie in zone {zone}, and AWS takes two zones at least: a variable stands for a subnet in another. Give the network a subnet there, and name it.",
    "Tous ses sous-réseaux sont dans la zone {zone}, et AWS veut deux zones au moins : une variable tient lieu d’un sous-réseau dans une autre. Donner au réseau un sous-réseau à cet endroit, et le nommer.",
  ],
  ["Nothing from the internet reaches it", "Rien n’y parvient depuis Internet"],
  [
    "It has a public address and stands in the subnet {subnet} of {network}, from which other components go out through a gateway: a subnet of AWS does one or the other. Give it a subnet of its own with `public: true`.",
    "Il a une adresse publique et se trouve dans le sous-réseau {subnet} de {network}, d’où d’autres composants sortent par une passerelle : un sous-réseau d’AWS fait l’un ou l’autre. Lui donner un sous-réseau à lui avec `public: true`.",
  ],
  [
    "No firewall opens it, and the group that every VPC has lets in nobody from outside. Name a firewall with the rules it needs.",
    "Aucun pare-feu ne l’ouvre, et le groupe que tout VPC possède ne laisse entrer personne du dehors. Nommer un pare-feu avec les règles qu’il lui faut.",
  ],
  ["One network where several are asked for", "Un seul réseau là où plusieurs sont demandés"],
  [
    "Components in {networks} use it, and a group of AWS belongs to one network: it is made in the first, and what stands in another is refused it. Write one for each network.",
    "Des composants de {networks} l’utilisent, et un groupe d’AWS appartient à un seul réseau : il est créé dans le premier, et se voit refusé à ce qui est dans un autre. En écrire un par réseau.",
  ],
  [
    "Components in {network} use it, and so does what stands in no network of this workload: {others}. A group of AWS belongs to one network: it is made in the first, and those are refused it. Give them a subnet there, or a group of their own.",
    "Des composants de {network} l’utilisent, comme ce qui n’est dans aucun réseau de ce workload : {others}. Un groupe d’AWS appartient à un seul réseau : il est créé dans le premier, et se voit refusé à ceux-ci. Leur donner un sous-réseau à cet endroit, ou un groupe à eux.",
  ],
  [
    "A rule of it names {other}, which belongs to another network: AWS takes that only between networks that are linked. Name ranges of addresses in its place.",
    "Une de ses règles nomme {other}, qui appartient à un autre réseau : AWS ne l’accepte qu’entre réseaux reliés. Nommer à sa place des plages d’adresses.",
  ],
  ["It reaches nothing on the internet", "Il ne joint rien sur Internet"],
  [
    "Its machines stand in {subnets} of {networks}, from which nothing goes out: they neither fetch images nor join the cluster. Give the network `egress: shared`, or make endpoints of the services that they need.",
    "Ses machines sont dans {subnets} de {networks}, d’où rien ne sort : elles ne chargent pas d’images et ne rejoignent pas le cluster. Donner au réseau `egress: shared`, ou créer des points de terminaison des services dont elles ont besoin.",
  ],
  ["Nobody may connect to it yet", "Personne ne peut encore s’y connecter"],
  [
    "Without a private network it stands on a public endpoint, where Scaleway lets every address in until some are listed. Nothing says who may connect: the code lists an address that nobody has. Name a private network in `subnets`, or list the addresses of the applications and of who copies the data in `allowedCidrs`.",
    "Sans réseau privé elle est derrière un point d’accès public, où Scaleway laisse entrer toutes les adresses tant qu’aucune n’est listée. Rien ne dit qui peut s’y connecter : le code liste une adresse que personne n’a. Nommer un réseau privé dans `subnets`, ou lister dans `allowedCidrs` les adresses des applications et de qui copie les données.",
  ],
  [
    "The internet is to reach it, and Scaleway lets every address in until some of IPv4 are listed. Nothing says which may connect: the code lists an address that nobody has. List those of the clients and of who copies the data in `allowedCidrs`; `0.0.0.0/0` is all of them.",
    "Internet doit la joindre, et Scaleway laisse entrer toutes les adresses tant qu’aucune d’IPv4 n’est listée. Rien ne dit lesquelles peuvent s’y connecter : le code liste une adresse que personne n’a. Lister dans `allowedCidrs` celles des clients et de qui copie les données ; `0.0.0.0/0` les désigne toutes.",
  ],
  [
    "A database of OVHcloud lets nobody in until addresses are listed, and nothing says which. List those of the applications and of who copies the data in `allowedCidrs`.",
    "Une base d’OVHcloud ne laisse entrer personne tant qu’aucune adresse n’est listée, et rien ne dit lesquelles. Lister dans `allowedCidrs` celles des applications et de qui copie les données.",
  ],
  [
    "Its network is not in this workload, and nothing says who may connect: the group that every VPC has lets in its own members alone. List the addresses of the clients in `allowedCidrs`, or name a firewall in `firewalls`.",
    "Son réseau n’est pas dans ce workload, et rien ne dit qui peut s’y connecter : le groupe que tout VPC possède ne laisse entrer que ses propres membres. Lister dans `allowedCidrs` les adresses des clients, ou nommer un pare-feu dans `firewalls`.",
  ],
  ["Its whole network may connect", "Tout son réseau peut s’y connecter"],
  [
    "Machines behind firewalls may connect to it, and a database of OVHcloud takes addresses alone: the ranges of its network are listed. Put the addresses of those machines in their place.",
    "Des machines derrière des pare-feu peuvent s’y connecter, et une base d’OVHcloud ne prend que des adresses : les plages de son réseau sont listées. Mettre à leur place les adresses de ces machines.",
  ],
  [
    "Nothing lists who may connect, and the group that every VPC has lets in nobody from outside. List the clients in `allowedCidrs`, or name a firewall with the rules it needs.",
    "Rien ne liste qui peut s’y connecter, et le groupe que tout VPC possède ne laisse entrer personne du dehors. Lister les clients dans `allowedCidrs`, ou nommer un pare-feu avec les règles qu’il lui faut.",
  ],
  ["All of the internet reaches it", "Tout Internet la joint"],
  [
    "It has a public address and names no firewall, and the group that {cloud} gives it lets everything in, where that of AWS lets in nobody from outside. Name a firewall with the rules it needs in `firewalls`.",
    "Elle a une adresse publique et ne nomme aucun pare-feu, et le groupe que {cloud} lui donne laisse tout entrer, là où celui d’AWS ne laisse entrer personne du dehors. Nommer dans `firewalls` un pare-feu avec les règles qu’il lui faut.",
  ],
  ["All of the internet reaches its API", "Tout Internet joint son API"],
  [
    "It is to answer nobody outside, and the API of a cluster of OVHcloud answers at a public address alone. Its nodes call it from addresses that no code knows, and a list without them could shut them out: the code writes none, and everybody may call it. List in `allowedCidrs` who may, the nodes among them; or deploy nodes without public addresses to a region of the standard plan, as EU-WEST-PAR: there the address of the network's gateway is listed alone.",
    "Il ne doit répondre à personne du dehors, et l’API d’un cluster d’OVHcloud ne répond qu’à une adresse publique. Ses nœuds l’appellent depuis des adresses qu’aucun code ne connaît, et une liste sans elles pourrait les exclure : le code n’en écrit pas, et tout le monde peut l’appeler. Lister dans `allowedCidrs` qui le peut, les nœuds compris ; ou déployer des nœuds sans adresse publique dans une région du plan standard, comme EU-WEST-PAR : l’adresse de la passerelle du réseau y est listée seule.",
  ],
  ["Everybody may reach it", "Tout le monde peut le joindre"],
  [
    "It names {firewalls}, of which the rules are not here, and a balancer of OVHcloud lets everybody in at each listener, whatever groups its port has. Write who may come in as `allowed_cidrs` of its listeners, or bring the firewall into this workload.",
    "Il nomme {firewalls}, dont les règles ne sont pas ici, et un répartiteur d’OVHcloud laisse entrer tout le monde à chaque écouteur, quels que soient les groupes de son port. Écrire qui peut entrer dans `allowed_cidrs` de ses écouteurs, ou faire entrer le pare-feu dans ce workload.",
  ],
  [
    "It names {firewalls}, of which the rules are not here, and no security group stands in front of a Load Balancer of Scaleway: its frontends let everybody in. Write who may come in as `scaleway_lb_acl` of its frontends, or bring the firewall into this workload.",
    "Il nomme {firewalls}, dont les règles ne sont pas ici, et aucun groupe de sécurité n’est devant un Load Balancer de Scaleway : ses frontends laissent entrer tout le monde. Écrire qui peut entrer dans un `scaleway_lb_acl` de ses frontends, ou faire entrer le pare-feu dans ce workload.",
  ],
  ["Nobody may reach it yet", "Personne ne peut encore le joindre"],
  [
    "Its firewalls let in no range that is known here at {ports}, and a frontend of Scaleway without an ACL is open to everybody: the code denies everybody there. Write who may come in as `cidrs` of a rule, or as `scaleway_lb_acl` of the frontend.",
    "Ses pare-feu ne laissent entrer aucune plage connue ici au port {ports}, et un frontend de Scaleway sans ACL est ouvert à tous : le code y refuse tout le monde. Écrire qui peut entrer dans les `cidrs` d’une règle, ou dans un `scaleway_lb_acl` du frontend.",
  ],
  [
    "Its firewalls let in no range of IPv4 that is known here at {ports}, and a listener of OVHcloud that names none is open to everybody: the code names an address that nobody has. Write who may come in as `cidrs` of a rule, or as `allowed_cidrs` of the listener.",
    "Ses pare-feu ne laissent entrer aucune plage IPv4 connue ici au port {ports}, et un écouteur d’OVHcloud qui n’en nomme pas est ouvert à tous : le code nomme une adresse que personne n’a. Écrire qui peut entrer dans les `cidrs` d’une règle, ou dans `allowed_cidrs` de l’écouteur.",
  ],
  ["What it is to let in may be refused", "Ce qu’il doit laisser entrer peut être refusé"],
  [
    "A rule of it lets in the group of {clients}, and a Load Balancer of Scaleway stands outside of groups: it lets ranges in. The range of that subnet is not here: add it to the rule.",
    "Une de ses règles laisse entrer le groupe de {clients}, et un Load Balancer de Scaleway est hors des groupes : il laisse entrer des plages. La plage de ce sous-réseau n’est pas ici : l’ajouter à la règle.",
  ],
  [
    "A rule of it lets in the group of {clients}, and a balancer of OVHcloud stands outside of groups: it lets ranges in, and reaches machines from any address of its subnet. The range of that subnet is not here: add it to the rule.",
    "Une de ses règles laisse entrer le groupe de {clients}, et un répartiteur d’OVHcloud est hors des groupes : il laisse entrer des plages, et joint les machines depuis n’importe quelle adresse de son sous-réseau. La plage de ce sous-réseau n’est pas ici : l’ajouter à la règle.",
  ],
  ["It needs something that the code cannot make in time", "Il lui faut ce que le code ne peut pas créer à temps"],
  [
    "It is to have no network plug-in, and a group of nodes fails while there is none: the code makes both at once. Make the cluster alone first (`-target` of it), install the plug-in by Helm, then run the code for the rest; or ask for `cni: native`.",
    "Il ne doit pas avoir de greffon réseau, et un groupe de nœuds échoue tant qu’il n’y en a pas : le code crée les deux à la fois. Créer d’abord le cluster seul (`-target` sur lui), installer le greffon par Helm, puis lancer le code pour le reste ; ou demander `cni: native`.",
  ],
  ["The network gets a subnet that nobody asked for", "Le réseau reçoit un sous-réseau que personne n’a demandé"],
  [
    "AWS takes two zones at least, and it is to stand in {subnet} of {network} alone: the network gets the subnet {added} in another zone, {range}. See that nothing else has these addresses, and open to them what {cidr} is let in by; or name a second subnet.",
    "AWS veut deux zones au moins, et il doit être dans {subnet} de {network} seulement : le réseau reçoit le sous-réseau {added} dans une autre zone, {range}. Vérifier que rien d’autre n’a ces adresses, et leur ouvrir ce qui laisse entrer {cidr} ; ou nommer un deuxième sous-réseau.",
  ],
  ["Each can only be made after the other", "Chacun ne peut être créé qu’après l’autre"],
  [
    "At {cloud} these wait for each other: {natives}. None of them can be made first, and every engine refuses such code. Leave out one of the references between them, and add it by hand once both are there.",
    "Chez {cloud}, ceux-ci s’attendent l’un l’autre : {natives}. Aucun ne peut être créé d’abord, et tout moteur refuse un tel code. Retirer une des références qui les lient, et l’ajouter à la main une fois les deux créés.",
  ],
  ["The target does not take it as asked", "La cible ne le prend pas tel que demandé"],
  [
    "A rule of it lets a group in, and a Load Balancer of Scaleway stands outside of groups: it lets ranges in. The code lets in all of {ranges}. Give who calls it a subnet of its own where that is too much.",
    "Une de ses règles laisse entrer un groupe, et un Load Balancer de Scaleway est hors des groupes : il laisse entrer des plages. Le code laisse entrer tout {ranges}. Donner à qui l’appelle un sous-réseau à lui là où c’est trop.",
  ],
  [
    "A rule of it lets a group in, and a balancer of OVHcloud stands outside of groups: it lets ranges in, and reaches machines from any address of its subnet. The code lets in all of {ranges}. Give the balancer, or who calls it, a subnet of its own where that is too much.",
    "Une de ses règles laisse entrer un groupe, et un répartiteur d’OVHcloud est hors des groupes : il laisse entrer des plages, et joint les machines depuis n’importe quelle adresse de son sous-réseau. Le code laisse entrer tout {ranges}. Donner au répartiteur, ou à qui l’appelle, un sous-réseau à lui là où c’est trop.",
  ],
  [
    "Its subnet {subnet} is to give no addresses, and AWS refuses nodes in a public subnet that gives none: it gives them to those of {clusters}. Let them stand in a private subnet, and give the network `egress: shared`.",
    "Son sous-réseau {subnet} ne doit pas donner d’adresses, et AWS refuse des nœuds dans un sous-réseau public qui n’en donne pas : il en donne à ceux de {clusters}. Les placer dans un sous-réseau privé, et donner au réseau `egress: shared`.",
  ],
  [
    "A subnet of AWS has sixteen addresses at least, and with these some of its subnets overlap, which AWS refuses: {subnets}. Give each a range of /28 that lies apart from the others.",
    "Un sous-réseau d’AWS a seize adresses au moins, et avec elles certains de ses sous-réseaux se chevauchent, ce qu’AWS refuse : {subnets}. Donner à chacun une plage de /28 à l’écart des autres.",
  ],
  [
    "It sends to {addresses}, which the internet routes: a balancer of AWS takes addresses of its own network and private ones, and refuses others. Name the private address behind a VPN or a link, or lead there by a proxy inside the network.",
    "Il envoie à {addresses}, ce qu’Internet achemine : un répartiteur d’AWS prend des adresses de son propre réseau et des adresses privées, et refuse les autres. Nommer l’adresse privée derrière un VPN ou un lien, ou y mener par un mandataire dans le réseau.",
  ],
  [
    "It asks for a disk of the host, and {machine} is a {type}, with {size} GB of them: a volume of Block Storage is written. Ask for `media: ssd`, or override the type of the machine: a DEV1 or a GP1 has such disks.",
    "Il demande un disque de l’hôte, et {machine} est un {type}, qui en a {size} Go : un volume de Block Storage est écrit. Demander `media: ssd`, ou remplacer le type de la machine : un DEV1 ou un GP1 a de tels disques.",
  ],
  [
    "It asks for the address {address}, and Scaleway keeps the first two and the last two of each subnet: it gets another. Ask for one in between.",
    "Il demande l’adresse {address}, et Scaleway garde les deux premières et les deux dernières de chaque sous-réseau : il en reçoit une autre. En demander une entre elles.",
  ],
  ["Several regions become one", "Plusieurs régions deviennent une seule"],
  [
    "Components stand in {regions}, and all of them go to {target}: an outage of that one region then takes all of them. Assess and plan what stands in each by itself, each to a region of the target, where they are to stand in for each other.",
    "Des composants sont dans {regions}, et tous vont à {target} : une panne de cette seule région les emporte alors tous. Évaluer et planifier à part ce qui est dans chacune, chacune vers une région de la cible, là où elles doivent se suppléer.",
  ],
  [
    "The contract asks for more notice than the Data Act allows",
    "Le contrat demande un préavis plus long que le Data Act ne le permet",
  ],
  [
    "{#n} days of notice to {source} are counted as stated, and its bill until they have run. For a change of provider the Data Act allows two months at most (Regulation (EU) 2023/2854 art. 25(2)(d)), where the customer is in the Union: ask for that, have the contract read for what else it demands, and state what holds as contract.noticeDays.",
    "{#n} jours de préavis à {source} sont comptés comme indiqué, et sa facture jusqu’à leur terme. Pour un changement de fournisseur, le Data Act permet deux mois au plus (règlement (UE) 2023/2854, art. 25, par. 2, point d), si le client est dans l’Union : le demander, faire relire ce que le contrat exige d’autre, et indiquer ce qui vaut dans contract.noticeDays.",
  ],
  ["An override finds nothing to change", "Une surcharge ne trouve rien à changer"],
  ["An override sets an argument that does not exist", "Une surcharge pose un argument qui n’existe pas"],
  ["Components disagree about what they share", "Des composants se contredisent sur ce qu’ils partagent"],
  ["A fragment is left out of the code", "Un fragment est laissé hors du code"],
  ["A value that nobody knows was assumed", "Une valeur que personne ne connaît a été supposée"],
  [
    "At the source, {prop} is {expression*}; the code for {cloud} has nothing there. Set it before you apply.",
    "À la source, {prop} est {expression*} ; le code pour {cloud} n’y met rien. Régler cette valeur avant d’appliquer le code.",
  ],
  [
    "At the source, {prop} is {expression*}; the code for {cloud} has {value*}. Set it before you apply.",
    "À la source, {prop} est {expression*} ; le code pour {cloud} a {value*}. Régler cette valeur avant d’appliquer le code.",
  ],
  [
    "{cloud} sells {what+} by an order, which needs a means of payment. The code takes for granted that it is there; order it by hand, or synthesise with --allow-orders to have the code order it.",
    "{cloud} vend {what+} sur commande, ce qui demande un moyen de paiement. Le code suppose que c’est fait ; passer la commande à la main, ou synthétiser avec --allow-orders pour que le code la passe.",
  ],
  ["the zone {name}", "la zone {name}"],
  ["a plan names no backend", "un plan ne nomme aucun backend"],
  ["a state names no backend", "un état ne nomme aucun backend"],
];
