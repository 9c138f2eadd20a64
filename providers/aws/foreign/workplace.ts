import { judgement, service } from "../../foreign-services.ts";
import { UNCALLED } from "../../shows.ts";

/** What people work with, and the workflows of data teams: no class of effort was made for them, so the widest is taken. */
export const workplace = {
  ...service(
    {
      class: "unknown",
      instead: {
        scaleway: "Active Directory or Samba on two instances; trusts are made anew",
        ovh: "Active Directory or Samba on two instances; trusts are made anew",
      },
      citation: judgement(
        "no figure was found; https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_setup_trust.html",
      ),
    },
    {
      aws_directory_service_directory: ["Active Directory run by AWS, or a connector to one", "resource"],
      aws_directory_service_trust: ["Trust between directories"],
      aws_directory_service_log_subscription: ["Security log of a directory"],
      aws_directory_service_radius_settings: ["Second factor of a directory"],
      aws_directory_service_conditional_forwarder: ["Names that another directory answers"],
    },
  ),
  ...service(
    {
      class: "unknown",
      instead: {
        scaleway: "desktops on instances behind Guacamole, or an outside host of desktops",
        ovh: "desktops on instances behind Guacamole, or an outside host of desktops",
      },
      shows: { aws_workspaces_directory: UNCALLED, aws_workspaces_workspace: UNCALLED },
      citation: judgement("no figure was found; https://guacamole.apache.org/doc/gug/introduction.html"),
    },
    {
      aws_workspaces_workspace: ["Desktop of a person (WorkSpaces)", "resource"],
      aws_workspaces_directory: ["Directory whose people have desktops, in code or not", "resource"],
      aws_workspaces_ip_group: ["Addresses that desktops are reached from"],
    },
  ),
  ...service(
    {
      class: "unknown",
      instead: {
        scaleway: "a browser in a container per session (Kasm, Guacamole), run by oneself",
        ovh: "a browser in a container per session (Kasm, Guacamole), run by oneself",
      },
      shows: { aws_workspacesweb_portal: UNCALLED },
      citation: judgement(
        "no figure was found; https://docs.aws.amazon.com/workspaces-web/latest/adminguide/getting-started-step1.md",
      ),
    },
    {
      aws_workspacesweb_portal: ["Web portal that shows private sites in a browser run by AWS", "resource"],
      aws_workspacesweb_browser_settings: ["Policy of that browser"],
      aws_workspacesweb_browser_settings_association: ["Portal that a policy holds for"],
      aws_workspacesweb_network_settings: ["Subnets that a portal reaches"],
      aws_workspacesweb_network_settings_association: ["Portal that subnets are given to"],
      aws_workspacesweb_user_settings: ["What people may do in a session"],
      aws_workspacesweb_user_settings_association: ["Portal that settings of sessions hold for"],
      aws_workspacesweb_session_logger: ["Log of sessions"],
      aws_workspacesweb_session_logger_association: ["Portal whose sessions are logged"],
      aws_workspacesweb_identity_provider: ["Sign-in to a portal"],
      aws_workspacesweb_ip_access_settings: ["Addresses that a portal is reached from"],
      aws_workspacesweb_ip_access_settings_association: ["Portal that addresses are given to"],
    },
  ),
  ...service(
    {
      class: "unknown",
      instead: {
        scaleway: "Airflow on Kapsule by its Helm chart; workflows are kept",
        ovh: "Airflow on Managed Kubernetes by its Helm chart; workflows are kept",
      },
      citation: judgement("no figure was found; https://airflow.apache.org/docs/helm-chart/1.5.0/"),
    },
    {
      aws_mwaa_environment: ["Airflow run by AWS", "resource"],
    },
  ),
};
