/** Something wrong with how a command was called: one line that says the remedy, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "the system refuses to let this user write there. Change its permissions, or name another place",
  EPERM: "the system refuses to let this user write there. Change its permissions, or name another place",
  EROFS: "the file system is read-only. Name another place",
  ENOSPC: "the disk is full. Free some of it, or name another place",
  EDQUOT: "the quota is used up. Free some of it, or name another place",
  ENOTDIR: "part of the path is a file. Name another path",
  EEXIST: "part of the path is a file. Name another path",
  ENOTEMPTY: "something was put there meanwhile. Look at it, and run this again",
  EISDIR: "it is a folder. Name a file",
  ENOENT: "nothing can be made there. Check the path",
  ENAMETOOLONG: "the name is too long. Name a shorter one",
};

/** What the system refused, for people; an error that is not the system's stays what it is. */
export function refused(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== "string" || !/^E[A-Z0-9]+$/.test(code)) return error;
  return new UsageError(`${path} could not be written: ${REASONS[code] ?? `the system says ${code}`}`);
}
