import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { findEngine } from "../../engines/find-engine.ts";
import { stateBackend } from "../../engines/state-backend.ts";
import { clouds } from "../../providers/index.ts";

/** A store on loopback with an empty bucket: what the engine asks of it is kept. */
const asked: string[] = [];
const EMPTY =
  '<?xml version="1.0"?><ListBucketResult><Name>states</Name><IsTruncated>false</IsTruncated></ListBucketResult>';
const store = createServer((request, response) => {
  asked.push(`${request.method} ${request.url?.split("?")[0]}`);
  const listing = request.url?.includes("list-type=2") === true;
  response.writeHead(listing ? 200 : 404, { "content-type": "application/xml" });
  response.end(listing ? EMPTY : "<Error><Code>NoSuchKey</Code></Error>");
});
const folder = mkdtempSync(join(tmpdir(), "exeat-state-"));
beforeAll(() => new Promise<void>((resolve) => store.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const targets = Object.values(clouds).filter((cloud) => !cloud.sourceOnly);

test.each(
  targets.map((cloud) => [cloud.id, cloud] as const),
)("the engine takes the backend written for %s: without it to check the code, with it to keep the state", async (id, cloud) => {
  const at = mkdtempSync(join(folder, `${id}-`));
  const { files, example } = stateBackend(cloud, cloud.defaultRegion, "terraform")!;
  const { port } = store.address() as AddressInfo;
  const here = `http://127.0.0.1:${port}`;
  const filled = files
    .get(example)!
    .replace('bucket = ""', 'bucket = "states"')
    .replace(/https:\/\/[^"]+/, here);
  writeFileSync(join(at, "backend.tf"), files.get("backend.tf")!);
  writeFileSync(join(at, "backend.hcl"), filled);
  const engine = findEngine()!;
  const credentials = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test", AWS_ENDPOINT_URL_S3: here };
  // The store of the protocol's own cloud is reached by name, and its account is asked: neither is on loopback.
  const own = filled.includes("endpoints") ? [] : ["skip_credentials_validation=true", "use_path_style=true"];
  const env = { PATH: process.env["PATH"], HOME: at, AWS_EC2_METADATA_DISABLED: "true", ...credentials };
  const run = (...words: string[]) => promisify(execFile)(engine.path, words, { cwd: at, env });
  await run("init", "-backend=false", "-input=false", "-no-color");
  expect(JSON.parse((await run("validate", "-json")).stdout)).toMatchObject({ valid: true });
  asked.length = 0;
  const more = [...own, ...(own.length > 0 ? ["skip_requesting_account_id=true"] : [])].map(
    (o) => `-backend-config=${o}`,
  );
  await run("init", "-reconfigure", "-input=false", "-no-color", "-backend-config=backend.hcl", ...more);
  expect(asked).toEqual(expect.arrayContaining([expect.stringMatching(/^GET \/states/)]));
});
