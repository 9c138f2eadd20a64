import { effort, mapping, service } from "../../foreign-services.ts";

/** Machines, volumes, Kubernetes and registries. */
export const compute = {
  ...service(
    {
      mappingKey: "vm",
      instead: {
        aws: "aws_instance with aws_key_pair",
        scaleway: "scaleway_instance_server with scaleway_instance_ip",
      },
      citation: mapping("vm"),
    },
    {
      ovh_vps: ["Virtual private server (an order)", "component"],
      ovh_cloud_instance_group: ["Machines kept on different hosts"],
      openstack_compute_servergroup_v2: ["Machines kept on different hosts"],
      openstack_images_image_v2: ["Image of a machine of one's own"],
      openstack_images_image_access_v2: ["Project that may use an image"],
      openstack_images_image_access_accept_v2: ["Image of another project that is used"],
    },
  ),
  ...service(
    {
      mappingKey: "containerRegistry",
      instead: { aws: "aws_ecr_repository per image", scaleway: "scaleway_registry_namespace" },
      citation: mapping("containerRegistry"),
    },
    {
      ovh_cloud_project_containerregistry: ["Managed Harbor registry", "component"],
      ovh_cloud_project_containerregistry_user: ["User of a registry"],
      ovh_cloud_project_containerregistry_iam: ["Logins to a registry through OVHcloud's IAM"],
      ovh_cloud_project_containerregistry_oidc: ["Logins to a registry through OpenID Connect"],
      ovh_cloud_project_containerregistry_ip_restrictions_registry: ["Addresses that reach the images"],
      ovh_cloud_project_containerregistry_ip_restrictions_management: ["Addresses that reach the registry's console"],
    },
  ),
  ...service(
    {
      class: "backup",
      instead: { aws: "AWS Backup plans", scaleway: "snapshots on a schedule of one's own, restic, Velero" },
      citation: effort("backup"),
    },
    { ovh_cloud_project_workflow_backup: ["Backup of machines on a schedule", "plan"] },
  ),
  ...service(
    {
      mappingKey: "kubernetes",
      instead: { aws: "aws_eks_cluster with node groups", scaleway: "scaleway_k8s_cluster with pools" },
      citation: mapping("kubernetes"),
    },
    {
      openstack_containerinfra_cluster_v1: ["Kubernetes cluster (Magnum)", "component"],
      openstack_containerinfra_clustertemplate_v1: ["Template of a cluster"],
      openstack_containerinfra_nodegroup_v1: ["Pool of nodes of a cluster"],
      ovh_cloud_project_rancher: ["Managed Rancher", "component"],
    },
  ),
};
