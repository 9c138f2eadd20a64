import type { DependencySigns, Sign } from "../dependency-signs.ts";
import { backupSigns } from "./backup-signs.ts";

const each = (dependency: string, types: readonly string[], rest: Omit<Sign, "dependency" | "type"> = {}): Sign[] =>
  types.map((type) => ({ dependency, type, ...rest }));

/** Issuers by which pipelines of others sign in: the pipelines are theirs, and whose machines run them is not said. */
const PIPELINE_ISSUERS = /githubusercontent\.com|gitlab|bitbucket\.org|circleci\.com|buildkite\.com|terraform\.io/;
/** Images whose use is paid through the bill: documentation of EC2, "Paid support and licences", 2026-11-26. */
const PAID_IMAGES = /aws-marketplace|windows|sql ?server|\brhel|\bsles\b|suse-sles/i;

/** What keeps data and is no component, by the argument that names its key. */
const ENCRYPTED: Readonly<Record<string, readonly string[]>> = {
  kms_key_arn: ["aws_backup_vault"],
  encryption_key_arn: ["aws_backup_logically_air_gapped_vault"],
  kms_key_id: [
    "aws_db_instance_automated_backups_replication",
    "aws_db_snapshot_copy",
    "aws_docdb_cluster",
    "aws_ebs_snapshot_copy",
    "aws_efs_file_system",
    "aws_redshift_cluster",
  ],
  "server_side_encryption.kms_key_arn": ["aws_dynamodb_table"],
};

/** What shows that AWS is needed on the day. Types and arguments: documentation of `hashicorp/aws` 6.66. */
export const signs: DependencySigns = {
  // `api.aws`: addresses of both protocols, AWS General Reference, "AWS service endpoints".
  hosts: ["amazonaws.com", "amazonaws.com.cn", "amazonaws.eu", "api.aws"],
  backends: [{ type: "s3", needs: "bucket", key: "kms_key_id" }],
  registries: /\.dkr\.ecr(?:-fips)?\.|(?:^|[=/@\s"'])public\.ecr\.aws\//,
  images: {
    aws_apprunner_service: "source_configuration",
    aws_batch_job_definition: "container_properties",
    aws_codebuild_project: "environment",
    aws_ecs_task_definition: "container_definitions",
    aws_instance: "user_data",
    aws_lambda_function: "image_uri",
    aws_launch_template: "user_data",
    aws_lightsail_container_service_deployment_version: "container",
    aws_sagemaker_model: "",
  },
  boots: {
    aws_instance: ["user_data", "user_data_base64"],
    aws_launch_configuration: ["user_data", "user_data_base64"],
    aws_launch_template: ["user_data"],
    aws_spot_instance_request: ["user_data", "user_data_base64"],
  },
  fetches:
    /\b(?:secretsmanager\s+(?:batch-)?get-secret-value|ssm\s+get-parameters?(?:-by-path)?|kms\s+decrypt|chamber\s+exec)\b/,
  seen: [
    ...each("registrar", [
      "aws_route53domains_delegation_signer_record",
      "aws_route53domains_domain",
      "aws_route53domains_registered_domain",
    ]),
    ...each("images", ["aws_ecr_authorization_token", "aws_ecr_image", "aws_ecr_repository"], { mode: "data" }),
    ...each("identity", [
      "aws_cognito_user_pool",
      "aws_directory_service_directory",
      "aws_identitystore_group",
      "aws_identitystore_user",
      "aws_ssoadmin_permission_set",
    ]),
    ...each("identity", ["aws_cognito_user_pools", "aws_cognito_user_pool", "aws_ssoadmin_instances"], {
      mode: "data",
    }),
    ...[
      // Whose users they are stands in the metadata, where it can be read.
      { path: "saml_metadata_document", text: /entityID="https?:\/\/[^"]*(?:awsapps|amazonaws|aws\.amazon)\.com/ },
      {
        path: "saml_metadata_document",
        unless: /entityID="https?:\/\/[^"]*(?:awsapps|amazonaws|aws\.amazon)\.com/,
        stands: "unknown",
      } as const,
    ].flatMap((rest) => each("identity", ["aws_iam_saml_provider"], rest)),
    ...(["managed", "data"] as const).flatMap((mode) => [
      ...each("ci", ["aws_iam_openid_connect_provider"], {
        mode,
        path: "url",
        text: PIPELINE_ISSUERS,
        stands: "unknown",
      }),
      // The issuer of a cluster says who a program is, nobody who a person is.
      ...each("identity", ["aws_iam_openid_connect_provider"], {
        ...{ mode, path: "url", unless: new RegExp(`${PIPELINE_ISSUERS.source}|amazonaws|eks|oidc_issuer`) },
        stands: "unknown",
      }),
    ]),
    ...each("secrets", ["aws_secretsmanager_secret", "aws_secretsmanager_secret_version", "aws_kms_secrets"], {
      mode: "data",
    }),
    ...each("secrets", ["aws_ssm_parameter", "aws_ssm_parameters_by_path"], {
      mode: "data",
      path: "",
      // Parameters that the cloud publishes for everybody name images.
      unless: /(?:^|=)\/aws\/service\//,
    }),
    ...each("secrets", ["aws_ecs_task_definition", "aws_batch_job_definition"], { path: "", text: /valueFrom/ }),
    ...each("keys", ["aws_kms_alias", "aws_kms_key"], { mode: "data" }),
    ...Object.entries(ENCRYPTED).flatMap(([path, types]) => each("keys", types, { path, text: /./ })),
    ...each("licences", ["aws_ami", "aws_ami_ids"], { mode: "data", path: "", text: PAID_IMAGES }),
    ...each("licences", ["aws_ssm_parameter"], {
      mode: "data",
      path: "name",
      text: /^\/aws\/service\/(?:ami-windows|marketplace)/,
    }),
    ...each("licences", ["aws_instance"], { path: "get_password_data", text: /^true$/ }),
    ...each("licences", ["aws_instance", "aws_launch_template"], {
      path: "",
      text: /resolve:ssm:\/aws\/service\/(?:ami-windows|marketplace)/,
    }),
    ...each("licences", ["aws_db_instance", "aws_rds_cluster"], { path: "engine", text: /^sqlserver-/ }),
    ...each("licences", ["aws_db_instance"], {
      path: "license_model",
      text: /^(?:license-included|marketplace-license)$/,
    }),
    ...each("licences", ["aws_eks_node_group"], { path: "ami_type", text: /^WINDOWS/ }),
    ...each("licences", ["aws_ecs_task_definition"], { path: "runtime_platform", text: /^WINDOWS/ }),
    ...backupSigns,
    ...each("licences", ["aws_licensemanager_grant", "aws_licensemanager_grant_accepter"]),
  ],
  citation: { source: "Terraform Registry, hashicorp/aws 6.66, pages of the types", date: "2026-11-26" },
};
