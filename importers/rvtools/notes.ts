import type { Diagnostic } from "../../constructs/diagnostic.ts";

/** Takes what is to be said of an export. */
export interface Notes {
  /** Worth knowing; nothing is missing. */
  tell(diagnostic: Diagnostic): void;
  /** Something of the export was not read: what comes of it is not complete. */
  unread(diagnostic: Diagnostic): void;
}

/** Notes that remember whether anything was missing. */
export class Reading implements Notes {
  complete = true;
  readonly tell: (diagnostic: Diagnostic) => void;

  constructor(tell: (diagnostic: Diagnostic) => void) {
    this.tell = tell;
  }

  unread(diagnostic: Diagnostic): void {
    this.complete = false;
    this.tell(diagnostic);
  }
}
