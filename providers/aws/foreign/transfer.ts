import { effort, judgement, service } from "../../foreign-services.ts";
import { UNCALLED } from "../../shows.ts";

/** What moves files and rows, and the file systems of FSx. */
export const transfer = {
  ...service(
    {
      class: "file-transfer",
      instead: { scaleway: "an SFTP server on an instance, rclone", ovh: "an SFTP server on an instance, rclone" },
      shows: {
        aws_datasync_task: UNCALLED,
        aws_transfer_connector: UNCALLED,
        aws_transfer_user: UNCALLED,
        aws_transfer_web_app: UNCALLED,
      },
      citation: effort("file-transfer"),
    },
    {
      aws_transfer_server: ["Managed SFTP server", "server"],
      aws_transfer_user: ["User of the SFTP server", "user"],
      aws_transfer_access: ["Directory group that may use the SFTP server"],
      aws_transfer_connector: ["Server of a partner that files are sent to", "task"],
      aws_transfer_ssh_key: ["Public key of a user of the SFTP server"],
      aws_transfer_tag: ["Setting of the SFTP server written as a label"],
      aws_transfer_web_app: ["Web page for file transfers", "server"],
      aws_datasync_task: ["Copy between storages", "task"],
      aws_datasync_location_s3: ["Bucket that DataSync copies"],
      aws_datasync_location_efs: ["File system that DataSync copies"],
      aws_datasync_location_smb: ["Windows share that DataSync copies"],
      aws_datasync_location_nfs: ["NFS share that DataSync copies"],
      aws_datasync_location_fsx_windows_file_system: ["Windows file system that DataSync copies"],
      aws_datasync_location_object_storage: ["Bucket outside AWS that DataSync copies"],
      aws_datasync_agent: ["Machine through which DataSync reads a site"],
    },
  ),
  ...service(
    {
      class: "file-transfer",
      instead: { scaleway: "a function or job started by the SFTP server", ovh: "a job started by the SFTP server" },
      shows: { aws_transfer_workflow: UNCALLED },
      citation: judgement("steps on a file received are charged like a copy"),
    },
    {
      aws_transfer_workflow: ["What is done with each file received", "task"],
    },
  ),
  ...service(
    {
      class: "file-transfer",
      instead: {
        scaleway:
          "Windows or Samba, Lustre or ZFS on instances; scaleway_file_filesystem where Linux machines alone share it",
        ovh: "Windows or Samba, Lustre or ZFS on instances; file shares are NFS alone",
      },
      citation: {
        source:
          "assessment/effort.json, foreignClasses file-transfer; https://help.ovhcloud.com/csm/asia-reversibility-file-storage?id=kb_article_view&sysparm_article=KB0070791",
        date: "2026-11-26",
      },
    },
    {
      aws_fsx_windows_file_system: ["Windows file system (SMB) in a directory", "fsx"],
      aws_fsx_lustre_file_system: ["Lustre file system", "fsx"],
      aws_fsx_ontap_file_system: ["NetApp file system", "fsx"],
      aws_fsx_openzfs_file_system: ["ZFS file system", "fsx"],
      aws_fsx_ontap_storage_virtual_machine: ["Server within a NetApp file system"],
      aws_fsx_ontap_volume: ["Volume of a NetApp file system"],
      aws_fsx_openzfs_volume: ["Volume of a ZFS file system"],
      aws_fsx_data_repository_association: ["Bucket that a Lustre file system shows"],
      aws_fsx_backup: ["Backup of a file system; it cannot be restored elsewhere"],
    },
  ),
  ...service(
    {
      class: "streaming",
      instead: {
        scaleway: "logical replication of the databases, or Debezium with scaleway_kafka_cluster",
        ovh: "logical replication of the databases, or Debezium with managed Kafka",
      },
      shows: { aws_dms_replication_config: UNCALLED, aws_dms_replication_task: UNCALLED },
      citation: judgement(
        "rows that go on being copied are charged like a stream delivered elsewhere; https://docs.redhat.com/en/documentation/red_hat_integration/2021.q3/html/debezium_user_guide/debezium-connector-for-postgresql",
      ),
    },
    {
      aws_dms_replication_task: ["Rows copied between databases, once or for good (DMS)", "deliveryStream"],
      aws_dms_replication_config: ["Rows copied between databases without a machine of its own", "deliveryStream"],
      aws_dms_replication_instance: ["Machine that copies rows"],
      aws_dms_replication_subnet_group: ["Subnets of a machine that copies rows"],
      aws_dms_endpoint: ["Database that rows are copied from or to"],
      aws_dms_s3_endpoint: ["Bucket that rows are copied from or to"],
      aws_dms_certificate: ["Certificate of a database that rows are copied from or to"],
      aws_dms_event_subscription: ["Messages about the copying of rows"],
    },
  ),
  ...service(
    {
      class: "file-transfer",
      instead: {
        scaleway: "rclone, or an NFS, Samba or iSCSI server at the site",
        ovh: "rclone, or an NFS, Samba or iSCSI server at the site",
      },
      citation: effort("file-transfer"),
    },
    {
      aws_storagegateway_gateway: ["Machine at a site that shows AWS storage as files, volumes or tapes", "server"],
      aws_storagegateway_nfs_file_share: ["NFS share of such a machine"],
      aws_storagegateway_smb_file_share: ["Windows share of such a machine"],
      aws_storagegateway_cached_iscsi_volume: ["Volume of such a machine"],
      aws_storagegateway_cache: ["Disk that such a machine caches on"],
      aws_storagegateway_upload_buffer: ["Disk that such a machine uploads from"],
    },
  ),
};
