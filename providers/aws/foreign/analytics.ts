import { effort, service } from "../../foreign-services.ts";

/** Analytics and machine learning. */
export const analytics = {
  ...service(
    {
      class: "analytics",
      instead: {
        scaleway: "Trino or Spark on Kapsule, ClickHouse (Data Warehouse) or PostgreSQL",
        ovh: "the Data Platform, Trino or Spark on Managed Kubernetes, ClickHouse or PostgreSQL",
      },
      citation: effort("analytics"),
    },
    {
      aws_glue_job: ["Glue job", "job"],
      aws_glue_catalog_database: ["Database of the Glue catalogue"],
      aws_glue_catalog_table: ["Table of the Glue catalogue", "tableOrCrawler"],
      aws_glue_crawler: ["Crawler that fills the Glue catalogue", "tableOrCrawler"],
      aws_glue_trigger: ["When Glue jobs and crawlers run"],
      aws_glue_connection: ["How Glue reaches a database"],
      aws_glue_security_configuration: ["Encryption of what Glue writes"],
      aws_athena_workgroup: ["Group of Athena queries"],
      aws_athena_named_query: ["Saved Athena query", "queryOrView"],
      aws_athena_database: ["Database of Athena"],
      aws_athena_data_catalog: ["Catalogue that Athena reads"],
      aws_lakeformation_permissions: ["Who may read a table of the data lake", "permission"],
      aws_lakeformation_data_lake_settings: ["Administrators of the data lake"],
      aws_lakeformation_lf_tag: ["Label that data lake permissions use"],
      aws_redshift_cluster: ["Redshift data warehouse", "warehouse"],
      aws_redshiftserverless_workgroup: ["Redshift data warehouse without sizes", "warehouse"],
      aws_redshiftdata_statement: ["SQL run in the warehouse by code", "queryOrView"],
      aws_emr_cluster: ["Hadoop and Spark cluster", "warehouse"],
    },
  ),
  ...service(
    {
      class: "ml",
      instead: {
        scaleway: "Generative APIs (shared or dedicated deployments of open-weight models), or GPU instances",
        ovh: "AI Endpoints (open-weight models), AI Deploy and AI Training, or GPU instances",
      },
      citation: {
        source:
          "https://www.scaleway.com/en/docs/generative-apis/quickstart_dedicated/, https://huggingface.co/docs/inference-providers/providers/ovhcloud",
        date: "2026-11-24",
      },
    },
    {
      aws_bedrockagent_agent: ["Bedrock agent", "apiUsed"],
      aws_bedrockagent_knowledge_base: ["Documents that Bedrock answers from", "pipeline"],
      aws_bedrockagent_data_source: ["Where a knowledge base reads"],
      aws_bedrock_guardrail: ["Limits on what a Bedrock model may say", "apiUsed"],
      aws_bedrock_custom_model: ["Model trained further in Bedrock; its weights stay there", "pipeline"],
      aws_bedrock_inference_profile: ["Bedrock model called under a name of one's own", "apiUsed"],
      aws_bedrock_provisioned_model_throughput: ["Reserved capacity of a Bedrock model", "endpoint"],
      aws_bedrock_model_invocation_logging_configuration: ["Log of calls to Bedrock models"],
      aws_sagemaker_endpoint: ["Model served by SageMaker", "endpoint"],
      aws_sagemaker_endpoint_configuration: ["How a model is served"],
      aws_sagemaker_model: ["Model and its container"],
      aws_sagemaker_notebook_instance: ["Notebook server", "apiUsed"],
      aws_sagemaker_domain: ["SageMaker Studio", "pipeline"],
      aws_sagemaker_user_profile: ["User of SageMaker Studio"],
      aws_sagemaker_pipeline: ["Training pipeline", "pipeline"],
    },
  ),
};
