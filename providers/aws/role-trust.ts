import { type Tree, Unknown } from "../native.ts";
import { leavesOf, lookUp } from "../paths.ts";
import { documentIn } from "../recorder.ts";
import { either, type Show, type Shown } from "../shows.ts";

/**
 * Services that hand a role to code of their customers: machines, containers, pods, functions, builds, jobs. Others act for
 * themselves with it. The page of each says which principal its role trusts: docs.aws.amazon.com, AWSEC2 iam-roles-for-amazon-ec2,
 * AmazonECS task-iam-roles, eks pod-identities, lambda lambda-intro-execution-role, codebuild setting-up-service-role, apprunner
 * security_iam_service-with-iam, glue create-an-iam-role, sagemaker sagemaker-roles, emr emr-iam-role-for-ec2; 2026-11-27.
 */
const CODE_RUNS_IN: ReadonlySet<string> = new Set([
  ...["ec2", "ecs-tasks", "pods.eks", "lambda", "edgelambda", "codebuild", "tasks.apprunner"],
  ...["glue", "sagemaker", "elasticmapreduce", "emr-serverless"],
]);

/** Whether a role is an identity of code: its trust policy names a service that runs code, or an outside issuer of tokens. */
export const isWorkloadIdentity: Show = (role, beside) => {
  const policy = lookUp(role.args, "assume_role_policy")?.value;
  const written = policy === undefined ? undefined : documentIn(policy);
  const trust = written ?? beside.target(role, "assume_role_policy", "aws_iam_policy_document")?.args;
  return trust === undefined ? "unknown" : either(...leavesOf(trust).map(([path, value]) => letsCodeIn(path, value)));
};

/** Places of a trust policy, in a document and in a data source that writes one, and other documents that are part of it. */
const WHO =
  /^Statement(?:\.\d+)?(?:\.Action|\.Principal|$)|^statement(?:\.\d+)?(?:\.actions|\.principals|$)|_policy_documents/;

function letsCodeIn(path: string, value: Tree): Shown {
  if (!WHO.test(path)) return false;
  if (value instanceof Unknown || path.includes("_policy_documents")) return "unknown";
  const text = String(value);
  return text === "sts:AssumeRoleWithWebIdentity" || CODE_RUNS_IN.has(text.replace(/\.amazonaws\.com(?:\.cn)?$/, ""));
}
