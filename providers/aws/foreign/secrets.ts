import { effort, mapping, service } from "../../foreign-services.ts";
import { isNamedBy, never, UNCALLED } from "../../shows.ts";

/** Secrets, keys and private certificate authorities. */
export const secrets = {
  ...service(
    {
      mappingKey: "secret",
      instead: { scaleway: "scaleway_secret and scaleway_secret_version", ovh: "ovh_okms_secret" },
      shows: {
        aws_secretsmanager_secret: {
          rotation: isNamedBy({
            type: "aws_secretsmanager_secret_rotation",
            attr: "secret_id",
            by: ["id", "arn", "name"],
          }),
        },
        aws_ssm_parameter: { rotation: never },
      },
      citation: mapping("secret"),
    },
    {
      aws_secretsmanager_secret: ["Secret", "component"],
      aws_secretsmanager_secret_version: ["Value of a secret"],
      aws_secretsmanager_secret_policy: ["Who may read a secret"],
      aws_secretsmanager_secret_rotation: ["When and by whom a secret is changed"],
      aws_ssm_parameter: ["Parameter, often a secret", "component"],
    },
  ),
  ...service(
    {
      mappingKey: "kmsKey",
      instead: {
        scaleway: "scaleway_key_manager_key",
        ovh: "ovh_okms_service_key; not usable by storage and databases",
      },
      citation: mapping("kmsKey"),
    },
    {
      aws_kms_key: ["Encryption key that never leaves; data is re-encrypted", "component"],
      aws_kms_alias: ["Name of a key"],
      aws_kms_ciphertext: ["Text encrypted by code"],
      aws_kms_key_policy: ["Who may use a key"],
      aws_kms_external_key: ["Encryption key with imported material", "component"],
      aws_kms_replica_key: ["Copy of an encryption key in another region", "component"],
      aws_kms_replica_external_key: ["Copy of a key with imported material in another region", "component"],
    },
  ),
  ...service(
    {
      class: "kms",
      instead: { scaleway: "scaleway_iam_policy on Key Manager", ovh: "ovh_okms_credential" },
      shows: { aws_kms_grant: UNCALLED },
      citation: effort("kms"),
    },
    {
      aws_kms_grant: ["Use of a key given to somebody", "policyOrGrant"],
      aws_acmpca_certificate_authority: ["Private certificate authority", "hsmOrCa"],
      aws_acmpca_certificate: ["Certificate that a private authority issued"],
      aws_acmpca_certificate_authority_certificate: ["Certificate of a private authority itself"],
      aws_acmpca_permission: ["Who may ask a private authority for certificates"],
      aws_acmpca_policy: ["Accounts that may use a private authority"],
      aws_cloudhsm_v2_cluster: ["Hardware security modules of one's own", "hsmOrCa"],
      aws_cloudhsm_v2_hsm: ["One hardware security module"],
      aws_kms_custom_key_store: ["Store of keys in modules of one's own"],
    },
  ),
};
