import { createHash, createHmac } from "node:crypto";

/** A bucket seen through requests of our own, so that the client which copies is not its own witness. */
export interface Bucket {
  create(): Promise<void>;
  keepVersions(): Promise<void>;
  put(key: string, body: string | Uint8Array, headers?: Readonly<Record<string, string>>): Promise<void>;
  /** Uploads in parts: such an object has no MD5. */
  putInParts(key: string, parts: readonly Uint8Array[], headers?: Readonly<Record<string, string>>): Promise<void>;
  get(key: string): Promise<{ readonly body: Buffer; readonly headers: Readonly<Record<string, string>> }>;
  remove(key: string): Promise<void>;
  /** Keys in order. */
  keys(): Promise<string[]>;
}

interface Access {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

interface Request {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export function bucketOf(access: Access, name: string): Bucket {
  const ask = async (request: Request) => {
    const answer = await signed(access, name, request);
    if (!answer.ok) throw new Error(`${request.method} ${name}/${request.key ?? ""}: ${await answer.text()}`);
    return answer;
  };
  const found = (text: string, element: string) =>
    [...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, "g"))].map(([, value = ""]) => value);
  return {
    create: async () => void (await ask({ method: "PUT" })),
    keepVersions: async () =>
      void (await ask({
        method: "PUT",
        query: { versioning: "" },
        body: "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>",
      })),
    put: async (key, body, headers = {}) => void (await ask({ method: "PUT", key, body, headers })),
    putInParts: async (key, parts, headers = {}) => {
      const begun = await ask({ method: "POST", key, query: { uploads: "" }, headers });
      const [uploadId = ""] = found(await begun.text(), "UploadId");
      const tags: string[] = [];
      for (const [i, body] of parts.entries()) {
        const part = await ask({ method: "PUT", key, query: { partNumber: String(i + 1), uploadId }, body });
        tags.push(`<Part><PartNumber>${i + 1}</PartNumber><ETag>${part.headers.get("etag")}</ETag></Part>`);
      }
      const body = `<CompleteMultipartUpload>${tags.join("")}</CompleteMultipartUpload>`;
      await ask({ method: "POST", key, query: { uploadId }, body });
    },
    get: async (key) => {
      const answer = await ask({ method: "GET", key });
      return { body: Buffer.from(await answer.arrayBuffer()), headers: Object.fromEntries(answer.headers) };
    },
    remove: async (key) => void (await ask({ method: "DELETE", key })),
    keys: async () => {
      const answer = await ask({ method: "GET", query: { "list-type": "2" } });
      const text = await answer.text();
      if (found(text, "IsTruncated")[0] === "true") throw new Error("more keys than one answer holds");
      return found(text, "Key").map(plain);
    },
  };
}

/** A request with a signature of version 4 (Signature Version 4 signing process, API reference of Amazon S3). */
async function signed(access: Access, bucket: string, request: Request): Promise<Response> {
  const { method, key = "", query = {}, headers = {}, body = "" } = request;
  const path = `/${bucket}${key === "" ? "" : `/${key.split("/").map(escaped).join("/")}`}`;
  const search = Object.entries(query)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .join("&");
  const now = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const [day, hash] = [now.slice(0, 8), createHash("sha256").update(body).digest("hex")];
  const all: Record<string, string> = {
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    host: new URL(access.endpoint).host,
    "x-amz-content-sha256": hash,
    "x-amz-date": now,
  };
  const names = Object.keys(all).sort();
  const canonical = [method, path, search, ...names.map((name) => `${name}:${all[name]}`), "", names.join(";"), hash];
  const scope = `${day}/${access.region}/s3/aws4_request`;
  const digest = createHash("sha256").update(canonical.join("\n")).digest("hex");
  const signing = [day, access.region, "s3", "aws4_request"].reduce(
    (secret: string | Buffer, word) => createHmac("sha256", secret).update(word).digest(),
    `AWS4${access.secretAccessKey}`,
  );
  const signature = createHmac("sha256", signing).update(`AWS4-HMAC-SHA256\n${now}\n${scope}\n${digest}`).digest("hex");
  const { host: _, ...sent } = all;
  return fetch(`${access.endpoint}${path}${search && `?${search}`}`, {
    method,
    ...(method === "GET" ? {} : { body: typeof body === "string" ? body : new Uint8Array(body) }),
    headers: {
      ...sent,
      authorization: `AWS4-HMAC-SHA256 Credential=${access.accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
    },
  });
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Text of an element of XML. */
function plain(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal
        ? String.fromCodePoint(decimal)
        : (named[name] ?? whole),
  );
}
