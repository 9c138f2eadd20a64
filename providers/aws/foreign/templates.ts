import { judgement, service } from "../../foreign-services.ts";
import type { ForeignType } from "../../provider.ts";

const stacks = service(
  {
    class: "templates",
    instead: {
      scaleway: "The resources themselves, written as code for the target",
      ovh: "The resources themselves, written as code for the target",
    },
    citation: judgement("a stack is charged by what its template makes, and is no work of its own"),
  },
  {
    aws_cloudformation_stack: ["Resources that a template of CloudFormation makes"],
    aws_cloudformation_stack_set: ["Resources that a template of CloudFormation makes in several accounts"],
    aws_cloudformation_stack_instances: ["Accounts and regions in which a set of stacks stands"],
    aws_cloudformation_stack_set_instance: ["Account and region in which a set of stacks stands"],
    aws_serverlessapplicationrepository_cloudformation_stack: ["Resources that a published application makes"],
  },
);

/** Templates and modules inside a template. */
const MORE = /^AWS::(CloudFormation::Stack(Set)?|Serverless::Application)$|::MODULE$/;
/** Services that the provider leaves out of the names of types. */
const UNNAMED = ["ec2", "rds"];

/** `AWS::DynamoDB::Table`: types of the provider are named after the same service and thing. */
function like(type: string): readonly string[] | "more" {
  if (MORE.test(type)) return "more";
  const [vendor = "", service = "", thing = ""] = type.toLowerCase().split("::");
  return [`${vendor}${service}${thing}`, ...(UNNAMED.includes(service) ? [`${vendor}${thing}`] : [])];
}

/** Where templates stand. In how many accounts a set stands is in no template, so its resources are not counted. */
const makes: Readonly<Record<string, NonNullable<ForeignType["makes"]>>> = {
  aws_cloudformation_stack: { like, body: "template_body", elsewhere: ["template_url"] },
  aws_cloudformation_stack_set: { like, elsewhere: ["template_body", "template_url"] },
  aws_serverlessapplicationrepository_cloudformation_stack: { like, elsewhere: ["application_id"] },
};

/** Resources that a template makes, and not this code. */
export const templates: Readonly<Record<string, ForeignType>> = Object.fromEntries(
  Object.entries(stacks).map(([type, known]) => [type, { ...known, ...(makes[type] ? { makes: makes[type] } : {}) }]),
);
