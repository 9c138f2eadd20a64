resource "random_id" "suffix" {
  byte_length = 4
}

# One call for each purpose.
module "bucket" {
  source   = "./modules/bucket"
  for_each = var.buckets

  name        = "${local.prefix}-${each.key}"
  versioned   = each.value.versioned
  expire_days = each.value.expire_days
  archive     = each.value.archive
  public_site = each.value.public_site
  log_bucket  = module.logs.name
}

module "logs" {
  source = "./modules/bucket"

  # The name ends in something that only the first apply decides.
  name        = "${local.prefix}-logs-${random_id.suffix.hex}"
  versioned   = false
  logged      = false
  expire_days = 90
}

# Browsers put files here by themselves.
resource "aws_s3_bucket_cors_configuration" "uploads" {
  bucket = module.bucket["uploads"].name

  cors_rule {
    allowed_methods = ["PUT", "POST"]
    allowed_origins = ["https://www.shop.example"]
    allowed_headers = ["*"]
    max_age_seconds = 3000
  }
}

# Whoever handles an upload hears of it.
resource "aws_s3_bucket_notification" "uploads" {
  bucket = module.bucket["uploads"].name

  queue {
    queue_arn     = aws_sqs_queue.uploads.arn
    events        = ["s3:ObjectCreated:*"]
    filter_suffix = ".csv"
  }
}

resource "aws_sqs_queue" "uploads" {
  name                       = "${local.prefix}-uploads"
  visibility_timeout_seconds = 120
}
