import { describe, expect, test } from "@jest/globals";
import { clouds } from "../../providers/index.ts";

/** What clouds call one thing. */
const SAME: Readonly<Record<string, Readonly<Partial<Record<"aws" | "ovh" | "scaleway", readonly string[]>>>>> = {
  "an identity of a workload": {
    aws: ["aws_iam_role", "aws_iam_user"],
    ovh: ["ovh_cloud_project_user", "ovh_me_api_oauth2_client", "openstack_identity_user_v3"],
    scaleway: ["scaleway_iam_application"],
  },
  "a key of an identity": {
    aws: ["aws_iam_access_key"],
    ovh: [
      "ovh_cloud_project_user_s3_credential",
      "openstack_identity_ec2_credential_v3",
      "openstack_identity_application_credential_v3",
    ],
    scaleway: ["scaleway_iam_api_key"],
  },
  "rights of an identity": {
    aws: ["aws_iam_policy", "aws_iam_user_policy"],
    ovh: ["ovh_cloud_project_user_s3_policy", "ovh_iam_policy", "openstack_identity_role_assignment_v3"],
    scaleway: ["scaleway_iam_policy"],
  },
  "a person of the organisation": {
    aws: ["aws_identitystore_user"],
    ovh: ["ovh_me_identity_user"],
    scaleway: ["scaleway_iam_user"],
  },
  "a key that encrypts": {
    aws: ["aws_kms_key"],
    ovh: ["ovh_okms_service_key", "ovh_okms_service_key_jwk"],
    scaleway: ["scaleway_key_manager_key"],
  },
  "a secret": {
    aws: ["aws_secretsmanager_secret"],
    ovh: ["ovh_okms_secret", "openstack_keymanager_secret_v1"],
    scaleway: ["scaleway_secret"],
  },
  "an SSH key for machines": {
    aws: ["aws_key_pair", "aws_lightsail_key_pair"],
    ovh: ["ovh_cloud_ssh_key", "ovh_cloud_project_ssh_key", "openstack_compute_keypair_v2"],
    scaleway: ["scaleway_iam_ssh_key", "scaleway_account_ssh_key"],
  },
  "a whole server": { ovh: ["ovh_dedicated_server"], scaleway: ["scaleway_baremetal_server"] },
  "an address of a whole server": { ovh: ["ovh_ip_service"], scaleway: ["scaleway_flexible_ip"] },
};

describe("the same thing costs the same, whichever cloud is left", () => {
  test.each(Object.entries(SAME))("%s", (_, types) => {
    const charged = Object.entries(types).flatMap(([cloud, names]) =>
      names.map((name) => {
        const { mappingKey, class: of, drivers } = clouds[cloud]?.foreign[name] ?? {};
        return { name, mappingKey, class: of, drivers };
      }),
    );
    const [first] = charged;
    expect(charged).toEqual(charged.map(({ name }) => ({ ...first, name })));
  });
});

test("what stands in a vRack is part of a network, and a dedicated line is not", () => {
  const keyOf = (type: string) => clouds["ovh"]?.foreign[type]?.mappingKey ?? clouds["ovh"]?.foreign[type]?.class;
  expect(["ovh_vrack", "ovh_vrack_cloudproject", "ovh_vrack_dedicated_server", "ovh_vrack_ip"].map(keyOf)).toEqual(
    Array(4).fill("network"),
  );
  expect(keyOf("ovh_vrack_ovhcloudconnect")).toBe("transit");
});

test("what an account says once of all that is made in it is charged as no component", () => {
  const once = [
    ...["aws_ebs_encryption_by_default", "aws_s3_account_public_access_block", "aws_iam_account_password_policy"],
    "aws_ec2_serial_console_access",
  ];
  const charged = once.map((type) => {
    const { mappingKey, class: of, drivers } = clouds["aws"]?.foreign[type] ?? {};
    return { mappingKey, of, drivers };
  });
  expect(charged).toEqual(once.map(() => ({ mappingKey: undefined, of: "governance", drivers: [] })));
});
