import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A server of a test, on loopback only. */
export interface Server {
  /** Ends it at once, whatever it is doing, and waits until it is gone. */
  kill(): Promise<void>;
}

/** `nobody`, who owns nothing: for servers that refuse to run as root. */
const NOBODY = 65_534;

export interface HowToStart {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** True when it answers; asked until it does. */
  answers(): Promise<boolean>;
  /** Where root starts it, it runs as nobody. */
  readonly refusesRoot?: boolean;
  /** What ends it at once, its children too. Default: SIGKILL. */
  readonly signal?: NodeJS.Signals;
}

/** Starts a server that ends with this process, even when this process is killed. */
export async function started({ program, args, env = {}, answers, refusesRoot, signal }: HowToStart): Promise<Server> {
  const child = spawn("setpriv", ["--pdeathsig=KILL", ...(refusesRoot ? asNobody() : []), program, ...args], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => said.push(piece));
  const kill = () => ended(child, signal);
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) break;
    if (await answers()) return { kill };
    await wait(50);
  }
  await kill();
  throw new Error(`${program} does not answer: ${Buffer.concat(said)}`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

/** Words of `setpriv` that give up root, or none where nobody is root. */
export function asNobody(): string[] {
  return isRoot ? [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"] : [];
}

export const isRoot = process.getuid?.() === 0;

/** Whose a folder must be that a server which refuses root writes to. */
export const SERVER_USER = isRoot ? NOBODY : (process.getuid?.() ?? NOBODY);

/** A port of 127.0.0.1 on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
