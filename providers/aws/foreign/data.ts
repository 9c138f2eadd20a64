import { effort, mapping, service } from "../../foreign-services.ts";

/** What keeps data, secrets and keys, apart from the kinds that are implemented. */
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
      aws_s3_account_public_access_block: ["Guard against public buckets of the whole account"],
      aws_s3_access_point: ["Further entrance to a bucket with its own policy"],
      aws_s3control_access_grants_instance: ["S3 Access Grants of an account"],
      aws_s3control_access_grants_location: ["Place that S3 Access Grants cover"],
      aws_s3control_access_grant: ["S3 access of a person or role"],
    },
  ),
  ...service(
    {
      mappingKey: "postgres",
      instead: {
        scaleway: "settings of scaleway_rdb_instance",
        ovh: "advanced_configuration of ovh_cloud_project_database",
      },
      citation: mapping("postgres"),
    },
    {
      aws_db_subnet_group: ["Subnets of a database that is not in this estate"],
      aws_db_parameter_group: ["Settings of a database that is not in this estate"],
      aws_rds_cluster_parameter_group: ["Settings of a cluster that is not in this estate"],
      aws_rds_cluster_instance: ["Server of a cluster that is not in this estate"],
      aws_db_instance_role_association: ["Role of a database that is not in this estate"],
      aws_db_instance_automated_backups_replication: ["Backups kept in a second region"],
      aws_db_proxy: ["Connection pool in front of a database", "component"],
      aws_db_event_subscription: ["Messages about databases"],
    },
  ),
  ...service(
    {
      class: "special-databases",
      instead: {
        scaleway: "PostgreSQL after a port, or the engine run by oneself on instances",
        ovh: "PostgreSQL after a port, or the engine run by oneself on instances",
      },
      citation: effort("special-databases"),
    },
    {
      aws_db_instance: ["RDS database that is neither PostgreSQL nor MySQL (Oracle, SQL Server, Db2)", "cluster"],
      aws_db_option_group: ["Options of a database server"],
      aws_neptune_cluster: ["Graph database", "cluster"],
      aws_timestreamwrite_database: ["Time series database", "cluster"],
      aws_memorydb_cluster: ["Durable Redis", "cluster"],
    },
  ),
  ...service(
    {
      mappingKey: "keyValueNoSql",
      instead: {
        scaleway: "ScyllaDB (Alternator) run by oneself, or MongoDB or PostgreSQL re-modelled",
        ovh: "ScyllaDB (Alternator) run by oneself, or MongoDB or PostgreSQL re-modelled",
      },
      citation: mapping("keyValueNoSql"),
    },
    {
      aws_dynamodb_table: ["DynamoDB table", "component"],
      aws_dynamodb_table_item: ["Row written by code"],
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
      aws_efs_file_system_policy: ["Who may mount a file system"],
    },
  ),
  ...service(
    {
      mappingKey: "redis",
      instead: { scaleway: "scaleway_redis_cluster", ovh: "ovh_cloud_project_database, engine valkey" },
      citation: mapping("redis"),
    },
    {
      aws_elasticache_replication_group: ["Redis or Valkey with replicas", "component"],
      aws_elasticache_cluster: ["Redis or Memcached", "component"],
      aws_elasticache_serverless_cache: ["Redis or Valkey without sizes", "component"],
      aws_elasticache_subnet_group: ["Subnets of a cache"],
      aws_elasticache_parameter_group: ["Settings of a cache"],
    },
  ),
  ...service(
    {
      mappingKey: "mongodb",
      instead: { scaleway: "scaleway_mongodb_instance", ovh: "ovh_cloud_project_database, engine mongodb" },
      citation: mapping("mongodb"),
    },
    {
      aws_docdb_cluster: ["DocumentDB: MongoDB's protocol, another engine", "component"],
      aws_docdb_cluster_instance: ["Server of a DocumentDB cluster"],
      aws_docdb_subnet_group: ["Subnets of a DocumentDB cluster"],
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
    },
  ),
  ...service(
    {
      mappingKey: "secret",
      instead: { scaleway: "scaleway_secret and scaleway_secret_version", ovh: "ovh_okms_secret" },
      citation: mapping("secret"),
    },
    {
      aws_secretsmanager_secret: ["Secret", "component"],
      aws_secretsmanager_secret_version: ["Value of a secret"],
      aws_secretsmanager_secret_policy: ["Who may read a secret"],
      aws_secretsmanager_secret_rotation: ["When and by whom a secret is changed"],
      aws_ssm_parameter: ["Parameter, often a secret", "component"],
    },
  ),
  ...service(
    {
      mappingKey: "kmsKey",
      instead: {
        scaleway: "scaleway_key_manager_key",
        ovh: "ovh_okms_service_key; not usable by storage and databases",
      },
      citation: mapping("kmsKey"),
    },
    {
      aws_kms_key: ["Encryption key that never leaves; data is re-encrypted", "component"],
      aws_kms_alias: ["Name of a key"],
      aws_kms_key_policy: ["Who may use a key"],
      aws_kms_external_key: ["Encryption key with imported material", "component"],
    },
  ),
  ...service(
    {
      class: "kms",
      instead: { scaleway: "scaleway_iam_policy on Key Manager", ovh: "ovh_okms_credential" },
      citation: effort("kms"),
    },
    {
      aws_kms_grant: ["Use of a key given to somebody", "policyOrGrant"],
      aws_acmpca_certificate_authority: ["Private certificate authority", "hsmOrCa"],
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
      aws_dlm_lifecycle_policy: ["Timetable of disk snapshots", "plan"],
    },
  ),
  ...service(
    {
      class: "file-transfer",
      instead: { scaleway: "an SFTP server on an instance, rclone", ovh: "an SFTP server on an instance, rclone" },
      citation: effort("file-transfer"),
    },
    {
      aws_transfer_server: ["Managed SFTP server", "server"],
      aws_transfer_user: ["User of the SFTP server", "user"],
      aws_transfer_web_app: ["Web page for file transfers", "server"],
      aws_datasync_task: ["Copy between storages", "task"],
      aws_datasync_location_s3: ["Bucket that DataSync copies"],
    },
  ),
};
