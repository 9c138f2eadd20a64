import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Bucket, bucketOf } from "./bucket.ts";
import { VERSITYGW } from "./drill-parts.ts";
import { freePort, type Server, started } from "./server.ts";

/** An S3 server that checks signatures and keeps versions where it is asked to. */
export interface ObjectStorage extends Server {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** One of its buckets, which need not be there yet. */
  bucket(name: string): Bucket;
}

/** Folder: empty and of the server's own, on a file system with extended attributes. */
export async function objectStorage(name: string, region: string, folder: string): Promise<ObjectStorage> {
  const port = await freePort();
  const [objects, versions] = [join(folder, "objects"), join(folder, "versions")];
  for (const each of [objects, versions]) mkdirSync(each);
  const keys = { accessKeyId: `${name}-key`, secretAccessKey: `${name}/secret+key` };
  const endpoint = `http://127.0.0.1:${port}`;
  const server = await started({
    program: VERSITYGW,
    args: [
      "--port",
      `127.0.0.1:${port}`,
      "--region",
      region,
      "--quiet",
      "posix",
      "--versioning-dir",
      versions,
      objects,
    ],
    env: { ROOT_ACCESS_KEY_ID: keys.accessKeyId, ROOT_SECRET_ACCESS_KEY: keys.secretAccessKey },
    answers: () => fetch(endpoint).then(Boolean, () => false),
  });
  const storage = { endpoint, region, ...keys };
  return { ...storage, kill: () => server.kill(), bucket: (name) => bucketOf(storage, name) };
}
