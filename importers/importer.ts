import type { Diagnostic } from "../constructs/diagnostic.ts";
import type { MachineInventory } from "../providers/machine-inventory.ts";
import type { Args, Elements, Native, Root } from "../providers/native.ts";

/** Access to what the user named, handed in by the command line: importers open nothing themselves. */
export interface Files {
  /** Whole content. Rejects with an error carrying `code` (`ENOENT`, `EACCES`, `ELOOP`, …). */
  read(path: string): Promise<Uint8Array>;
  /** Content piece by piece, for files too large for one string. A piece is valid until the next is asked for. */
  chunks(path: string): AsyncIterable<Uint8Array>;
  /** Entries of a directory in code-unit order, links resolved; a link that leads nowhere or round in a circle is `other`. */
  list(directory: string): Promise<readonly { name: string; kind: "file" | "directory" | "other" }[]>;
  /** What a path is, its size in bytes, and one name for all paths that lead to it. Rejects like `read`. */
  stat(path: string): Promise<{ kind: "file" | "directory" | "other"; size: number; real: string }>;
}

/** What importers must know of clouds, as functions: they hold no native name themselves. */
export interface ImportKnowledge {
  /** True where the provider's schema marks the dotted path (no list positions) of a type as a secret. */
  sensitive(type: string, path: string): boolean;
  /** True where the schema says that a path of a type is a nested block, not an attribute; undefined when the type is unknown. */
  isBlock?(type: string, path: string): boolean | undefined;
  /** True where the provider sets the path by itself when nobody does: a computed attribute, or a block it fills in; undefined when not known. */
  computed?(type: string, path: string): boolean | undefined;
  /** Of what a list that the provider makes itself has one element each; undefined where that is not known before it is made. */
  elements?(type: string, attribute: string): Elements | undefined;
  /** Service of a type that does not begin with its name, as endpoints of the provider name it. */
  serviceOf?(type: string): string | undefined;
  /** Region that the attributes of a resource tell, by the provider that made it; undefined where they tell none. */
  regionOf?(provider: string, args: Args): string | undefined;
  /** False where nothing reads the arguments and edges of a type: a large state leaves them out. Default: all are read. */
  reads?(type: string): boolean;
  /** The machines of an inventory as natives of the cloud they run on. */
  machines?(inventory: MachineInventory): readonly Native[];
}

export interface ImportOptions {
  readonly files: Files;
  readonly knowledge: ImportKnowledge;
  /** `*.tfvars` files named by the user, applied to every root after the automatic ones. */
  readonly varFiles?: readonly string[];
  /** The workspace that every root is read as. Default: the one that was selected in its folder, else unknown. */
  readonly workspace?: string;
  /** Plan JSON laid over the folder: edges and positions from HCL, values from the plan. */
  readonly overlayPlan?: string;
  /** Told what is being read, for progress. */
  readonly progress?: (message: string) => void;
}

/** What reading one folder of code gave. */
export interface ImportResult {
  readonly roots: readonly Root[];
  readonly diagnostics: readonly Diagnostic[];
  readonly complete: boolean;
}
