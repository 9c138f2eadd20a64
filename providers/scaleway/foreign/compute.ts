import { mapping, service } from "../../foreign-services.ts";

/** Machines, disks, clusters, images. */
export const compute = {
  ...service(
    {
      mappingKey: "vm",
      instead: { aws: "aws_instance", ovh: "ovh_cloud_instance or openstack_compute_instance_v2" },
      citation: mapping("vm"),
    },
    {
      scaleway_instance_ip: ["Public address of no machine here; it changes at the target"],
      scaleway_instance_placement_group: ["Machines kept apart or together"],
      scaleway_instance_image: ["Machine image"],
      scaleway_baremetal_server: ["Elastic Metal: a whole server", "component"],
      scaleway_flexible_ip: ["Public address of a whole server; it changes at the target"],
      scaleway_flexible_ip_mac_address: ["Virtual MAC address of a public address"],
      scaleway_apple_silicon_server: ["Mac mini; only EC2 Mac is like it", "component"],
      scaleway_apple_silicon_runner: ["Build runner on a Mac mini"],
    },
  ),
  ...service(
    {
      mappingKey: "autoscalingGroup",
      instead: {
        aws: "aws_autoscaling_group",
        ovh: "an autoscaling node pool of Managed Kubernetes, or a fixed number of machines",
      },
      citation: mapping("autoscalingGroup"),
    },
    {
      scaleway_autoscaling_instance_group: ["Group of machines that grows and shrinks", "component"],
      scaleway_autoscaling_instance_template: ["How a group makes its machines"],
      scaleway_autoscaling_instance_policy: ["When a group grows or shrinks"],
    },
  ),
  ...service(
    {
      mappingKey: "blockVolume",
      instead: { aws: "aws_ebs_volume", ovh: "ovh_cloud_storage_block_volume" },
      citation: mapping("blockVolume"),
    },
    {
      scaleway_block_snapshot: ["Snapshot imported from a bucket, of no disk here", "component"],
      scaleway_instance_snapshot: ["Snapshot imported from a bucket, of no disk here (older form)", "component"],
    },
  ),
  ...service(
    {
      mappingKey: "fileShare",
      instead: { aws: "aws_efs_file_system", ovh: "ovh_cloud_storage_file_share" },
      citation: mapping("fileShare"),
    },
    { scaleway_file_filesystem: ["File system shared by machines", "component"] },
  ),
  ...service(
    {
      mappingKey: "containerRegistry",
      instead: { aws: "aws_ecr_repository", ovh: "ovh_cloud_project_containerregistry (Harbor)" },
      citation: mapping("containerRegistry"),
    },
    { scaleway_registry_namespace: ["Registry of container images", "component"] },
  ),
};
