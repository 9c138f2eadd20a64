locals {
  prefix = "shop-${var.environment}"

  tags = {
    project     = "shop"
    environment = var.environment
    owner       = "platform"
  }
}
