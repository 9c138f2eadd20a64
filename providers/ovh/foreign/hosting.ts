import { effort, mapping, service } from "../../foreign-services.ts";
import { UNCALLED } from "../../shows.ts";

/** What stands beside the Public Cloud: dedicated servers, addresses, web hosting, mail. */
export const hosting = {
  ...service(
    {
      mappingKey: "vm",
      instead: {
        aws: "EC2 dedicated hosts or metal instances",
        scaleway: "Elastic Metal or Dedibox servers",
      },
      citation: mapping("vm"),
    },
    {
      ovh_dedicated_server: ["Dedicated server (an order)", "component"],
      ovh_dedicated_server_update: ["Settings of a dedicated server"],
      ovh_dedicated_server_networking: ["Networks of a dedicated server"],
      ovh_dedicated_server_reboot_task: ["Restart of a dedicated server"],
      ovh_dedicated_server_reinstall_task: ["Installation of a dedicated server"],
    },
  ),
  ...service(
    {
      class: "unknown",
      instead: { aws: "EBS, EFS or S3", scaleway: "Block Storage, File Storage or Object Storage" },
      shows: { ovh_dedicated_ceph_acl: UNCALLED },
      citation: effort("unknown"),
    },
    { ovh_dedicated_ceph_acl: ["Who reaches a Ceph cluster of one's own", "resource"] },
  ),
  ...service(
    {
      mappingKey: "vm",
      instead: { aws: "Elastic IPs; bring your own range", scaleway: "flexible IPs; addresses do not move" },
      citation: mapping("vm"),
    },
    {
      ovh_ip_service: ["Block of public addresses (an order)"],
      ovh_ip_reverse: ["Reverse name of an address"],
      ovh_ip_move: ["Address moved to another service"],
      ovh_ip_mitigation: ["Anti-DDoS settings of an address"],
    },
  ),
  ...service(
    {
      class: "special-databases",
      instead: { aws: "RDS for PostgreSQL or MySQL", scaleway: "Managed Database for PostgreSQL or MySQL" },
      citation: effort("special-databases"),
    },
    {
      ovh_hosting_privatedatabase: ["Web Cloud Databases: a server of small databases (an order)", "cluster"],
      ovh_hosting_privatedatabase_database: ["Database of Web Cloud Databases"],
      ovh_hosting_privatedatabase_user: ["User of Web Cloud Databases"],
      ovh_hosting_privatedatabase_user_grant: ["Rights of a user of Web Cloud Databases"],
      ovh_hosting_privatedatabase_whitelist: ["Address that reaches Web Cloud Databases"],
    },
  ),
  ...service(
    {
      class: "email",
      instead: {
        aws: "WorkMail or another host of mailboxes",
        scaleway: "Web hosting mail or another host of mailboxes",
      },
      citation: effort("email"),
    },
    { ovh_email_domain_account: ["Mailbox", "domain"] },
  ),
};
