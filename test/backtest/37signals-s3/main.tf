# One bucket's worth of objects: the source names no number of buckets.
resource "aws_s3_bucket" "all" {
  bucket = "all"
}
