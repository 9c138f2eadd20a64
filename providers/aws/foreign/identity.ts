import { effort, judgement, mapping, SSH_KEY, service } from "../../foreign-services.ts";
import { never } from "../../shows.ts";
import { isWorkloadIdentity } from "../role-trust.ts";

/** Who may do what: IAM and the organisation's single sign-on. */
export const identity = {
  ...service(
    {
      mappingKey: "serviceAccount",
      instead: {
        scaleway: "scaleway_iam_application with scaleway_iam_policy and API keys; no temporary role credentials",
        ovh: "ovh_me_api_oauth2_client with ovh_iam_policy, and ovh_cloud_project_user for OpenStack and S3 keys",
      },
      shows: {
        aws_iam_role: { workloadIdentity: isWorkloadIdentity },
        aws_iam_user: { workloadIdentity: never },
      },
      citation: mapping("serviceAccount"),
    },
    {
      aws_iam_role: ["IAM role: an identity that workloads and people assume", "component"],
      aws_iam_user: ["IAM user with long-lived credentials", "component"],
      aws_iam_openid_connect_provider: ["Trust in an outside OpenID Connect issuer (CI, Kubernetes)", "component"],
      aws_iam_role_policy_attachment: ["Policy attached to a role"],
      aws_iam_role_policy: ["Policy written inside a role"],
      aws_iam_role_policies_exclusive: ["List of the inline policies a role may have"],
      aws_iam_policy: ["Managed IAM policy"],
      aws_iam_instance_profile: ["Role handed to virtual machines"],
      aws_iam_access_key: ["Long-lived access key of a user"],
      aws_iam_user_policy: ["Policy written inside a user"],
      aws_iam_user_policy_attachment: ["Policy attached to a user"],
      aws_iam_policy_attachment: ["Policy attached to several identities at once"],
      aws_iam_user_login_profile: ["Console password of a user"],
      aws_iam_user_ssh_key: ["SSH key of a user"],
      aws_iam_service_specific_credential: ["Password of a user for one service"],
      aws_iam_signing_certificate: ["Certificate that a user signs with"],
      aws_iam_virtual_mfa_device: ["Second factor of a user"],
      aws_iam_user_policies_exclusive: ["List of the inline policies a user may have"],
      aws_iam_user_policy_attachments_exclusive: ["List of the policies a user may have"],
      aws_iam_role_policy_attachments_exclusive: ["List of the policies a role may have"],
    },
  ),
  ...service(
    {
      class: "iam",
      instead: {
        scaleway: "scaleway_iam_group and scaleway_iam_policy; console access through the organisation's SAML provider",
        ovh: "ovh_iam_policy and identity groups; console access through a federated directory",
      },
      citation: effort("iam"),
    },
    {
      aws_iam_group: ["Group of IAM users", "principal"],
      aws_iam_group_policy_attachment: ["Policy attached to a group"],
      aws_iam_group_membership: ["Members of a group"],
      aws_iam_user_group_membership: ["Groups a user is in"],
      aws_iam_group_policy: ["Policy written inside a group"],
      aws_iam_account_alias: ["Name of the account's sign-in page"],
      aws_iam_service_linked_role: ["Role that an AWS service makes for itself; nothing to move"],
      aws_ssoadmin_permission_set: ["Permission set of IAM Identity Center", "principal"],
      aws_ssoadmin_account_assignment: ["Who holds a permission set in an account"],
      aws_ssoadmin_managed_policy_attachment: ["Policy attached to a permission set"],
      aws_ssoadmin_permission_set_inline_policy: ["Policy written inside a permission set"],
      aws_ssoadmin_customer_managed_policy_attachment: ["Policy of one's own attached to a permission set"],
      aws_ssoadmin_permissions_boundary_attachment: ["Upper bound of a permission set"],
      aws_ssoadmin_instance_access_control_attributes: ["Attributes of people that permissions look at"],
      aws_identitystore_group: ["Group of IAM Identity Center", "principal"],
      aws_identitystore_user: ["Person of IAM Identity Center", "principal"],
      aws_identitystore_group_membership: ["Person in a group of IAM Identity Center"],
    },
  ),
  ...service(
    {
      class: "iam",
      instead: {
        scaleway: "federation of the organisation; projects in place of lent resources",
        ovh: "federation of the account; projects and vRack in place of lent resources",
      },
      citation: judgement(
        "a trust between issuers or accounts is charged like any, an application like one that signs in",
      ),
    },
    {
      aws_iam_saml_provider: ["Trust in an outside sign-in of people (SAML)", "crossAccountTrust"],
      aws_ssoadmin_application: ["Application that people of IAM Identity Center sign in to", "workloadIdentity"],
      aws_ssoadmin_application_assignment: ["Who may sign in to an application"],
      aws_ram_resource_share: ["Resources lent to other accounts", "crossAccountTrust"],
      aws_ram_resource_association: ["Resource that is lent"],
      aws_ram_principal_association: ["Account that something is lent to"],
      aws_ram_resource_share_accepter: ["Acceptance of something lent by another account"],
      aws_ram_sharing_with_organization: ["Whether accounts of the organisation lend without asking"],
    },
  ),
  ...service(
    {
      class: "iam",
      instead: { scaleway: "scaleway_iam_ssh_key", ovh: "ovh_cloud_ssh_key or openstack_compute_keypair_v2" },
      citation: SSH_KEY,
    },
    {
      aws_key_pair: ["SSH key for machines"],
      aws_lightsail_key_pair: ["SSH key for machines of Lightsail"],
    },
  ),
};
