/** Something wrong with how a command was called: one line that says the remedy, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "the system refuses to let this user write there",
  EPERM: "the system refuses to let this user write there",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the quota is used up",
  ENOTDIR: "part of the path is a file",
  EEXIST: "part of the path is a file",
  EISDIR: "it is a folder",
  ENOENT: "it does not exist",
  ENAMETOOLONG: "the name is too long",
};

/** What the system refused, for people; an error that is not the system's stays what it is. */
export function refused(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== "string" || !/^E[A-Z0-9]+$/.test(code)) return error;
  return new UsageError(`${path} could not be written: ${REASONS[code] ?? `the system says ${code}`}`);
}
