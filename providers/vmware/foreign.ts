import { effort, mapping, service } from "../foreign-services.ts";
import type { ForeignType } from "../provider.ts";
import { UNCALLED } from "../shows.ts";

/** The platform itself: it is what is left, and what a cloud sells in its place. */
const platform = {
  aws: "nothing to make: hosts, their clusters and storage are the cloud's",
  scaleway: "nothing to make: hosts, their clusters and storage are the cloud's",
  ovh: "nothing to make: hosts, their clusters and storage are the cloud's",
};

/** vSphere types that belong to no implemented kind. A type without drivers is the platform's or part of a machine: it adds no effort of its own. */
export const foreign: Readonly<Record<string, ForeignType>> = {
  ...service(
    { mappingKey: "vm", instead: platform, citation: mapping("vm") },
    {
      vsphere_compute_cluster: ["Cluster of hosts"],
      vsphere_configuration_profile: ["Desired configuration of a cluster's hosts"],
      vsphere_custom_attribute: ["Name of a field for notes on objects"],
      vsphere_datacenter: ["Datacenter: what hosts and networks belong to"],
      vsphere_datastore_cluster: ["Datastores used as one"],
      vsphere_dpm_host_override: ["Power management of one host"],
      vsphere_folder: ["Folder of objects"],
      vsphere_host: ["ESXi host"],
      vsphere_license: ["Licence key"],
      vsphere_nas_datastore: ["Datastore on NFS"],
      vsphere_offline_software_depot: ["Source of updates for hosts"],
      vsphere_resource_pool: ["Share of a cluster's processors and memory"],
      vsphere_vm_storage_policy: ["Rules by which datastores are chosen"],
      vsphere_vmfs_datastore: ["Datastore on a VMFS volume"],
      vsphere_vnic: ["Network interface of a host itself"],
    },
  ),
  ...service(
    {
      mappingKey: "vm",
      instead: {
        aws: "placement groups and several zones",
        scaleway: "scaleway_instance_placement_group; several zones",
        ovh: "openstack_compute_servergroup_v2; regions of three zones",
      },
      citation: mapping("vm"),
    },
    {
      vsphere_compute_cluster_host_group: ["Hosts named together in rules"],
      vsphere_compute_cluster_vm_affinity_rule: ["Machines that stay on one host"],
      vsphere_compute_cluster_vm_anti_affinity_rule: ["Machines that stay on different hosts"],
      vsphere_compute_cluster_vm_dependency_rule: ["Machines restarted after others"],
      vsphere_compute_cluster_vm_group: ["Machines named together in rules"],
      vsphere_compute_cluster_vm_host_rule: ["Machines that stay on some hosts"],
      vsphere_datastore_cluster_vm_anti_affinity_rule: ["Machines whose disks stay apart"],
      vsphere_drs_vm_override: ["How one machine is moved between hosts"],
      vsphere_ha_vm_override: ["How one machine is restarted after a failure"],
      vsphere_storage_drs_vm_override: ["How one machine's disks are moved"],
    },
  ),
  ...service(
    {
      mappingKey: "vm",
      instead: {
        aws: "images of one's own (aws_ami), cloud-init",
        scaleway: "images of one's own (scaleway_instance_image), cloud-init",
        ovh: "images of one's own (openstack_images_image_v2), cloud-init",
      },
      citation: mapping("vm"),
    },
    {
      vsphere_content_library: ["Store of templates and ISO files"],
      vsphere_content_library_item: ["Template or ISO file in a library"],
      vsphere_file: ["File uploaded to a datastore"],
      vsphere_guest_os_customization: ["Names and addresses given to machines at their first start"],
      vsphere_vapp_container: ["Machines started and stopped as one"],
      vsphere_vapp_entity: ["Machine of a vApp, in order of its start"],
      vsphere_virtual_machine_class: ["Size of machines for Kubernetes"],
    },
  ),
  ...service(
    {
      class: "backup",
      instead: {
        aws: "AWS Backup, snapshots of volumes",
        scaleway: "scaleway_block_snapshot; restic for files",
        ovh: "backups of instances and volumes; restic for files",
      },
      citation: effort("backup"),
    },
    { vsphere_virtual_machine_snapshot: ["Snapshot of a machine"] },
  ),
  ...service(
    {
      class: "iam",
      instead: {
        aws: "IAM roles and policies, IAM Identity Center",
        scaleway: "IAM groups and policies",
        ovh: "policies of OVHcloud IAM, roles of OpenStack users",
      },
      citation: effort("iam"),
    },
    {
      vsphere_entity_permissions: ["Who may do what on an object", "policy"],
      vsphere_role: ["Set of privileges", "policy"],
    },
  ),
  ...service(
    {
      class: "governance",
      instead: {
        aws: "tags and cost allocation",
        scaleway: "tags and projects",
        ovh: "tags of OVHcloud IAM and projects",
      },
      citation: effort("governance"),
    },
    {
      vsphere_tag: ["Label for objects"],
      vsphere_tag_category: ["What labels of one sort are put on"],
    },
  ),
  ...service(
    {
      class: "observability",
      instead: { aws: "CloudWatch alarms", scaleway: "alerts of Cockpit", ovh: "alerts on metrics sent to Grafana" },
      shows: { vsphere_alarm: UNCALLED },
      citation: effort("observability"),
    },
    { vsphere_alarm: ["Alarm on an object's events or metrics", "alarm"] },
  ),
  ...service(
    {
      mappingKey: "kubernetes",
      instead: { aws: "aws_eks_cluster", scaleway: "scaleway_k8s_cluster", ovh: "ovh_cloud_project_kube" },
      citation: mapping("kubernetes"),
    },
    {
      vsphere_namespace: ["Share of a cluster for Kubernetes"],
      vsphere_supervisor: ["Kubernetes on the hosts of a cluster", "component"],
      vsphere_supervisor_v2: ["Kubernetes on the hosts of a cluster", "component"],
      vsphere_zone: ["Clusters that Kubernetes counts as one place"],
    },
  ),
};
