import { effort, judgement, mapping, service } from "../../foreign-services.ts";
import { always, either, isNamedBy, isSet, type Show } from "../../shows.ts";

/** Copies in other regions stand inside a table, or beside it. */
const hasReplicas: Show = (table, beside) =>
  either(
    isSet("replica")(table, beside),
    isNamedBy({ type: "aws_dynamodb_table_replica", attr: "global_table_arn", by: ["arn"] })(table, beside),
  );

/** Databases, apart from the kinds that are implemented. */
export const databases = {
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
      aws_rds_instance_state: ["Whether a database is on"],
      aws_rds_export_task: ["Export of a snapshot to a bucket"],
      aws_rds_cluster_snapshot_copy: ["Snapshot of a cluster copied from another one"],
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
      aws_keyspaces_keyspace: ["Cassandra run by AWS: tables that belong together", "cluster"],
      aws_keyspaces_table: ["Table of Cassandra run by AWS"],
    },
  ),
  ...service(
    {
      mappingKey: "keyValueNoSql",
      instead: {
        scaleway: "ScyllaDB (Alternator) run by oneself, or MongoDB or PostgreSQL re-modelled",
        ovh: "ScyllaDB (Alternator) run by oneself, or MongoDB or PostgreSQL re-modelled",
      },
      shows: { aws_dynamodb_table: { streams: isSet("stream_enabled"), globalTables: hasReplicas } },
      citation: mapping("keyValueNoSql"),
    },
    {
      aws_dynamodb_table: ["DynamoDB table", "component"],
      aws_dynamodb_table_item: ["Row written by code"],
      aws_dynamodb_table_replica: ["Copy of a DynamoDB table in another region"],
      aws_dynamodb_global_table: ["Copies of a DynamoDB table in several regions (older form)"],
      aws_dynamodb_kinesis_streaming_destination: ["Data stream that changes of a DynamoDB table go to"],
      aws_dynamodb_table_export: ["Export of a DynamoDB table to a bucket"],
      aws_dynamodb_tag: ["Label of a DynamoDB table that other code made"],
      aws_dynamodb_global_secondary_index: ["Index of a DynamoDB table, written apart from it"],
      aws_dynamodb_resource_policy: ["Who may use a DynamoDB table"],
      aws_dynamodb_contributor_insights: ["Which keys of a table are read most"],
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
      aws_docdb_global_cluster: ["DocumentDB clusters of several regions that follow one"],
      aws_docdb_event_subscription: ["Messages about DocumentDB clusters"],
      aws_docdbelastic_cluster: ["DocumentDB spread over shards", "component"],
      aws_docdb_cluster_parameter_group: ["Settings of a DocumentDB cluster"],
      aws_docdb_cluster_snapshot: ["Snapshot of a DocumentDB cluster; it cannot be restored elsewhere"],
      aws_docdb_subnet_group: ["Subnets of a DocumentDB cluster"],
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
