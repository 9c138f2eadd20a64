import { effort, judgement, mapping, service } from "../../foreign-services.ts";
import { always, isNamedBy, isOneOf, isSet, type Show, UNCALLED } from "../../shows.ts";

const receivers = { type: "aws_sns_topic_subscription", attr: "topic_arn", by: ["arn", "id"] };

/** Receivers of a topic by more than one protocol. */
const manyProtocols: Show = (topic, beside) => {
  const { known, open } = beside.naming(topic, receivers);
  const protocols = new Set(known.map((receiver) => receiver.args["protocol"]).filter((p) => typeof p === "string"));
  return (
    protocols.size > 1 ||
    (open.length > 0 || known.some((r) => typeof r.args["protocol"] !== "string") ? "unknown" : false)
  );
};

/** Queues, topics, events, streams and workflows. */
export const events = {
  ...service(
    {
      mappingKey: "queue",
      instead: {
        scaleway: "scaleway_mnq_sqs_queue (a subset of SQS), not in Warsaw",
        ovh: "Kafka, or RabbitMQ or NATS on Managed Kubernetes",
      },
      shows: { aws_sqs_queue: { fifo: isOneOf("fifo_queue", true) } },
      citation: mapping("queue"),
    },
    {
      aws_sqs_queue: ["SQS queue", "component"],
      aws_sqs_queue_policy: ["Who may use a queue"],
      aws_sqs_queue_redrive_policy: ["Where failed messages go"],
      aws_sqs_queue_redrive_allow_policy: ["Queues that may send their failed messages here"],
    },
  ),
  ...service(
    {
      mappingKey: "topic",
      instead: {
        scaleway: "scaleway_mnq_sns_topic (a subset of SNS), not in Warsaw",
        ovh: "Kafka topics, or NATS or RabbitMQ on Managed Kubernetes",
      },
      shows: {
        aws_sns_topic: {
          filterPolicies: isNamedBy(receivers, isSet("filter_policy")),
          protocols: manyProtocols,
        },
      },
      citation: mapping("topic"),
    },
    {
      aws_sns_topic: ["SNS topic", "component"],
      aws_sns_topic_subscription: ["Receiver of a topic"],
      aws_sns_topic_policy: ["Who may publish to a topic"],
      aws_sns_topic_data_protection_policy: ["Masking of personal data in messages"],
    },
  ),
  ...service(
    {
      class: "messaging",
      instead: {
        scaleway: "cron triggers and queues; NATS for event routing",
        ovh: "Kubernetes CronJobs, and Kafka, NATS or RabbitMQ for event routing",
      },
      // A timetable is called by nobody; what events match is sent from somewhere.
      shows: { aws_pipes_pipe: UNCALLED, aws_cloudwatch_event_rule: { called: isSet("event_pattern") } },
      citation: effort("messaging"),
    },
    {
      aws_cloudwatch_event_rule: ["EventBridge rule: a timetable or an event pattern", "rule"],
      aws_cloudwatch_event_target: ["What an EventBridge rule calls"],
      aws_cloudwatch_event_bus: ["EventBridge bus", "busOrPipe"],
      aws_cloudwatch_event_bus_policy: ["Who may send events to a bus"],
      aws_cloudwatch_event_permission: ["Account that may send events to a bus"],
      aws_cloudwatch_event_connection: ["Credentials for a web address that rules call"],
      aws_pipes_pipe: ["EventBridge pipe", "busOrPipe"],
      aws_mq_broker: ["Managed ActiveMQ or RabbitMQ", "busOrPipe"],
      aws_mq_configuration: ["Settings of managed ActiveMQ or RabbitMQ"],
    },
  ),
  ...service(
    {
      class: "streaming",
      instead: { scaleway: "scaleway_kafka_cluster with Vector or Connect", ovh: "managed Kafka with Connect" },
      shows: { aws_mskconnect_connector: UNCALLED },
      citation: effort("streaming"),
    },
    {
      aws_kinesis_stream: ["Kinesis data stream", "stream"],
      aws_kinesis_firehose_delivery_stream: ["Stream delivered into storage", "deliveryStream"],
      aws_kinesis_resource_policy: ["Who may use a data stream"],
      aws_kinesis_stream_consumer: ["Reader of a data stream with a share of its own", "consumer"],
      aws_mskconnect_connector: ["Kafka connector run by AWS", "consumer"],
      aws_mskconnect_custom_plugin: ["Code of a Kafka connector"],
      aws_mskconnect_worker_configuration: ["Settings of Kafka connectors"],
    },
  ),
  ...service(
    {
      mappingKey: "kafka",
      instead: { scaleway: "scaleway_kafka_cluster", ovh: "ovh_cloud_project_database, engine kafka" },
      shows: {
        aws_msk_cluster: { iamAuthentication: isSet("client_authentication.sasl.iam") },
        // It knows no other: https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html, 2026-11-27.
        aws_msk_serverless_cluster: { iamAuthentication: always },
      },
      citation: mapping("kafka"),
    },
    {
      aws_msk_cluster: ["Managed Kafka", "component"],
      aws_msk_configuration: ["Settings of Kafka brokers"],
      aws_msk_serverless_cluster: ["Managed Kafka without sizes", "component"],
      aws_msk_cluster_policy: ["Accounts that may reach a Kafka cluster"],
      aws_msk_scram_secret_association: ["Passwords of users of Kafka"],
      aws_msk_single_scram_secret_association: ["Password of a user of Kafka"],
      aws_msk_topic: ["Topic of Kafka"],
      aws_msk_vpc_connection: ["Private address of a Kafka cluster in another network"],
    },
  ),
  ...service(
    {
      class: "step-functions",
      instead: {
        scaleway: "Temporal or Argo Workflows on Kapsule",
        ovh: "Temporal or Argo Workflows on Managed Kubernetes",
      },
      citation: effort("step-functions"),
    },
    {
      aws_sfn_state_machine: ["Step Functions workflow", "stateMachine"],
      aws_sfn_alias: ["Name of a version of a workflow"],
      aws_sfn_activity: ["Step that a worker outside fetches"],
    },
  ),
  ...service(
    {
      class: "messaging",
      instead: {
        scaleway:
          "a client with retries behind NATS or a queue; events kept by a NATS stream or in a bucket; a schema registry run by oneself",
        ovh: "a client with retries behind Kafka or NATS; events kept by a Kafka topic; a schema registry run by oneself",
      },
      shows: { aws_cloudwatch_event_api_destination: UNCALLED, aws_cloudwatch_event_archive: UNCALLED },
      citation: judgement(
        "an archive and a registry are charged like a bus, a web address like a rule; https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html",
      ),
    },
    {
      aws_cloudwatch_event_api_destination: ["Web address that rules call", "rule"],
      aws_cloudwatch_event_archive: ["Events kept to be sent again", "busOrPipe"],
      aws_schemas_registry: ["Registry of the shapes of events", "busOrPipe"],
      aws_schemas_schema: ["Shape of an event"],
    },
  ),
  ...service(
    {
      class: "streaming",
      instead: { scaleway: "Flink on Kapsule", ovh: "Flink on Managed Kubernetes" },
      citation: judgement("a Flink application is charged like a reader of a stream; its code is kept"),
    },
    {
      aws_kinesisanalyticsv2_application: ["Flink application run by AWS", "consumer"],
    },
  ),
};
