import { effort, service } from "../../foreign-services.ts";

/** Accounts, users, keys and rights: OVHcloud's IAM, OpenStack users of a project, and S3 credentials are three systems. */
export const identity = {
  ...service(
    {
      class: "iam",
      instead: {
        aws: "aws_iam_role per workload with policies; no static keys where it can be avoided",
        scaleway: "scaleway_iam_application with policy and API key",
      },
      citation: effort("iam"),
    },
    {
      ovh_cloud_project_user: ["User of a project in OpenStack and Object Storage", "principal"],
      ovh_cloud_project_user_s3_credential: ["S3 key of a project user", "workloadIdentity"],
      ovh_cloud_project_user_s3_policy: ["Rights of a project user on buckets", "policy"],
      ovh_iam_policy: ["Policy of OVHcloud's IAM", "policy"],
      ovh_iam_permissions_group: ["Rights kept together", "policy"],
      ovh_iam_resource_group: ["Resources kept together for policies"],
      ovh_iam_resource_tags: ["Tags of a resource for policies"],
      ovh_me_api_oauth2_client: ["Service account of OVHcloud's API", "principal"],
      ovh_me_identity_user: ["User of the account", "principal"],
      ovh_me_identity_user_token: ["Token of a user of the account", "workloadIdentity"],
      ovh_me_identity_group: ["Group of users of the account"],
      openstack_identity_application_credential_v3: ["Credential of an application in OpenStack", "workloadIdentity"],
      openstack_identity_ec2_credential_v3: ["S3 key of an OpenStack user", "workloadIdentity"],
      openstack_identity_user_v3: ["User in OpenStack", "principal"],
      openstack_identity_role_assignment_v3: ["Role of a user in OpenStack", "policy"],
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
