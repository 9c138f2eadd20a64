import { effort, mapping, service } from "../../foreign-services.ts";
import { never, UNCALLED } from "../../shows.ts";

/** What keeps data, apart from the kinds that are implemented. */
export const data = {
  ...service(
    {
      mappingKey: "objectBucket",
      instead: { aws: "aws_s3_object, or an upload by the pipeline", ovh: "an upload by the pipeline over the S3 API" },
      citation: mapping("objectBucket"),
    },
    { scaleway_object: ["Object uploaded by code; its own visibility decides whether everybody may read it"] },
  ),
  ...service(
    {
      mappingKey: "postgres",
      instead: {
        aws: "aws_rds_cluster with serverless capacity",
        ovh: "ovh_cloud_project_database, engine postgresql, which never sleeps",
      },
      citation: mapping("postgres"),
    },
    { scaleway_sdb_sql_database: ["Serverless PostgreSQL; logins are IAM keys", "component"] },
  ),
  ...service(
    {
      mappingKey: "redis",
      instead: { aws: "aws_elasticache_replication_group", ovh: "ovh_cloud_project_database, engine valkey" },
      citation: mapping("redis"),
    },
    { scaleway_redis_cluster: ["Redis", "component"] },
  ),
  ...service(
    {
      mappingKey: "mongodb",
      instead: {
        aws: "aws_docdb_cluster: MongoDB's protocol, another engine",
        ovh: "ovh_cloud_project_database, engine mongodb",
      },
      shows: { scaleway_mongodb_instance: { documentDb: never } },
      citation: mapping("mongodb"),
    },
    {
      scaleway_mongodb_instance: ["MongoDB", "component"],
      scaleway_mongodb_user: ["User of a MongoDB"],
      scaleway_mongodb_snapshot: ["Snapshot of a MongoDB; stays at the source"],
    },
  ),
  ...service(
    {
      mappingKey: "kafka",
      instead: { aws: "aws_msk_cluster", ovh: "ovh_cloud_project_database, engine kafka" },
      citation: mapping("kafka"),
    },
    { scaleway_kafka_cluster: ["Kafka", "component"] },
  ),
  ...service(
    {
      mappingKey: "opensearch",
      instead: { aws: "aws_opensearch_domain", ovh: "ovh_cloud_project_database, engine opensearch" },
      citation: mapping("opensearch"),
    },
    { scaleway_opensearch_deployment: ["OpenSearch", "component"] },
  ),
  ...service(
    {
      class: "analytics",
      instead: { aws: "ClickHouse on instances, Redshift, EMR", ovh: "ClickHouse or Spark run by oneself" },
      shows: { scaleway_datawarehouse_user: UNCALLED },
      citation: effort("analytics"),
    },
    {
      scaleway_datawarehouse_deployment: ["ClickHouse", "warehouse"],
      scaleway_datawarehouse_database: ["Database of a ClickHouse"],
      scaleway_datawarehouse_user: ["User of a ClickHouse", "permission"],
      scaleway_datalab: ["Spark with notebooks", "job"],
    },
  ),
};
