import { effort, mapping, service } from "../../foreign-services.ts";

/** What keeps files and documents, apart from the kinds that are implemented, and backups. */
export const data = {
  ...service(
    {
      mappingKey: "objectBucket",
      instead: {
        scaleway: "scaleway_object, or an upload by the pipeline",
        ovh: "an upload by the pipeline over the S3 API",
      },
      citation: mapping("objectBucket"),
    },
    {
      aws_s3_object: ["Object uploaded by code"],
      aws_s3_bucket_object: ["Object uploaded by code (older name)"],
      aws_s3_object_copy: ["Object copied by code"],
      aws_s3_access_point: ["Further entrance to a bucket with its own policy"],
      aws_s3control_access_grants_instance: ["S3 Access Grants of an account"],
      aws_s3control_access_grants_location: ["Place that S3 Access Grants cover"],
      aws_s3control_access_grant: ["S3 access of a person or role"],
    },
  ),
  ...service(
    {
      mappingKey: "fileShare",
      instead: { scaleway: "scaleway_file_filesystem", ovh: "ovh_cloud_storage_file_share" },
      citation: mapping("fileShare"),
    },
    {
      aws_efs_file_system: ["NFS file system", "component"],
      aws_efs_mount_target: ["Address of a file system in a subnet"],
      aws_efs_access_point: ["Entrance to a directory of a file system"],
      aws_efs_backup_policy: ["Backup of a file system"],
      aws_efs_replication_configuration: ["Copy of a file system in another region"],
      aws_efs_file_system_policy: ["Who may mount a file system"],
      aws_s3files_file_system: ["File system over a bucket (S3 Files)", "component"],
      aws_s3files_mount_target: ["Address of a file system over a bucket in a subnet"],
      aws_s3files_access_point: ["Entrance to a directory of a file system over a bucket"],
      aws_s3files_file_system_policy: ["Who may mount a file system over a bucket"],
    },
  ),
  ...service(
    {
      mappingKey: "opensearch",
      instead: { scaleway: "scaleway_opensearch_deployment", ovh: "ovh_cloud_project_database, engine opensearch" },
      citation: mapping("opensearch"),
    },
    {
      aws_opensearch_domain: ["OpenSearch cluster", "component"],
      aws_elasticsearch_domain: ["OpenSearch cluster (older name)", "component"],
      aws_opensearch_domain_policy: ["Who may use an OpenSearch cluster"],
      aws_opensearch_vpc_endpoint: ["Private address of an OpenSearch cluster in another network"],
      aws_opensearch_authorize_vpc_endpoint_access: [
        "Account that may make private addresses of an OpenSearch cluster",
      ],
      aws_opensearch_domain_saml_options: ["Sign-in to the dashboards of an OpenSearch cluster"],
      aws_opensearch_outbound_connection: ["Search across clusters"],
      aws_opensearch_inbound_connection_accepter: ["Far end of a search across clusters"],
      aws_opensearch_package: ["Dictionary of an OpenSearch cluster"],
      aws_opensearch_package_association: ["Cluster that uses a dictionary"],
      aws_opensearchserverless_collection: ["OpenSearch without sizes", "component"],
      aws_opensearchserverless_access_policy: ["Who may use OpenSearch without sizes"],
      aws_opensearchserverless_security_policy: ["Encryption and networks of OpenSearch without sizes"],
      aws_opensearchserverless_lifecycle_policy: ["When OpenSearch without sizes forgets"],
      aws_opensearchserverless_security_config: ["Sign-in to OpenSearch without sizes"],
      aws_opensearchserverless_vpc_endpoint: ["Private address of OpenSearch without sizes"],
      aws_elasticsearch_domain_policy: ["Who may use an OpenSearch cluster (older name)"],
      aws_elasticsearch_vpc_endpoint: ["Private address of an OpenSearch cluster (older name)"],
    },
  ),
  ...service(
    {
      class: "backup",
      instead: {
        scaleway: "snapshots and restic or Velero",
        ovh: "backup_regions of databases, snapshots, restic or Velero",
      },
      citation: effort("backup"),
    },
    {
      aws_backup_plan: ["When backups are made and how long they are kept", "plan"],
      aws_backup_vault: ["Place where backups are kept", "vault"],
      aws_backup_vault_lock_configuration: ["Lock that refuses to delete backups", "lockedVault"],
      aws_backup_selection: ["What a backup plan covers"],
      aws_backup_vault_policy: ["Who may use a place of backups"],
      aws_backup_vault_notifications: ["Messages about backups"],
      aws_backup_region_settings: ["Which kinds of resources are backed up in a region"],
      aws_backup_global_settings: ["Whether backups cross accounts"],
      aws_backup_report_plan: ["Reports on backups"],
      aws_backup_framework: ["Rules that backups are checked against"],
      aws_backup_restore_testing_plan: ["Restores made to see that they work", "plan"],
      aws_backup_restore_testing_selection: ["What is restored to see that it works"],
      aws_backup_logically_air_gapped_vault: ["Place of backups that another account keeps", "lockedVault"],
      aws_dlm_lifecycle_policy: ["Timetable of disk snapshots", "plan"],
    },
  ),
  ...service(
    {
      mappingKey: "objectBucket",
      instead: {
        scaleway: "scaleway_object_bucket; no class of one zone for speed",
        ovh: "ovh_cloud_project_storage; no class of one zone for speed",
      },
      citation: mapping("objectBucket"),
    },
    {
      aws_s3_directory_bucket: ["Fast bucket in one zone (S3 Express)", "component"],
    },
  ),
};
