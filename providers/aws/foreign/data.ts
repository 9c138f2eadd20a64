import { effort, judgement, mapping, service } from "../../foreign-services.ts";
import { always, isSet } from "../../shows.ts";

/** What keeps data, apart from the kinds that are implemented. */
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
      mappingKey: "postgres",
      instead: {
        scaleway: "logical replication into an instance of another region, run by oneself",
        ovh: "logical replication into a service of another region, run by oneself",
      },
      citation: judgement(
        "no database of the target follows one of another region; https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html",
      ),
    },
    { aws_rds_global_cluster: ["Clusters of several regions that follow one"] },
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
      aws_db_subnet_group: ["Subnets of a database that was not read here"],
      aws_db_parameter_group: ["Settings of a database that was not read here"],
      aws_rds_cluster_parameter_group: ["Settings of a cluster that was not read here"],
      aws_rds_cluster_instance: ["Server of a cluster that was not read here"],
      aws_db_instance_role_association: ["Role of a database that was not read here"],
      aws_db_instance_automated_backups_replication: ["Backups kept in a second region"],
      aws_db_snapshot: ["Snapshot of a database; it cannot be restored elsewhere"],
      aws_db_snapshot_copy: ["Snapshot of a database copied from another one"],
      aws_db_cluster_snapshot: ["Snapshot of a cluster; it cannot be restored elsewhere"],
      aws_db_event_subscription: ["Messages about databases"],
    },
  ),
  ...service(
    {
      mappingKey: "loadBalancerL7",
      instead: {
        scaleway: "PgBouncer or ProxySQL run by oneself on instances",
        ovh: "PgBouncer or ProxySQL run by oneself on instances; managed PostgreSQL has pools of its own",
      },
      citation: judgement(
        "a connection pool is charged like a load balancer, and keeps no data; https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html",
      ),
    },
    {
      aws_db_proxy: ["Connection pool in front of a database", "component"],
      aws_db_proxy_default_target_group: ["Limits of a connection pool"],
      aws_db_proxy_target: ["Database behind a connection pool"],
      aws_db_proxy_endpoint: ["Further address of a connection pool"],
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
      aws_neptune_cluster_instance: ["Server of a graph database"],
      aws_neptune_cluster_parameter_group: ["Settings of a graph database"],
      aws_neptune_parameter_group: ["Settings of a server of a graph database"],
      aws_neptune_subnet_group: ["Subnets of a graph database"],
      aws_neptune_cluster_endpoint: ["Address of some servers of a graph database"],
      aws_neptune_cluster_snapshot: ["Snapshot of a graph database; it cannot be restored elsewhere"],
      aws_timestreamwrite_database: ["Time series database", "cluster"],
      aws_timestreamwrite_table: ["Table of a time series database"],
      aws_timestreaminfluxdb_db_instance: ["InfluxDB run by AWS", "cluster"],
      aws_qldb_ledger: ["Ledger database", "cluster"],
      aws_memorydb_cluster: ["Durable Redis", "cluster"],
      aws_memorydb_subnet_group: ["Subnets of a durable Redis"],
      aws_memorydb_parameter_group: ["Settings of a durable Redis"],
      aws_memorydb_acl: ["Users that may use a durable Redis"],
      aws_memorydb_user: ["User of a durable Redis"],
    },
  ),
  ...service(
    {
      mappingKey: "keyValueNoSql",
      instead: {
        scaleway: "ScyllaDB (Alternator) run by oneself, or MongoDB or PostgreSQL re-modelled",
        ovh: "ScyllaDB (Alternator) run by oneself, or MongoDB or PostgreSQL re-modelled",
      },
      shows: { aws_dynamodb_table: { streams: isSet("stream_enabled"), globalTables: isSet("replica") } },
      citation: mapping("keyValueNoSql"),
    },
    {
      aws_dynamodb_table: ["DynamoDB table", "component"],
      aws_dynamodb_table_item: ["Row written by code"],
      aws_dynamodb_global_secondary_index: ["Index of a DynamoDB table, written apart from it"],
      aws_dynamodb_resource_policy: ["Who may use a DynamoDB table"],
      aws_dynamodb_contributor_insights: ["Which keys of a table are read most"],
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
      aws_s3files_file_system: ["File system over a bucket (S3 Files)", "component"],
      aws_s3files_mount_target: ["Address of a file system over a bucket in a subnet"],
      aws_s3files_access_point: ["Entrance to a directory of a file system over a bucket"],
      aws_s3files_file_system_policy: ["Who may mount a file system over a bucket"],
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
      aws_elasticache_user: ["User of a cache"],
      aws_elasticache_user_group: ["Users that may use a cache"],
      aws_elasticache_user_group_association: ["User in a group of a cache"],
    },
  ),
  ...service(
    {
      mappingKey: "mongodb",
      instead: { scaleway: "scaleway_mongodb_instance", ovh: "ovh_cloud_project_database, engine mongodb" },
      shows: { aws_docdb_cluster: { documentDb: always } },
      citation: mapping("mongodb"),
    },
    {
      aws_docdb_cluster: ["DocumentDB: MongoDB's protocol, another engine", "component"],
      aws_docdb_cluster_instance: ["Server of a DocumentDB cluster"],
      aws_docdb_cluster_parameter_group: ["Settings of a DocumentDB cluster"],
      aws_docdb_cluster_snapshot: ["Snapshot of a DocumentDB cluster; it cannot be restored elsewhere"],
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
  ...service(
    {
      class: "special-databases",
      instead: { scaleway: "pgvector in PostgreSQL, or OpenSearch", ovh: "pgvector in PostgreSQL, or OpenSearch" },
      citation: judgement(
        "a store of vectors is a database with an API of its own; https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors.html",
      ),
    },
    {
      aws_s3vectors_vector_bucket: ["Store of vectors with similarity search", "cluster"],
      aws_s3vectors_index: ["Index of a store of vectors"],
      aws_s3vectors_vector_bucket_policy: ["Who may use a store of vectors"],
    },
  ),
  ...service(
    {
      mappingKey: "redis",
      instead: {
        scaleway: "scaleway_redis_cluster, called by a client of Redis",
        ovh: "ovh_cloud_project_database, engine valkey, called by a client of Redis",
      },
      citation: mapping("redis"),
    },
    {
      aws_dax_cluster: ["Cache in front of DynamoDB with a client of its own", "component"],
      aws_dax_parameter_group: ["Settings of a cache in front of DynamoDB"],
      aws_dax_subnet_group: ["Subnets of a cache in front of DynamoDB"],
    },
  ),
};
