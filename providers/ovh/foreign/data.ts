import { effort, mapping, service } from "../../foreign-services.ts";

/** What keeps data, secrets and keys, apart from the kinds that are implemented. */
export const data = {
  ...service(
    {
      mappingKey: "objectBucket",
      instead: {
        aws: "an upload by the pipeline, aws_s3_object",
        scaleway: "an upload by the pipeline, scaleway_object",
      },
      citation: mapping("objectBucket"),
    },
    {
      openstack_objectstorage_object_v1: ["Object uploaded by code to a Swift container"],
      openstack_objectstorage_tempurl_v1: ["Temporary address of a Swift object"],
      openstack_objectstorage_account_v1: ["Settings of the Swift account of a project"],
      ovh_cloud_project_storage_object_bucket_lifecycle_configuration: ["Lifecycle of a bucket that was not read here"],
    },
  ),
  ...service(
    {
      class: "special-databases",
      instead: {
        aws: "ElastiCache, MSK, OpenSearch Service or DocumentDB, by engine",
        scaleway: "Managed Redis, MongoDB, Kafka or OpenSearch, by engine",
      },
      citation: effort("special-databases"),
    },
    {
      ovh_cloud_project_database: [
        "Managed service that is neither PostgreSQL nor MySQL (Valkey, MongoDB, Kafka, OpenSearch, ClickHouse, Grafana)",
        "cluster",
      ],
      ovh_cloud_project_database_database: ["Database inside such a service"],
      ovh_cloud_project_database_user: ["User of such a service"],
      ovh_cloud_project_database_ip_restriction: ["Address that reaches such a service"],
      ovh_cloud_project_database_integration: ["Link between two such services"],
      ovh_cloud_project_database_log_subscription: ["Logs of such a service sent to a stream"],
      ovh_cloud_project_database_prometheus: ["Metrics of such a service"],
      ovh_cloud_project_database_clickhouse_user: ["User of ClickHouse"],
      ovh_cloud_project_database_m3db_namespace: ["Name space of M3DB (no longer sold)"],
      ovh_cloud_project_database_m3db_user: ["User of M3DB (no longer sold)"],
    },
  ),
  ...service(
    {
      mappingKey: "postgres",
      instead: { aws: "roles in the database; RDS Proxy for pools", scaleway: "scaleway_rdb_user; no pooler" },
      citation: mapping("postgres"),
    },
    {
      ovh_cloud_project_database_postgresql_user: ["User of a database that was not read here"],
      ovh_cloud_project_database_postgresql_connection_pool: ["Connection pool of a database that was not read here"],
    },
  ),
  ...service(
    {
      mappingKey: "kafka",
      instead: { aws: "topics made with Kafka's own tools on MSK", scaleway: "topics made with Kafka's own tools" },
      citation: mapping("kafka"),
    },
    {
      ovh_cloud_project_database_kafka_topic: ["Topic of Kafka"],
      ovh_cloud_project_database_kafka_acl: ["Rights on a topic of Kafka"],
      ovh_cloud_project_database_kafka_schemaregistryacl: ["Rights on schemas of Kafka"],
    },
  ),
  ...service(
    {
      mappingKey: "opensearch",
      instead: {
        aws: "users and policies of aws_opensearch_domain",
        scaleway: "users of scaleway_opensearch_deployment",
      },
      citation: mapping("opensearch"),
    },
    {
      ovh_cloud_project_database_opensearch_user: ["User of OpenSearch"],
      ovh_cloud_project_database_opensearch_pattern: ["Retention of indices of OpenSearch"],
    },
  ),
  ...service(
    {
      mappingKey: "mongodb",
      instead: { aws: "users in DocumentDB", scaleway: "scaleway_mongodb_user" },
      citation: mapping("mongodb"),
    },
    {
      ovh_cloud_project_database_mongodb_user: ["User of MongoDB"],
      ovh_cloud_project_database_mongodb_prometheus: ["Metrics of MongoDB"],
    },
  ),
  ...service(
    {
      mappingKey: "redis",
      instead: { aws: "aws_elasticache_user", scaleway: "the one login and ACL of scaleway_redis_cluster" },
      citation: mapping("redis"),
    },
    { ovh_cloud_project_database_valkey_user: ["User of Valkey"] },
  ),
  ...service(
    {
      mappingKey: "fileShare",
      instead: { aws: "aws_efs_file_system", scaleway: "scaleway_file_filesystem" },
      citation: mapping("fileShare"),
    },
    {
      ovh_cloud_storage_file_share: ["File share over NFS", "component"],
      ovh_cloud_storage_file_share_network: ["Network of file shares"],
      ovh_cloud_storage_file_share_acl: ["Who mounts a file share"],
      ovh_cloud_storage_file_share_snapshot: ["Snapshot of a file share"],
      ovh_cloud_project_file_storage_share: ["File share over NFS (older form)", "component"],
      ovh_cloud_project_file_storage_share_network: ["Network of file shares (older form)"],
      openstack_sharedfilesystem_share_v2: ["File share (Manila)", "component"],
      openstack_sharedfilesystem_sharenetwork_v2: ["Network of file shares (Manila)"],
      openstack_sharedfilesystem_securityservice_v2: ["Sign-in to file shares (Manila)"],
      openstack_sharedfilesystem_share_access_v2: ["Who mounts a file share (Manila)"],
      ovh_storage_efs: ["Enterprise File Storage (an order)", "component"],
      ovh_storage_efs_share: ["Volume of Enterprise File Storage"],
      ovh_storage_efs_share_acl: ["Who mounts a volume of Enterprise File Storage"],
      ovh_storage_efs_share_snapshot: ["Snapshot of a volume of Enterprise File Storage"],
      ovh_dedicated_nasha_partition: ["Partition of a NAS-HA", "component"],
      ovh_dedicated_nasha_partition_access: ["Who mounts a partition of a NAS-HA"],
      ovh_dedicated_nasha_partition_snapshot: ["Snapshots of a partition of a NAS-HA"],
    },
  ),
  ...service(
    {
      mappingKey: "secret",
      instead: { aws: "aws_secretsmanager_secret", scaleway: "scaleway_secret with versions" },
      citation: mapping("secret"),
    },
    {
      ovh_okms_secret: ["Secret", "component"],
      ovh_cloud_key_manager_secret: ["Secret of a project (Barbican)", "component"],
      ovh_cloud_key_manager_container: ["Secrets of a project kept together"],
      openstack_keymanager_secret_v1: ["Secret of a project (Barbican)", "component"],
      openstack_keymanager_container_v1: ["Secrets of a project kept together"],
      openstack_keymanager_order_v1: ["Secret that Barbican makes", "component"],
      ovh_cloud_key_manager_secret_consumer: ["What uses a secret of a project"],
      ovh_cloud_key_manager_container_consumer: ["What uses secrets of a project kept together"],
    },
  ),
  ...service(
    {
      mappingKey: "kmsKey",
      instead: {
        aws: "aws_kms_key; data is encrypted anew",
        scaleway: "scaleway_key_manager_key; data is encrypted anew",
      },
      citation: mapping("kmsKey"),
    },
    {
      ovh_okms: ["Key management service of one's own (an order)"],
      ovh_okms_service_key: ["Key", "component"],
      ovh_okms_service_key_jwk: ["Key brought in", "component"],
      ovh_okms_credential: ["Certificate that opens the key management service"],
    },
  ),
};
