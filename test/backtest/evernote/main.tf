# Only what is named of its data: the rest of the service would have to be invented.
resource "aws_s3_bucket" "notes" {
  bucket = "notes"
}
