# More than 1,000 spot machines, about 20 PostgreSQL shards, a cache in one bucket.
resource "aws_instance" "render" {
  count         = 1000
  ami           = "ami-0123456789abcdef0"
  instance_type = "c5.large"

  instance_market_options {
    market_type = "spot"
  }
}

resource "aws_db_instance" "shard" {
  count             = 20
  engine            = "postgres"
  engine_version    = "12"
  instance_class    = "db.m5.large"
  allocated_storage = 500
}

resource "aws_s3_bucket" "cache" {
  bucket = "cache"
}
