import { judgement, service } from "../../foreign-services.ts";
import { UNCALLED } from "../../shows.ts";

/** What speaks with devices outside. */
export const devices = {
  ...service(
    {
      class: "iot",
      instead: {
        scaleway: "an MQTT broker on Kapsule (EMQX, VerneMQ); each device gets a new address and certificate",
        ovh: "an MQTT broker on Managed Kubernetes (EMQX, VerneMQ); each device gets a new address and certificate",
      },
      shows: { aws_iot_policy: UNCALLED },
      citation: judgement(
        "what devices may do is charged like a rule on what they send; how many there are stands in no code: https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html",
      ),
    },
    {
      aws_iot_topic_rule: ["What is done with messages of devices", "rule"],
      aws_iot_topic_rule_destination: ["Web address that messages of devices are sent to"],
      aws_iot_policy: ["What devices may do", "rule"],
      aws_iot_policy_attachment: ["Certificate or group that such a right is given to"],
      aws_iot_thing: ["Device"],
      aws_iot_thing_type: ["Sort of devices"],
      aws_iot_thing_group: ["Group of devices"],
      aws_iot_thing_group_membership: ["Device in a group"],
      aws_iot_thing_principal_attachment: ["Certificate of a device"],
      aws_iot_certificate: ["Certificate that a device signs in with"],
      aws_iot_ca_certificate: ["Authority of certificates of devices"],
      aws_iot_provisioning_template: ["How new devices are taken in", "rule"],
      aws_iot_role_alias: ["Role that devices are lent"],
      aws_iot_authorizer: ["Code that decides which devices come in", "rule"],
      aws_iot_domain_configuration: ["Own name that devices call"],
      aws_iot_logging_options: ["Log of what devices do"],
    },
  ),
};
