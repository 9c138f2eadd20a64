# About 25 applications, 7 traffic entry points, one PostgreSQL: what the two posts name and nothing else.
resource "aws_ecs_service" "app" {
  count           = 25
  name            = "app-${count.index}"
  task_definition = "app"
}

resource "aws_lb" "entry" {
  count              = 7
  name               = "entry-${count.index}"
  load_balancer_type = "application"
}

resource "aws_db_instance" "notify" {
  engine            = "postgres"
  engine_version    = "15"
  instance_class    = "db.m6g.2xlarge"
  allocated_storage = 400
}
