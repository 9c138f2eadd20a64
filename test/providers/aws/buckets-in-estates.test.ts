import { describe, expect, test } from "@jest/globals";
import { componentOf, gaps, surveyOf } from "./survey-of.ts";

/** Forms met in public estates and first read wrongly. */
const none = { residue: [], coarsened: [] };

test("what a cloud gives a class to is one place: a policy's statements, and a list of settings without its positions", async () => {
  const bucket = await componentOf(`
resource "aws_s3_bucket" "b" {}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"] }] })
}
resource "aws_s3_bucket_inventory" "b" {
  bucket          = aws_s3_bucket.b.id
  optional_fields = ["Size", "ETag"]
}
`);
  const places = new Set(bucket.residue.map((l) => `${l.type}.${l.place}: ${l.class}`));
  expect([...places].sort()).toEqual([
    "aws_s3_bucket_inventory.: workaround",
    "aws_s3_bucket_policy.policy.Statement: redesign",
  ]);
  expect(bucket.residue.length).toBeGreaterThan(4);
});

describe("a bucket that says what every bucket is by itself", () => {
  test("has no gap", async () => {
    const bucket = await componentOf(`
resource "aws_s3_bucket" "b" {
  bucket              = "shop-files"
  acl                 = "private"
  object_lock_enabled = false
  request_payer       = "BucketOwner"
}
resource "aws_s3_bucket_accelerate_configuration" "b" {
  bucket = aws_s3_bucket.b.id
  status = "Suspended"
}
resource "aws_s3_bucket_versioning" "b" {
  bucket = aws_s3_bucket.b.id
  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Disabled"
  }
}
resource "aws_s3_bucket_ownership_controls" "b" {
  bucket = aws_s3_bucket.b.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}
`);
    expect(gaps(bucket)).toEqual(none);
    expect(bucket.requested).toEqual(new Set(["name", "versioning"]));
  });

  test("keeps an older ownership in sight", async () => {
    const bucket = await componentOf(`
resource "aws_s3_bucket" "b" {
}
resource "aws_s3_bucket_ownership_controls" "b" {
  bucket = aws_s3_bucket.b.id
  rule {
    object_ownership = "ObjectWriter"
  }
}
`);
    expect(gaps(bucket).residue).toEqual(["aws_s3_bucket_ownership_controls.rule.0.object_ownership"]);
  });
});

describe("policies", () => {
  const policy = (statement: string) => `
resource "aws_s3_bucket" "b" {
  bucket = "shop-files"
}
resource "aws_cloudfront_origin_access_identity" "cdn" {
}
data "aws_iam_policy_document" "p" {
  statement {
    ${statement}
  }
}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = data.aws_iam_policy_document.p.json
}
`;

  test("of a document that a data source builds are the same as written ones", async () => {
    const bucket = await componentOf(
      policy(`
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.b.arn, "\${aws_s3_bucket.b.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }`),
    );
    expect(bucket.props["requireTls"]).toBe(true);
    expect(gaps(bucket)).toEqual(none);
  });

  test("are understood as a whole or not at all", async () => {
    const bucket = await componentOf(
      policy(`
    effect    = "Allow"
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.b.arn}/*"]
    principals {
      type        = "AWS"
      identifiers = [aws_cloudfront_origin_access_identity.cdn.iam_arn]
    }`),
    );
    expect(bucket.props["publicRead"]).toBeUndefined();
    const statement = ["actions.0", "effect", "principals.0.identifiers.0", "principals.0.type", "resources.0"];
    expect(gaps(bucket)).toEqual({
      residue: statement.map((leaf) => `aws_iam_policy_document.statement.0.${leaf}`),
      coarsened: [],
    });
    expect(new Set(bucket.residue.map((r) => r.class))).toEqual(new Set(["redesign"]));
  });

  test("may spell the same thing in other ways", async () => {
    const bucket = await componentOf(`
resource "aws_s3_bucket" "b" {
  bucket = "shop-site"
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = ["s3:GetObject"]
        Resource  = ["arn:aws:s3:::shop-site/*"]
      },
      {
        Effect    = "Deny"
        Principal = { AWS = ["*"] }
        Action    = "*"
        Resource  = ["arn:aws:s3:::shop-site", "arn:aws:s3:::shop-site/*"]
        Condition = { BoolIfExists = { "aws:SecureTransport" = false } }
      },
    ]
  })
}
`);
    expect([bucket.props["publicRead"], bucket.props["requireTls"]]).toEqual([true, true]);
    expect(gaps(bucket)).toEqual(none);
  });

  test("that were an access control list become a policy", async () => {
    const bucket = await componentOf(`
resource "aws_s3_bucket" "b" {
  bucket = "shop-site"
  acl    = "public-read"
}
`);
    expect(bucket.props["publicRead"]).toBe(true);
    expect(gaps(bucket)).toEqual(none);
  });
});

describe("policies put together from others", () => {
  const bucket = (more: string) => `
resource "aws_s3_bucket" "b" {
  bucket = "shop-files"
}
data "aws_iam_policy_document" "tls" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.b.arn, "\${aws_s3_bucket.b.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
data "aws_iam_policy_document" "all" {
  source_policy_documents = compact([data.aws_iam_policy_document.tls.json, ${more}])
}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = replace(data.aws_iam_policy_document.all.json, "_NAME_", aws_s3_bucket.b.id)
}
`;

  test("are read one by one", async () => {
    const found = await componentOf(bucket(`""`));
    expect(found.props["requireTls"]).toBe(true);
    expect(found.holes).toEqual([]);
    expect(gaps(found)).toEqual(none);
  });

  test("may hold what nobody knows", async () => {
    const found = await componentOf(`variable "more" {}\n${bucket("var.more")}`);
    expect(found.props["requireTls"]).toBe(true);
    expect(found.holes.map((h) => [h.path, h.expression])).toEqual([
      ["publicRead", expect.stringContaining("var.more")],
    ]);
  });
});

describe("a grant to everybody behind the guard against it", () => {
  const open = (guard: string) => `
resource "aws_s3_bucket" "b" {
  bucket = "shop-files"
  acl    = "public-read"
}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop-files/*" }]
  })
}
resource "aws_s3_bucket_public_access_block" "b" {
  bucket                  = aws_s3_bucket.b.id
  block_public_acls       = ${guard}
  block_public_policy     = ${guard}
  ignore_public_acls      = ${guard}
  restrict_public_buckets = ${guard}
}
`;

  test("opens nothing, so nothing is opened at the target", async () => {
    const found = await componentOf(open("true"));
    expect(found.props).toMatchObject({ blockPublicAccess: true });
    expect(found.props["publicRead"]).toBeUndefined();
    expect(gaps(found)).toEqual(none);
    expect(found.ignored.map((leaf) => leaf.path)).toEqual(
      expect.arrayContaining(["acl", "policy.Statement.0.Principal"]),
    );
  });

  test("opens the bucket where the guard is down", async () => {
    expect((await componentOf(open("false"))).props["publicRead"]).toBe(true);
  });
});

test("a feature may name its bucket through another feature", async () => {
  const found = await componentOf(`
resource "aws_s3_bucket" "b" {
  bucket = "shop-files"
}
resource "aws_s3_bucket_public_access_block" "b" {
  bucket                  = aws_s3_bucket.b.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_ownership_controls" "b" {
  bucket = aws_s3_bucket_public_access_block.b.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}
`);
  expect(found.natives.map((n) => n.type)).toEqual([
    "aws_s3_bucket",
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_ownership_controls",
  ]);
  expect(gaps(found)).toEqual(none);
});

describe("lifecycle rules", () => {
  test("with 0 days have none, as the provider writes it", async () => {
    const bucket = await componentOf(`
resource "aws_s3_bucket" "b" {
  lifecycle_rule {
    id                                     = "sweep"
    enabled                                = true
    abort_incomplete_multipart_upload_days = 0
    expiration {
      days                         = 0
      expired_object_delete_marker = true
    }
  }
}
`);
    expect(bucket.holes).toEqual([]);
    expect(bucket.props["lifecycleRules"]).toEqual([{ id: "sweep", enabled: true, expireDeleteMarkers: true }]);
    expect(gaps(bucket)).toEqual(none);
  });
});

describe("what says nothing about the data", () => {
  test("names of notifications and the saving of a bucket key are set aside", async () => {
    const { components } = await surveyOf(`
resource "aws_s3_bucket" "b" {
  bucket = "shop-files"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
  bucket = aws_s3_bucket.b.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}
resource "aws_s3_bucket_notification" "b" {
  bucket = aws_s3_bucket.b.id
  queue {
    id        = "new-files"
    queue_arn = "arn:aws:sqs:eu-west-3:111122223333:files"
    events    = ["s3:ObjectCreated:*"]
  }
}
`);
    expect(components.map(gaps)).toEqual([none]);
    expect(components[0]?.ignored.map((leaf) => leaf.path)).toEqual(["rule.0.bucket_key_enabled", "queue.0.id"]);
  });

  test("a name made of values that nobody knows is a hole, not a difference", async () => {
    const bucket = await componentOf(`
data "aws_caller_identity" "me" {
}
resource "aws_s3_bucket" "b" {
  bucket = "files-\${data.aws_caller_identity.me.account_id}"
}
`);
    expect(bucket.holes.map((h) => h.path)).toEqual(["name"]);
    expect(gaps(bucket)).toEqual(none);
  });
});

test("of a rule that is not known as a whole nothing is assumed: no key of the provider's, and no key of one's own", async () => {
  const found = await componentOf(`
variable "encryption" {
}
resource "aws_s3_bucket" "b" {
  bucket = "shop-files"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
  bucket = aws_s3_bucket.b.id
  dynamic "rule" {
    for_each = var.encryption
    content {
      apply_server_side_encryption_by_default {
        sse_algorithm = rule.value
      }
    }
  }
}
`);
  expect(found.holes.map((h) => h.path)).toEqual(["encryption"]);
  expect(found.props["encryption"]).toBeUndefined();
  expect(found.props["encryptionKey"]).toBeUndefined();
});
