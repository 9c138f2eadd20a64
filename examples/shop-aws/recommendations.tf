# What a customer may like next.
resource "aws_sagemaker_model" "recommendations" {
  name               = "${local.prefix}-recommendations"
  execution_role_arn = aws_iam_role.recommendations.arn

  primary_container {
    image          = "123456789012.dkr.ecr.${var.region}.amazonaws.com/recommendations:2.3"
    model_data_url = "s3://${module.bucket["uploads"].name}/models/recommendations.tar.gz"
  }
}

resource "aws_sagemaker_endpoint_configuration" "recommendations" {
  name = "${local.prefix}-recommendations"

  production_variants {
    model_name             = aws_sagemaker_model.recommendations.name
    variant_name           = "all"
    initial_instance_count = 1
    instance_type          = "ml.m5.large"
  }
}

resource "aws_sagemaker_endpoint" "recommendations" {
  name                 = "${local.prefix}-recommendations"
  endpoint_config_name = aws_sagemaker_endpoint_configuration.recommendations.name
}

data "aws_iam_policy_document" "sagemaker" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["sagemaker.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "recommendations" {
  name               = "${local.prefix}-recommendations"
  assume_role_policy = data.aws_iam_policy_document.sagemaker.json
}
