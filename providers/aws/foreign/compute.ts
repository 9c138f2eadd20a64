import { effort, judgement, mapping, service } from "../../foreign-services.ts";
import { isList } from "../../native.ts";
import { documentIn } from "../../recorder.ts";
import { either, isNamedBy, isOneOf, isSet, never, type Show, UNCALLED } from "../../shows.ts";

/** What a service of ECS runs stands in a task definition of its own. */
function ofTask(show: Show): Show {
  return (running, beside) => {
    const task = beside.target(running, "task_definition", "aws_ecs_task_definition");
    return task ? show(task, beside) : "unknown";
  };
}

const hasVolumes = ofTask(isSet("volume"));

const hasSidecars = ofTask(({ args }) => {
  const containers = documentIn(args["container_definitions"] ?? null);
  return isList(containers) ? containers.length > 1 : "unknown";
});

/** By name of others of its network for certain; what a balancer in front of it lets in is the balancer's to say. */
const isReachedWithin: Show = (running, beside) =>
  isSet("service_registries", "service_connect_configuration.service")(running, beside) ||
  (isSet("load_balancer")(running, beside) !== false && "unknown");

const ofFunction = { attr: "function_name", by: ["function_name", "arn", "id"] };
/** Those through whom a call comes by HTTP; each other caller that is let in is a trigger. */
const BY_HTTP = ["apigateway.amazonaws.com", "elasticloadbalancing.amazonaws.com", "cloudfront.amazonaws.com", "*"];

/** Whether something but a web address calls a function: a queue or stream that feeds it, a service that may call it. */
const isTriggered: Show = (lambda, beside) =>
  either(
    isNamedBy({ ...ofFunction, type: "aws_lambda_event_source_mapping" })(lambda, beside),
    isNamedBy({ ...ofFunction, type: "aws_lambda_permission" }, ({ args: { principal } }) =>
      typeof principal === "string" ? !BY_HTTP.includes(principal) : "unknown",
    )(lambda, beside),
  );

/** Extensions come as layers, or within an image, where no code shows them. */
const isImage: Show = (lambda, beside) => isOneOf("package_type", "Image")(lambda, beside) !== false && "unknown";

/** What runs: machines, disks, clusters, containers, functions, jobs. */
export const compute = {
  ...service(
    {
      mappingKey: "vm",
      instead: { scaleway: "scaleway_instance_server", ovh: "ovh_cloud_instance or openstack_compute_instance_v2" },
      citation: mapping("vm"),
    },
    {
      aws_eip: ["Public IPv4 address of no machine here; it changes at the target"],
      aws_eip_association: ["Public address of something that is not in this estate"],
      aws_spot_instance_request: ["EC2 virtual machine that may be taken away", "component"],
      aws_ami: ["Machine image"],
      aws_ami_from_instance: ["Machine image taken from a virtual machine"],
      aws_ami_copy: ["Machine image copied from another one"],
      aws_ami_launch_permission: ["Account that may use a machine image"],
      aws_ec2_capacity_reservation: ["Capacity kept free in a zone"],
      aws_placement_group: ["Machines kept apart or together"],
      aws_ec2_instance_state: ["Whether a virtual machine is on"],
      aws_lightsail_instance: ["Virtual machine of Lightsail", "component"],
      aws_lightsail_static_ip: ["Public address of Lightsail; it changes at the target"],
      aws_lightsail_static_ip_attachment: ["Public address given to a virtual machine of Lightsail"],
      aws_lightsail_instance_public_ports: ["Ports of a virtual machine of Lightsail that are open"],
    },
  ),
  ...service(
    {
      mappingKey: "autoscalingGroup",
      instead: {
        scaleway: "scaleway_autoscaling_instance_group",
        ovh: "an autoscaling node pool of Managed Kubernetes, or a fixed number of machines",
      },
      citation: mapping("autoscalingGroup"),
    },
    {
      aws_autoscaling_group: ["Group of machines that grows and shrinks", "component"],
      aws_launch_template: ["How a group makes its machines"],
      aws_launch_configuration: ["How a group makes its machines (older form)"],
      aws_autoscaling_policy: ["When a group grows or shrinks"],
      aws_autoscaling_schedule: ["Timetable of a group"],
      aws_autoscaling_attachment: ["Load balancer in front of a group"],
      aws_autoscaling_traffic_source_attachment: ["Load balancer in front of a group (newer form)"],
      aws_autoscaling_lifecycle_hook: ["Pause while a machine comes or goes"],
      aws_autoscaling_notification: ["Messages about machines that come and go"],
      aws_autoscaling_group_tag: ["Label of a group that other code made"],
      aws_spot_fleet_request: ["Machines asked for together that may be taken away", "component"],
      aws_ec2_fleet: ["Machines asked for together", "component"],
    },
  ),
  ...service(
    {
      mappingKey: "blockVolume",
      instead: { scaleway: "scaleway_block_volume", ovh: "ovh_cloud_storage_block_volume" },
      citation: mapping("blockVolume"),
    },
    {
      aws_ebs_snapshot_copy: ["Snapshot of a disk copied from another one", "component"],
      aws_lightsail_disk: ["Disk of Lightsail", "component"],
      aws_lightsail_disk_attachment: ["Disk given to a virtual machine of Lightsail"],
      aws_ebs_snapshot_import: ["Snapshot of a disk imported from a bucket", "component"],
      aws_snapshot_create_volume_permission: ["Account that may use a snapshot of a disk"],
      aws_ebs_fast_snapshot_restore: ["Zone in which disks are made of a snapshot faster"],
    },
  ),
  ...service(
    {
      mappingKey: "containerRegistry",
      instead: {
        scaleway: "scaleway_registry_namespace",
        ovh: "ovh_cloud_project_containerregistry (Harbor)",
      },
      citation: mapping("containerRegistry"),
    },
    {
      aws_ecr_repository: ["Container image repository", "component"],
      aws_ecr_repository_policy: ["Who may pull and push"],
      aws_ecr_lifecycle_policy: ["When images are removed"],
      aws_ecr_registry_policy: ["Who may use the account's registry"],
      aws_ecr_registry_scanning_configuration: ["Which images are scanned for vulnerabilities"],
      aws_ecr_replication_configuration: ["Regions and accounts that images are copied to"],
      aws_ecr_pull_through_cache_rule: ["Outside registry whose images are cached"],
      aws_ecr_repository_creation_template: ["Settings of repositories made on first use"],
      aws_ecr_account_setting: ["Settings of the registry"],
      aws_ecrpublic_repository: ["Public container image repository", "component"],
      aws_ecrpublic_repository_policy: ["Who may push to a public repository"],
    },
  ),
  ...service(
    {
      mappingKey: "serverlessContainer",
      instead: {
        scaleway: "scaleway_container for one-port stateless services, else Kapsule",
        ovh: "a Deployment or Knative on Managed Kubernetes",
      },
      shows: {
        aws_ecs_service: { sidecars: hasSidecars, volumes: hasVolumes, privateIngress: isReachedWithin },
        // One container, no volumes: https://docs.aws.amazon.com/apprunner/latest/dg/what-is-apprunner.html, 2026-11-27.
        aws_apprunner_service: {
          sidecars: never,
          volumes: never,
          privateIngress: isOneOf("network_configuration.ingress_configuration.is_publicly_accessible", false),
        },
      },
      citation: mapping("serverlessContainer"),
    },
    {
      aws_ecs_service: ["Containers kept running by ECS", "component"],
      aws_apprunner_service: ["Container run by App Runner", "component"],
      aws_apprunner_vpc_connector: ["Way from App Runner into private subnets"],
      aws_apprunner_custom_domain_association: ["Own name of an App Runner service"],
      aws_apprunner_auto_scaling_configuration_version: ["When App Runner grows or shrinks"],
      aws_apprunner_connection: ["Connection of App Runner to a Git host"],
      aws_ecs_cluster: ["Place for ECS services"],
      aws_ecs_task_definition: ["Containers of a service or task"],
      aws_ecs_cluster_capacity_providers: ["Machines of an ECS cluster"],
      aws_ecs_capacity_provider: ["Machines that ECS may use"],
      aws_ecs_account_setting_default: ["Settings of ECS in the account"],
      aws_appautoscaling_target: ["What grows and shrinks, and between which bounds"],
      aws_appautoscaling_policy: ["When it grows or shrinks"],
      aws_appautoscaling_scheduled_action: ["Timetable of what grows and shrinks"],
      aws_service_discovery_private_dns_namespace: ["Private names of services"],
      aws_service_discovery_http_namespace: ["Names of services that are asked for by API alone"],
      aws_service_discovery_service: ["Private name of a service"],
      aws_service_discovery_public_dns_namespace: ["Public names of services"],
      aws_service_discovery_instance: ["Address behind the name of a service"],
      aws_ecs_task_set: ["Containers of a service that another tool deploys"],
      aws_ecs_tag: ["Label of an ECS resource that other code made"],
    },
  ),
  ...service(
    {
      class: "containers",
      instead: { scaleway: "Kapsule or Serverless Containers", ovh: "Managed Kubernetes" },
      citation: effort("containers"),
    },
    {
      aws_elastic_beanstalk_application: ["Elastic Beanstalk application"],
      aws_elastic_beanstalk_application_version: ["Version of an Elastic Beanstalk application"],
      aws_elastic_beanstalk_configuration_template: ["Settings of Elastic Beanstalk environments"],
      aws_elastic_beanstalk_environment: ["Elastic Beanstalk environment", "service"],
    },
  ),
  ...service(
    {
      class: "containers",
      instead: { scaleway: "Linkerd or Istio on Kapsule", ovh: "Linkerd or Istio on Managed Kubernetes" },
      citation: judgement(
        "what stands in a mesh is charged like a service; App Mesh ended on 2026-09-30: https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html",
      ),
    },
    {
      aws_appmesh_mesh: ["Services that find and trust each other (App Mesh)"],
      aws_appmesh_virtual_node: ["Service in a mesh", "service"],
      aws_appmesh_virtual_service: ["Name of a service in a mesh"],
      aws_appmesh_virtual_router: ["Where requests within a mesh are shared out"],
      aws_appmesh_route: ["Share of requests within a mesh"],
      aws_appmesh_virtual_gateway: ["Entrance to a mesh", "service"],
      aws_appmesh_gateway_route: ["Route of an entrance to a mesh"],
    },
  ),
  ...service(
    {
      mappingKey: "serverlessFunction",
      instead: {
        scaleway: "scaleway_function (HTTP, cron, queue triggers)",
        ovh: "Knative or OpenFaaS on Managed Kubernetes",
      },
      shows: { aws_lambda_function: { trigger: isTriggered, layers: isSet("layers"), extensions: isImage } },
      citation: mapping("serverlessFunction"),
    },
    {
      aws_lambda_function: ["Lambda function", "component"],
      aws_lambda_permission: ["Who may call a function"],
      aws_lambda_event_source_mapping: ["Queue or stream that feeds a function"],
      aws_lambda_function_url: ["Public address of a function"],
      aws_lambda_function_event_invoke_config: ["Retries and destinations of asynchronous calls"],
      aws_lambda_alias: ["Name of a version of a function"],
      aws_lambda_layer_version: ["Code shared by functions"],
      aws_lambda_invocation: ["Call of a function while code is applied"],
      aws_lambda_layer_version_permission: ["Who may use shared code"],
      aws_lambda_provisioned_concurrency_config: ["Instances of a function kept warm"],
      aws_lambda_code_signing_config: ["Signers whose code may run"],
      aws_lambda_runtime_management_config: ["When the runtime of a function is updated"],
    },
  ),
  ...service(
    {
      mappingKey: "cronJob",
      instead: {
        scaleway: "scaleway_job_definition or scaleway_container_cron",
        ovh: "a CronJob on Managed Kubernetes",
      },
      citation: mapping("cronJob"),
    },
    {
      aws_scheduler_schedule: ["Timetable that calls something", "component"],
      aws_scheduler_schedule_group: ["Timetables that belong together"],
    },
  ),
  ...service(
    {
      class: "batch",
      instead: { scaleway: "scaleway_job_definition (Serverless Jobs), or Kubernetes jobs", ovh: "Kubernetes jobs" },
      shows: { aws_batch_compute_environment: UNCALLED },
      citation: effort("batch"),
    },
    {
      aws_batch_job_definition: ["Batch job", "jobDefinition"],
      aws_batch_compute_environment: ["Machines of batch jobs", "computeEnvironment"],
      aws_batch_job_queue: ["Queue of batch jobs"],
      aws_batch_scheduling_policy: ["Shares of a queue of batch jobs"],
    },
  ),
};
