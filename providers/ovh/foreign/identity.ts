import { effort, mapping, SSH_KEY, service } from "../../foreign-services.ts";

/** Accounts, users, keys and rights: OVHcloud's IAM, OpenStack users of a project, and S3 credentials are three systems. */
export const identity = {
  ...service(
    {
      mappingKey: "serviceAccount",
      instead: {
        aws: "aws_iam_role per workload with policies; no static keys where it can be avoided",
        scaleway: "scaleway_iam_application with policy and API key",
      },
      citation: mapping("serviceAccount"),
    },
    {
      ovh_cloud_project_user: ["User of a project in OpenStack and Object Storage", "component"],
      ovh_cloud_project_user_s3_credential: ["S3 key of a project user"],
      ovh_cloud_project_user_s3_policy: ["Rights of a project user on buckets"],
      ovh_me_api_oauth2_client: ["Service account of OVHcloud's API", "component"],
      ovh_iam_policy: ["Policy of OVHcloud's IAM"],
      ovh_iam_permissions_group: ["Rights kept together"],
      ovh_iam_resource_group: ["Resources kept together for policies"],
      ovh_iam_resource_tags: ["Tags of a resource for policies"],
      openstack_identity_user_v3: ["User in OpenStack", "component"],
      openstack_identity_role_assignment_v3: ["Role of a user in OpenStack"],
      openstack_identity_inherit_role_assignment_v3: ["Role of a user in OpenStack that projects below take over"],
      openstack_identity_role_v3: ["Role of OpenStack"],
      openstack_identity_group_v3: ["Group of users in OpenStack"],
      openstack_identity_user_membership_v3: ["User in a group in OpenStack"],
      openstack_identity_application_credential_v3: ["Credential of an application in OpenStack"],
      openstack_identity_ec2_credential_v3: ["S3 key of an OpenStack user"],
    },
  ),
  ...service(
    {
      class: "iam",
      instead: {
        aws: "IAM Identity Center, or the identity provider that is there",
        scaleway: "people of the organisation, or its SAML provider",
      },
      citation: effort("iam"),
    },
    {
      ovh_me_identity_user: ["User of the account", "principal"],
      ovh_me_identity_user_token: ["Token of a user of the account"],
      ovh_me_identity_group: ["Group of users of the account"],
    },
  ),
  ...service(
    {
      class: "governance",
      instead: { aws: "accounts of an organisation, budgets", scaleway: "projects of an organisation, billing alerts" },
      citation: effort("governance"),
    },
    {
      ovh_cloud_project: ["Public Cloud project (an order)", "account"],
      ovh_cloud_project_region: ["Region opened in a project"],
      ovh_cloud_project_alerting: ["Alert on what a project costs"],
      ovh_cloud_quota: ["Quota of a project"],
      openstack_compute_quotaset_v2: ["Quota of machines of a project"],
      openstack_blockstorage_quotaset_v3: ["Quota of volumes of a project"],
      openstack_lb_quota_v2: ["Quota of load balancers of a project"],
      openstack_identity_project_v3: ["Project of OpenStack", "account"],
      ovh_savings_plan: ["Discount for a promised use: ends with its term, check the date before leaving"],
    },
  ),
  ...service(
    {
      class: "iam",
      instead: { aws: "aws_key_pair", scaleway: "scaleway_iam_ssh_key" },
      citation: SSH_KEY,
    },
    {
      ovh_cloud_ssh_key: ["SSH key for machines"],
      ovh_cloud_project_ssh_key: ["SSH key for machines (older form)"],
      openstack_compute_keypair_v2: ["SSH key for machines"],
    },
  ),
};
