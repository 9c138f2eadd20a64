import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll } from "@jest/globals";
import { temporary } from "../cli/exeat.ts";
import { ESTATE } from "./plan-folder.ts";
import { type ObjectStorage, objectStorage } from "./servers/object-storage.ts";
import { type Postgresql, postgresql } from "./servers/postgresql.ts";
import type { Server } from "./servers/server.ts";

/** An extension of one's own, with a table that is its and not the database's. */
const GREETING = {
  greeting: "create function hello() returns text language sql return 'hello'; create table greetings (word text);",
};
/** What only a superuser may make: both services have it made already. */
const VECTOR =
  "create schema extensions; create extension vector schema extensions; grant usage on schema extensions to public;";

const running: Server[] = [];

/** Ends the servers of a test file. To be said before its folders: what still writes cannot be removed. */
export function endServers(): void {
  afterAll(() => Promise.all(running.map((server) => server.kill())).then(() => undefined));
}

/** Says that a server is to be ended with the others. */
export function kept<S extends Server>(server: S): S {
  running.push(server);
  return server;
}

export interface Databases {
  /** PostgreSQL 16 with the database `orders`. */
  readonly source: Postgresql;
  /** PostgreSQL 18, empty. */
  readonly target: Postgresql;
  readonly credentials: Readonly<Record<string, string>>;
  /** What `env` of the database's scripts needs. */
  readonly settings: Readonly<Record<string, string>> & { readonly DUMP_DIR: string };
}

/** Called where tests are declared: the folders are gone after the last. */
export function databaseFolders(): () => Promise<Databases> {
  const [old, young, dump] = [temporary(), temporary(), temporary()];
  return async () => {
    const servers = await Promise.all([
      postgresql({ version: 16, folder: old, extensions: GREETING }),
      postgresql({ version: 18, folder: young, extensions: { ...GREETING, modern: "" } }),
    ]);
    const [source, target] = servers;
    for (const server of servers) kept(server);
    source.create("orders", VECTOR);
    source.sql("orders", readFileSync(join(ESTATE, "orders.sql"), "utf8"));
    return {
      source,
      target,
      credentials: {
        ...{ SOURCE_USER: source.user, SOURCE_PASSWORD: source.password },
        ...{ TARGET_USER: target.user, TARGET_PASSWORD: target.password },
        // Servers on loopback that have no certificate.
        PGSSLMODE: "disable",
      },
      settings: {
        ...{ SOURCE_HOST: "127.0.0.1", SOURCE_PORT: String(source.port), SOURCE_DATABASE: "orders" },
        ...{ TARGET_HOST: "127.0.0.1", TARGET_PORT: String(target.port), TARGET_DATABASE: "orders", DUMP_DIR: dump },
      },
    };
  };
}

/** An empty database at the target, as its service gives it. */
export function emptyDatabase(server: Postgresql, name: string): void {
  server.create(name, VECTOR);
}

export interface Buckets {
  readonly source: ObjectStorage;
  readonly target: ObjectStorage;
  /** By the names that the clouds' own tools read. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
}

/** Called where tests are declared: the folders are gone after the last. */
export function bucketFolders(): () => Promise<Buckets> {
  const folders = [temporary(), temporary()] as const;
  return async () => {
    const source = kept(await objectStorage("source", "eu-west-3", folders[0]));
    const target = kept(await objectStorage("target", "fr-par", folders[1]));
    return {
      source,
      target,
      credentials: {
        ...{ AWS_ACCESS_KEY_ID: source.accessKeyId, AWS_SECRET_ACCESS_KEY: source.secretAccessKey },
        ...{ SCW_ACCESS_KEY: target.accessKeyId, SCW_SECRET_KEY: target.secretAccessKey },
      },
      settings: { SOURCE_ENDPOINT: source.endpoint, TARGET_ENDPOINT: target.endpoint },
    };
  };
}

/** Services keep the time of an object to the second: what is written after this is later than what was written before. */
export async function nextSecond(): Promise<void> {
  await wait(1_050);
}
