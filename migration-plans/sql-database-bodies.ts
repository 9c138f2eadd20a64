/** What an engine's scripts do, after their head and settings. */
export interface Bodies {
  /** Reads both sides, writes nothing; fails when the target would refuse what the source has. */
  readonly preflight: string;
  /** Loads the source into the target; may be repeated. */
  readonly move: string;
  /** Fails when a table differs, and names it. */
  readonly verify: string;
}
