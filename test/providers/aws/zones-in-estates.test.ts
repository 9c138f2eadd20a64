import { describe, expect, test } from "@jest/globals";
import { isOfValidation } from "../../../providers/aws/dns-validation.ts";
import { aws } from "../../../providers/aws/index.ts";
import { Unknown } from "../../../providers/native.ts";
import { ovh } from "../../../providers/ovh/index.ts";
import { scaleway } from "../../../providers/scaleway/index.ts";
import { translate } from "../../../providers/translate.ts";
import { surveyOf } from "./survey-of.ts";

const zone = `
resource "aws_route53_zone" "main" {
  name = "example.com"
}
`;

/** What may be lost of the zone of a `main.tf`, on every cloud that has zones. */
async function mayLose(main: string): Promise<string[]> {
  const { components } = await surveyOf(zone + main);
  const found = components.filter((c) => c.kind === "dns-zone");
  expect(found.flatMap((c) => c.holes.map((h) => h.path))).toContain("records");
  return [aws, ovh, scaleway].flatMap((cloud) => found.flatMap((c) => translate(c, cloud).losses.map((l) => l.path)));
}

const record = (lines: string) => `
resource "aws_route53_record" "one" {
  zone_id = aws_route53_zone.main.zone_id
  ttl     = 60
  ${lines}
}`;

const certificate = (names: string) => `
variable "names" {
  type = list(string)
}
resource "aws_acm_certificate" "x" {
  domain_name               = "example.com"
  subject_alternative_names = ${names}
  validation_method         = "DNS"
}`;
const options = "aws_acm_certificate.x.domain_validation_options";
const called = `{
    for dvo in ${options} : dvo.domain_name => {
      name   = dvo.resource_record_name
      record = dvo.resource_record_value
      type   = dvo.resource_record_type
    }
  }`;
const each = (value: string) => `
  for_each = ${value}
  name     = each.value.name
  type     = each.value.type
  records  = [each.value.record]`;
const field = (of: string, type = `${of}.resource_record_type`) => `
  name     = ${of}.resource_record_name
  type     = ${type}
  records  = [${of}.resource_record_value]`;

describe("of records that prove a certificate nothing is lost: they are CNAMEs below the zone, whatever they are called", () => {
  test.each([
    ["for each name of the certificate", '["*.example.com"]', each(called)],
    ["for names that nobody knows", "var.names", each(called)],
    [
      "by their own names",
      '["*.example.com"]',
      `for_each = { for d in ${options} : d.domain_name => d }${field("each.value")}`,
    ],
    ["the first of a list", '["*.example.com"]', field(`tolist(${options})[0]`)],
    ["with a type that is written", "var.names", field(`tolist(${options})[0]`, '"CNAME"')],
    ["in the form before version 3 of the provider", "var.names", field(`${options}.0`)],
    [
      "out of a list made of it",
      "var.names",
      field(`element(distinct([for k, v in ${options} : merge(tomap(v), {})]), 0)`),
    ],
  ])("%s", async (_, names, lines) => {
    expect(await mayLose(certificate(names) + record(lines))).toEqual([]);
  });
});

test("of a record of which only the value is not known nothing else may be otherwise", async () => {
  const ofType = (type: string) => `variable "to" {}${record(`name = "www"\ntype = "${type}"\nrecords = [var.to]`)}`;
  const known = ofType("TXT");
  expect(await mayLose(known)).toEqual([]);
  // It may lead to what has an address and no name at OVHcloud and Scaleway.
  expect(await mayLose(ofType("CNAME"))).toEqual(["records", "records"]);
  // How long it may be kept is known too, and too short for two of three clouds.
  expect(await mayLose(known.replace("ttl     = 60", "ttl = 30"))).toEqual([
    "records.ttlSeconds",
    "records.ttlSeconds",
  ]);
});

describe("nothing is taken for granted of a name", () => {
  const of = (expression: string, attr = "domain_validation_options", rough = false) =>
    new Unknown(expression, [{ to: "aws_acm_certificate.x", attr }], rough ? { rough } : {});

  test.each([
    ["chosen by a condition", of(`var.apex ? "@" : ${options}[0].resource_record_name`)],
    ["that is the domain's own", of(`tolist(${options})[0].domain_name`)],
    ["with text around it", of(`"\${tolist(${options})[0].resource_record_name}"`)],
    ["made in the code", of(`({for d in ${options} : d.domain_name => {name = d.domain_name}}["a"]).name`)],
    [
      "of which something else has a part",
      new Unknown(`${options}[0].resource_record_name`, [{ to: "aws_eip.a", attr: "id" }]),
    ],
    ["that names nothing", new Unknown("each.value.resource_record_name")],
    ["that is known", "www"],
  ])("%s", (_, value) => {
    expect(isOfValidation(value, "name")).toBe(false);
  });

  test("a plan shows what it was made of alone", () => {
    expect(isOfValidation(of("each.value", "domain_validation_options", true), "name")).toBe(true);
  });
});

test("a record of which nobody knows more may stand anywhere", async () => {
  const hidden = `variable "it" {}${record("name = var.it\ntype = var.it\nrecords = [var.it]")}`;
  expect(await mayLose(hidden)).toContain("records");
});
