import { mapping, service } from "../../foreign-services.ts";
import { isNamedBy, isOneOf, never } from "../../shows.ts";

/** What runs without machines of one's own, and the messages between. */
export const serverless = {
  ...service(
    {
      mappingKey: "serverlessContainer",
      instead: {
        aws: "aws_ecs_service on Fargate, or App Runner",
        ovh: "Knative, or a Deployment with an autoscaler, on Managed Kubernetes",
      },
      shows: { scaleway_container: { sidecars: never, volumes: never, privateIngress: never } },
      citation: mapping("serverlessContainer"),
    },
    {
      scaleway_container: ["Serverless container", "component"],
      scaleway_container_namespace: ["Group of containers"],
      scaleway_container_domain: ["Name of a container"],
      scaleway_container_token: ["Token for a private container"],
      scaleway_container_trigger: ["Queue that calls a container"],
    },
  ),
  ...service(
    {
      mappingKey: "serverlessFunction",
      instead: { aws: "aws_lambda_function", ovh: "Knative, OpenFaaS or Fission on Managed Kubernetes" },
      shows: {
        scaleway_function: {
          trigger: isNamedBy({ type: "scaleway_function_trigger", attr: "function_id", by: ["id"] }),
          layers: never,
          extensions: never,
        },
      },
      citation: mapping("serverlessFunction"),
    },
    {
      scaleway_function: ["Function", "component"],
      scaleway_function_namespace: ["Group of functions"],
      scaleway_function_domain: ["Name of a function"],
      scaleway_function_token: ["Token for a private function"],
      scaleway_function_trigger: ["Queue that calls a function"],
    },
  ),
  ...service(
    {
      mappingKey: "cronJob",
      instead: { aws: "aws_scheduler_schedule with a task or function", ovh: "a CronJob on Managed Kubernetes" },
      citation: mapping("cronJob"),
    },
    {
      scaleway_job_definition: ["Serverless job, by hand or on a timetable", "component"],
      scaleway_container_cron: ["Timetable of a container", "component"],
      scaleway_function_cron: ["Timetable of a function", "component"],
    },
  ),
  ...service(
    {
      mappingKey: "queue",
      instead: { aws: "aws_sqs_queue", ovh: "a queue run by oneself on Managed Kubernetes, or Kafka" },
      shows: {
        scaleway_mnq_sqs_queue: { fifo: isOneOf("fifo_queue", true) },
        scaleway_mnq_nats_account: { fifo: never },
      },
      citation: mapping("queue"),
    },
    {
      scaleway_mnq_sqs_queue: ["Queue that speaks SQS", "component"],
      scaleway_mnq_sqs: ["Queues switched on for a project"],
      scaleway_mnq_sqs_credentials: ["Keys for queues"],
      scaleway_mnq_nats_account: ["NATS server", "component"],
      scaleway_mnq_nats_credentials: ["Keys for NATS"],
    },
  ),
  ...service(
    {
      mappingKey: "topic",
      instead: { aws: "aws_sns_topic", ovh: "Kafka topics, or NATS or RabbitMQ on Managed Kubernetes" },
      citation: mapping("topic"),
    },
    {
      scaleway_mnq_sns_topic: ["Topic that speaks SNS", "component"],
      scaleway_mnq_sns_topic_subscription: ["Who gets what a topic is sent"],
      scaleway_mnq_sns: ["Topics switched on for a project"],
      scaleway_mnq_sns_credentials: ["Keys for topics"],
    },
  ),
};
