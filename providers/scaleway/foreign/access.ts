import { effort, mapping, SSH_KEY, service } from "../../foreign-services.ts";

/** Who may do what, secrets and keys. */
export const access = {
  ...service(
    {
      mappingKey: "serviceAccount",
      instead: { aws: "aws_iam_role with aws_iam_policy", ovh: "ovh_me_api_oauth2_client with ovh_iam_policy" },
      citation: mapping("serviceAccount"),
    },
    {
      scaleway_iam_application: ["Service account", "component"],
      scaleway_iam_api_key: ["Access and secret key of a person or application"],
      scaleway_iam_policy: ["Permission sets of a person, group or application"],
      scaleway_iam_group: ["Group of people and applications"],
      scaleway_iam_group_membership: ["Member of a group"],
    },
  ),
  ...service(
    {
      class: "iam",
      instead: {
        aws: "IAM Identity Center, or the identity provider that is there",
        ovh: "local users and federation of OVHcloud",
      },
      citation: effort("iam"),
    },
    {
      scaleway_iam_user: ["Person of the organisation", "principal"],
      scaleway_iam_saml: ["Sign-in through an identity provider", "workloadIdentity"],
      scaleway_iam_saml_certificate: ["Certificate of the identity provider"],
      scaleway_iam_scim: ["People copied from an identity provider", "workloadIdentity"],
      scaleway_iam_scim_token: ["Token for copying people"],
    },
  ),
  ...service(
    {
      class: "governance",
      instead: { aws: "an account of AWS Organizations", ovh: "a Public Cloud project" },
      citation: effort("governance"),
    },
    {
      scaleway_account_project: ["Project: what resources and keys belong to", "account"],
      scaleway_annotations_binding: ["Annotation of a resource"],
      scaleway_annotations_key: ["Name of an annotation"],
      scaleway_annotations_value: ["Value of an annotation"],
      scaleway_billing_budget: ["Budget"],
      scaleway_billing_budget_alert: ["Threshold of a budget"],
      scaleway_billing_budget_alert_notification: ["Who hears of a budget"],
    },
  ),
  ...service(
    {
      mappingKey: "secret",
      instead: { aws: "aws_secretsmanager_secret", ovh: "ovh_okms_secret" },
      citation: mapping("secret"),
    },
    {
      scaleway_secret: ["Secret", "component"],
      scaleway_secret_version: ["Value of a secret"],
    },
  ),
  ...service(
    {
      mappingKey: "kmsKey",
      instead: { aws: "aws_kms_key", ovh: "ovh_okms_service_key; not usable by storage and databases" },
      citation: mapping("kmsKey"),
    },
    {
      scaleway_key_manager_key: ["Encryption key that never leaves; data is re-encrypted", "component"],
      scaleway_key_manager_key_material: ["Key material brought in from outside"],
    },
  ),
  ...service(
    {
      class: "iam",
      instead: { aws: "aws_key_pair", ovh: "ovh_cloud_ssh_key or openstack_compute_keypair_v2" },
      citation: SSH_KEY,
    },
    {
      scaleway_iam_ssh_key: ["SSH key for machines"],
      scaleway_account_ssh_key: ["SSH key for machines (older name)"],
    },
  ),
};
