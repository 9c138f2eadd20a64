module "network" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"

  name             = local.prefix
  cidr             = "10.20.0.0/16"
  azs              = ["${var.region}a", "${var.region}b"]
  database_subnets = ["10.20.21.0/24", "10.20.22.0/24"]
}

resource "aws_db_parameter_group" "orders" {
  name   = "${local.prefix}-orders"
  family = "postgres16"

  dynamic "parameter" {
    for_each = var.orders.parameters
    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}

resource "aws_security_group" "orders" {
  name   = "${local.prefix}-orders"
  vpc_id = module.network.vpc_id

  ingress {
    description = "PostgreSQL from the office"
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = var.office_cidrs
  }
}

resource "aws_db_instance" "orders" {
  identifier     = "${local.prefix}-orders"
  engine         = "postgres"
  engine_version = "16.4"
  instance_class = var.orders.instance_class

  allocated_storage     = var.orders.storage_gib
  max_allocated_storage = var.orders.storage_gib * 2
  storage_type          = "gp3"
  storage_encrypted     = true

  db_name  = "orders"
  username = "shop"
  password = var.admin_password

  multi_az                = var.orders.highly_available
  backup_retention_period = var.orders.backup_days
  backup_window           = "02:00-03:00"
  maintenance_window      = "sun:04:00-sun:05:00"
  deletion_protection     = true

  parameter_group_name         = aws_db_parameter_group.orders.name
  db_subnet_group_name         = module.network.database_subnet_group_name
  vpc_security_group_ids       = [aws_security_group.orders.id]
  performance_insights_enabled = true

  tags = { data = "personal" }
}

# Reports are made here, so that they disturb nobody.
resource "aws_db_instance" "reports" {
  identifier          = "${local.prefix}-reports"
  replicate_source_db = aws_db_instance.orders.identifier
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true
}
