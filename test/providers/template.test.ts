import { describe, expect, test } from "@jest/globals";
import { aws } from "../../providers/aws/index.ts";
import { type Tree, Unknown } from "../../providers/native.ts";
import { takeSurvey } from "../../providers/take-survey.ts";
import { likeType, templateResources } from "../../providers/template.ts";
import { native } from "../assessment/estate.ts";

const stack = (args: Record<string, Tree>, type = "aws_cloudformation_stack") => native(type, "files", args);
const read = (body: Tree) => {
  const type = aws.foreign["aws_cloudformation_stack"]!;
  const resources = templateResources(stack({ template_body: body }), type);
  return resources && Object.fromEntries(resources);
};
const holesOf = (one: ReturnType<typeof stack>) =>
  takeSurvey({ roots: [{ path: ".", natives: [one], empty: [], unreadable: [], holes: [] }] } as never, aws).holes;

describe("what a template makes", () => {
  test("is counted by type where it stands in the code, as JSON, as YAML with tags, or built by an expression", () => {
    expect(read('{"Resources":{"a":{"Type":"AWS::SNS::Topic"}}}')).toEqual({ "AWS::SNS::Topic": 1 });
    const yaml =
      "Resources:\n  A: {Type: AWS::S3::Bucket}\n  B:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: !Sub '${A}-b'}\n";
    expect(read(yaml)).toEqual({ "AWS::S3::Bucket": 2 });
    const document = { Resources: { a: { Type: "AWS::SQS::Queue", Properties: { QueueName: new Unknown("var.n") } } } };
    expect(read(new Unknown("jsonencode({})", [], { document }))).toEqual({ "AWS::SQS::Queue": 1 });
  });

  test("is not known where the template is elsewhere, is no template, or may make more than it lists", () => {
    for (const body of [
      new Unknown("file(var.path)"),
      "",
      "a: [",
      "Resources: {}",
      "Resources: {A: {Type: AWS::CloudFormation::Stack}}",
      "Resources: {A: {Type: Acme::Shop::Till::MODULE}}",
      "Transform: AWS::Serverless-2016-10-31\nResources: {A: {Type: AWS::S3::Bucket}}",
      "Resources: {'Fn::ForEach::A': [a, [b], {}]}",
    ]) {
      expect(read(body)).toBeUndefined();
    }
  });

  test("is a hole that is asked for by name, with what is in it where that is known", () => {
    const body = "Resources: {A: {Type: AWS::S3::Bucket}, B: {Type: AWS::IAM::Role}}";
    expect(holesOf(stack({ template_body: body }))).toMatchObject([
      {
        kind: "template",
        address: "aws_cloudformation_stack.files",
        expression: "1 × AWS::S3::Bucket, 1 × AWS::IAM::Role",
      },
    ]);
    expect(holesOf(stack({ template_url: "https://example.org/x?signature=s" }))[0]?.expression).toBe("template_url");
    const application = "aws_serverlessapplicationrepository_cloudformation_stack";
    expect(holesOf(stack({ application_id: "arn" }, application))[0]?.remedy).toMatch(
      /^Put the template into the code/,
    );
    expect(holesOf(stack({ template_body: body }, "aws_cloudformation_stack_set"))[0]?.expression).toBe(
      "template_body",
    );
  });

  test("has types that the provider names after the same service and thing", () => {
    const type = aws.foreign["aws_cloudformation_stack"]!;
    const like = (name: string) => likeType(name, type, aws);
    expect(like("AWS::DynamoDB::Table")).toBe("aws_dynamodb_table");
    expect(like("AWS::EC2::SecurityGroup")).toBe("aws_security_group");
    expect(like("AWS::RDS::DBInstance")).toBe("aws_db_instance");
    expect(like("AWS::Neptune::DBInstance")).toBeUndefined();
    expect(like("Custom::Thing")).toBeUndefined();
  });
});
