output "buckets" {
  description = "Names of the buckets by purpose."
  value       = { for purpose, bucket in module.bucket : purpose => bucket.name }
}

output "orders_endpoint" {
  value = aws_db_instance.orders.endpoint
}
