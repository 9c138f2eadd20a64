/** A place where a law does not hold. */
export interface Failure {
  readonly law: number;
  readonly name: string;
  /** Title of the component, fixture or workload it was found in. */
  readonly subject: string;
  /** One sentence: what was found, with the values. */
  readonly says: string;
}

/** Something a law judges: it has a title, so that a failure can name it. */
export interface Subject {
  readonly title: string;
}

/** A statement about clouds that can be judged on a subject. Pure: the same subject gives the same failures. */
export interface Law<S extends Subject> {
  /** Number in the list of laws; several checks may share one. */
  readonly number: number;
  /** Kebab-case, unique. */
  readonly name: string;
  /** What holds where the law holds. */
  readonly sentence: string;
  /** Empty when the law holds. Never throws: what cannot be judged is a failure. */
  check(subject: S): readonly Failure[];
}

/** Makes a law of a check that reports each finding as a sentence. */
export function law<S extends Subject>(
  number: number,
  name: string,
  sentence: string,
  judge: (subject: S, fail: (says: string) => void) => void,
): Law<S> {
  return {
    number,
    name,
    sentence,
    check(subject) {
      const found: Failure[] = [];
      const fail = (says: string) => void found.push({ law: number, name, subject: subject.title, says });
      try {
        judge(subject, fail);
      } catch (error) {
        fail(`could not be judged: ${error instanceof Error ? error.message : String(error)}`);
      }
      return found;
    },
  };
}

/** A value as text for a failure. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
