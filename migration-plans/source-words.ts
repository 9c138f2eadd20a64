import { literally } from "../constructs/literally.ts";
import { NAMES } from "./estate-steps.ts";
import type { Step } from "./plan.ts";

/** Words that take for granted that the source answers: it is gone back to, in use, or as good as it was. Judgement, 2026-11-28. */
const ANSWERS =
  /\bthe source\b|\bstill (answers?|answered|has|holds)\b|\b(is|are) in use\b|\bthe old (machines?|zones?|load balancers?|name servers?)\b|\bcatch(es)? up\b/i;

/** It is compared with the target. A script may do that with a copy. */
const COMPARED = /\bboth (sides|clusters|sets|zones|load balancers)\b/i;

/** What a machine at the target must no longer do. */
const NO_MORE = /^What calls .+ has to be replaced\.$|\bnothing looks for the source's metadata\b/;

/** Steps that say what became of the source, or what its code meant: lost, made anew, finished in code, closed in writing. */
const SAYS_WHY = /^(prepare\.(copies|dependency|dependencies)|foundation\.code|decommission)\./;

/** Sentences of a step that ask something of the source; `title` is the source's, `readsCopy` whether a script of the step reads a copy. */
export function askedOfSource(step: Step, title: string | undefined, readsCopy: boolean): readonly string[] {
  const { id, action, verify, rollback } = step;
  if (SAYS_WHY.test(id) || id === NAMES) return [];
  const named = title === undefined ? undefined : new RegExp(`\\b${literally(title)}\\b`);
  return [step.title, action.manual, verify.manual, rollback?.manual]
    .flatMap((text) => text?.split(/(?<=[.;]) /) ?? [])
    .filter((said) => ANSWERS.test(said) || named?.test(said) || (!readsCopy && COMPARED.test(said)))
    .filter((said) => !NO_MORE.test(said));
}
