resource "aws_db_instance" "notify" {
  engine            = "postgres"
  engine_version    = "15"
  instance_class    = "db.m6g.2xlarge"
  allocated_storage = 400
}
