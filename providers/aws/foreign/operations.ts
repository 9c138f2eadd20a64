import { effort, judgement, service } from "../../foreign-services.ts";
import { UNCALLED } from "../../shows.ts";

/** Administering machines, mail, sign-in and what applications are given. */
export const operations = {
  ...service(
    {
      class: "systems-manager",
      instead: { scaleway: "Ansible, cloud-init, a bastion", ovh: "Ansible, cloud-init, a bastion" },
      shows: { aws_ssm_maintenance_window: UNCALLED, aws_ssm_patch_baseline: UNCALLED },
      citation: effort("systems-manager"),
    },
    {
      aws_ssm_document: ["Script run on machines", "document"],
      aws_ssm_association: ["Machines that a script runs on"],
      aws_ssm_maintenance_window: ["When maintenance runs", "maintenanceWindow"],
      aws_ssm_maintenance_window_task: ["What maintenance runs"],
      aws_ssm_maintenance_window_target: ["Machines that maintenance reaches"],
      aws_ssm_patch_baseline: ["Which patches are installed", "patchBaseline"],
      aws_ssm_patch_group: ["Machines that are patched together"],
      aws_ssm_default_patch_baseline: ["Patches installed where nothing else is said"],
      aws_ssm_resource_data_sync: ["Inventory of machines copied to a bucket"],
      aws_ssm_activation: ["Machine outside AWS that is managed"],
      aws_ssm_service_setting: ["Setting of Systems Manager"],
    },
  ),
  ...service(
    {
      class: "email",
      instead: {
        scaleway: "scaleway_tem_domain (Transactional Email, fr-par)",
        ovh: "another sender; no transactional mail in Public Cloud",
      },
      waits: ["mail-reputation"],
      shows: { aws_ses_receipt_rule: UNCALLED },
      citation: effort("email"),
    },
    {
      aws_ses_domain_identity: ["Domain that sends mail", "domain"],
      aws_sesv2_email_identity: ["Domain or address that sends mail", "domain"],
      aws_ses_domain_dkim: ["Signature of mail"],
      aws_ses_domain_mail_from: ["Return address of a mail domain"],
      aws_ses_domain_identity_verification: ["Proof of control over a mail domain"],
      aws_ses_identity_notification_topic: ["Where bounces are reported"],
      aws_ses_receipt_rule: ["What happens to mail received", "receiptRule"],
      aws_sesv2_configuration_set: ["Settings of sending"],
      aws_sesv2_configuration_set_event_destination: ["Where the fate of mail is reported"],
      aws_ses_template: ["Text of mail"],
      aws_ses_receipt_filter: ["Addresses that mail is taken from"],
      aws_sesv2_dedicated_ip_pool: ["Addresses that mail is sent from"],
      aws_sesv2_dedicated_ip_assignment: ["Address in such a pool"],
      aws_sesv2_contact_list: ["Who gets mail, and what they do not want"],
      aws_sesv2_email_identity_policy: ["Who may send mail of a domain"],
      aws_sesv2_email_identity_mail_from_attributes: ["Return address of a mail domain (newer form)"],
      aws_sesv2_email_identity_feedback_attributes: ["Whether bounces are sent on by mail"],
      aws_sesv2_account_suppression_attributes: ["Addresses that get no more mail"],
      aws_ses_email_identity: ["Address that sends mail", "domain"],
      aws_ses_identity_policy: ["Who may send mail of a domain (older form)"],
      aws_ses_configuration_set: ["Settings of sending (older form)"],
      aws_ses_event_destination: ["Where the fate of mail is reported (older form)"],
      aws_ses_receipt_rule_set: ["Rules on mail received"],
      aws_ses_active_receipt_rule_set: ["Which rules on mail received hold"],
    },
  ),
  ...service(
    {
      class: "cognito",
      instead: {
        scaleway: "Keycloak or another identity provider; password hashes cannot be exported",
        ovh: "Keycloak or another identity provider; password hashes cannot be exported",
      },
      citation: effort("cognito"),
    },
    {
      aws_cognito_user_pool: ["Users and their sign-in", "userPool"],
      aws_cognito_user_pool_client: ["Application that users sign in to", "appClient"],
      aws_cognito_user_pool_domain: ["Address of the sign-in page"],
      aws_cognito_identity_pool: ["AWS credentials for users", "identityPool"],
      aws_cognito_identity_pool_roles_attachment: ["Roles that users get"],
      aws_cognito_resource_server: ["Scopes that applications ask for"],
      aws_cognito_user_group: ["Group of users"],
      aws_cognito_user_in_group: ["User in a group"],
      aws_cognito_user: ["User"],
      aws_cognito_managed_user_pool_client: ["Application that another AWS service made", "appClient"],
      aws_cognito_risk_configuration: ["What is done at a sign-in that looks stolen"],
      aws_cognito_log_delivery_configuration: ["Where sign-ins are logged"],
      aws_cognito_managed_login_branding: ["Look of the sign-in page (newer form)"],
      aws_cognito_user_pool_ui_customization: ["Look of the sign-in page"],
    },
  ),
  ...service(
    {
      class: "appsync",
      instead: { scaleway: "a GraphQL server in containers", ovh: "a GraphQL server in containers" },
      shows: { aws_appsync_function: UNCALLED },
      citation: effort("appsync"),
    },
    {
      aws_appsync_graphql_api: ["GraphQL API", "api"],
      aws_appsync_resolver: ["How a GraphQL field is answered", "resolver"],
      aws_appsync_function: ["Step of answering a GraphQL field", "resolver"],
      aws_appsync_datasource: ["What GraphQL fields are answered from"],
      aws_appsync_api_key: ["Key of a caller of a GraphQL API"],
      aws_appsync_api_cache: ["Cache of a GraphQL API"],
      aws_appsync_domain_name: ["Own name of a GraphQL API"],
      aws_appsync_domain_name_api_association: ["GraphQL API that an own name leads to"],
      aws_appsync_type: ["Type of a GraphQL API"],
      aws_amplify_app: ["Web application built and served by Amplify", "api"],
      aws_amplify_branch: ["Branch that Amplify builds and serves"],
      aws_amplify_webhook: ["What starts a build of a web application"],
      aws_amplify_backend_environment: ["Stage of what stands behind a web application"],
      aws_amplify_domain_association: ["Own name of a web application"],
    },
  ),
  ...service(
    {
      class: "systems-manager",
      instead: {
        scaleway: "Chaos Mesh or Litmus on Kapsule, else scripts",
        ovh: "Chaos Mesh or Litmus on Managed Kubernetes, else scripts",
      },
      shows: { aws_fis_experiment_template: UNCALLED },
      citation: judgement("an experiment is charged like a script"),
    },
    {
      aws_fis_experiment_template: ["Failure brought about on purpose", "document"],
    },
  ),
  ...service(
    {
      class: "email",
      instead: {
        scaleway: "an outside sender of short messages",
        ovh: "OVHcloud SMS, outside Public Cloud, or an outside sender",
      },
      shows: { aws_sns_sms_preferences: UNCALLED },
      citation: judgement(
        "a sender of short messages is charged like a mail domain; campaigns of Pinpoint ended on 2026-10-30: https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html",
      ),
    },
    {
      aws_sns_sms_preferences: ["Settings of short messages; that any are sent", "domain"],
      aws_pinpoint_app: ["Short messages and campaigns of an application", "domain"],
      aws_pinpoint_sms_channel: ["Short messages of an application"],
    },
  ),
  ...service(
    {
      class: "cognito",
      instead: { scaleway: "an identity provider in Keycloak", ovh: "an identity provider in Keycloak" },
      citation: judgement("trust in an outside sign-in is charged like an application"),
    },
    {
      aws_cognito_identity_provider: ["Outside sign-in that users may take", "appClient"],
    },
  ),
  ...service(
    {
      class: "systems-manager",
      instead: {
        scaleway: "feature flags or settings served by oneself (Unleash, Flipt), or settings in the deployment",
        ovh: "feature flags or settings served by oneself (Unleash, Flipt), or settings in the deployment",
      },
      citation: judgement("an application with settings is charged like a script; its calls come on top"),
    },
    {
      aws_appconfig_application: ["Application with settings and feature flags", "document"],
      aws_appconfig_environment: ["Stage of an application with settings"],
      aws_appconfig_configuration_profile: ["Set of settings or feature flags"],
      aws_appconfig_hosted_configuration_version: ["Version of settings"],
      aws_appconfig_deployment: ["Settings brought to a stage"],
      aws_appconfig_deployment_strategy: ["How fast settings are brought to a stage"],
    },
  ),
};
