import { effort, mapping, service } from "../../foreign-services.ts";

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
      ovh_savings_plan: ["Discount for a promised use: ends with its term, check the date before leaving"],
    },
  ),
};
