import type { Cloud } from "../providers/provider.ts";

/** Files beside the target's code by which its state is kept at the target: nothing secret, and the bucket's name is left to fill in. */
export interface StateFiles {
  /** The one to copy and fill in. */
  readonly example: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Where the state of the new code is kept: in a bucket of the target, which is made by hand before anything else. Undefined where
 * the cloud does not say that its buckets keep states.
 */
export function stateBackend(cloud: Cloud, region: string, engine: Cloud["engine"]): StateFiles | undefined {
  const kept = cloud.signs?.backends.find((b) => b.type === "s3");
  const entry = cloud.kinds["object-bucket"];
  if (!kept || !entry || !("exit" in entry)) return undefined;
  const { endpoint, endpointRegion } = entry.exit;
  const place = endpointRegion?.(region) ?? region.toLowerCase();
  const store: Store = { place, url: endpoint.replaceAll("{region}", place), compatible: kept.hostNeeded === true };
  if (engine === "pulumi") return { example: ENV, files: new Map([[ENV, pulumiExample(store)]]) };
  return {
    example: HCL,
    files: new Map([
      ["backend.tf", BLOCK],
      [HCL, terraformExample(store)],
    ]),
  };
}

interface Store {
  /** Its region, in the store's own name. */
  readonly place: string;
  readonly url: string;
  /** It speaks the protocol of another cloud's store: what only that cloud answers is not asked. */
  readonly compatible: boolean;
}

const HCL = "backend.hcl.example";
const ENV = "state.env.example";
const BLOCK = `# Where the state is kept stands in backend.hcl: see ${HCL}. To check the code alone: init -backend=false
terraform {
  backend "s3" {}
}
`;
const CREDENTIALS =
  "# Credentials of the bucket come from the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, whichever the store.";

// https://opentofu.org/docs/language/settings/backends/s3/, 2026-11-26.
function terraformExample({ place, url, compatible }: Store): string {
  const others = compatible
    ? [
        `endpoints = { s3 = ${JSON.stringify(url)} }`,
        "use_path_style = true",
        ...[
          "credentials_validation",
          "metadata_api_check",
          "region_validation",
          "requesting_account_id",
          "s3_checksum",
        ].map((name) => `skip_${name} = true`),
        "# Whether this store can lock a state is not known here: let one run at a time.",
      ]
    : ["encrypt = true", "use_lockfile = true"];
  return `# Copy to backend.hcl and name the bucket, then: init -backend-config=backend.hcl
${CREDENTIALS}
bucket = ""
key = "exeat/terraform.tfstate"
region = ${JSON.stringify(place)}
${others.join("\n")}
`;
}

// https://www.pulumi.com/docs/iac/concepts/state-and-backends/, 2026-11-26.
function pulumiExample({ place, url, compatible }: Store): string {
  const host = url.replace(/^https:\/\//, "");
  const query = compatible ? `?endpoint=${host}&region=${place}&s3ForcePathStyle=true` : `?region=${place}`;
  return `# Copy to state.env and name the bucket, then: . ./state.env && pulumi login && pulumi stack init
${CREDENTIALS}
# What is secret in the state is encrypted by PULUMI_CONFIG_PASSPHRASE, from the environment too.
export STATE_BUCKET=''
export PULUMI_BACKEND_URL="s3://\${STATE_BUCKET}${query}"
`;
}
