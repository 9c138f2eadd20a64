import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Client, credentials, Server, ServerCredentials } from "@grpc/grpc-js";
import { expect, test } from "@jest/globals";
import { bindLocally } from "../../engines/local-socket.ts";

test("a server is reached through a file of this user alone, without a network, until it is closed", async () => {
  const socket = await bindLocally(new Server(), ServerCredentials.createInsecure());
  const client = new Client(socket.target, credentials.createInsecure());
  await new Promise<void>((resolve, reject) =>
    client.waitForReady(Date.now() + 5000, (error) => (error ? reject(error) : resolve())),
  );
  client.close();
  expect([socket.network, statSync(dirname(socket.address)).mode & 0o777]).toEqual(["unix", 0o700]);
  socket.close();
  expect(existsSync(dirname(socket.address))).toBe(false);
});
