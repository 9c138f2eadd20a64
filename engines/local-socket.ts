import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Server, ServerCredentials } from "@grpc/grpc-js";
import { keepTemporary } from "./interruption.ts";

/** Where a server of this process is reached, and by nobody on another machine. */
export interface LocalSocket {
  readonly network: "unix" | "tcp";
  /** Path of the socket, or host and port. */
  readonly address: string;
  /** The same as clients of gRPC write it. */
  readonly target: string;
  /** Ends the server at once. */
  close(): void;
}

/**
 * Binds a server to a socket in a folder that only this user can open: that needs no network, not even loopback, which a sandbox
 * may have taken away. On Windows to a port of loopback.
 */
export async function bindLocally(server: Server, credentials: ServerCredentials): Promise<LocalSocket> {
  const bind = (target: string) =>
    new Promise<number>((resolve, reject) => {
      server.bindAsync(target, credentials, (error, port) => (error ? reject(error) : resolve(port)));
    });
  if (process.platform === "win32") {
    const address = `127.0.0.1:${await bind("127.0.0.1:0")}`;
    return { network: "tcp", address, target: address, close: () => server.forceShutdown() };
  }
  const folder = mkdtempSync(join(tmpdir(), "exeat-"));
  const release = keepTemporary(folder);
  const address = join(folder, "s");
  await bind(`unix:${address}`);
  return {
    network: "unix",
    address,
    target: `unix:${address}`,
    close() {
      server.forceShutdown();
      release();
    },
  };
}
