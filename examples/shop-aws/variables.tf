variable "region" {
  description = "Where the shop runs."
  type        = string
  default     = "eu-west-3"
}

variable "environment" {
  description = "Name of this copy of the shop, in lower case."
  type        = string

  validation {
    condition     = contains(["test", "production"], var.environment)
    error_message = "Choose test or production."
  }
}

variable "buckets" {
  description = "Buckets of the shop by purpose."
  type = map(object({
    versioned   = optional(bool, true)
    expire_days = optional(number)
    archive     = optional(object({ after_days = number, class = optional(string, "GLACIER") }))
    public_site = optional(bool, false)
  }))
}

variable "orders" {
  description = "The database that holds the orders."
  type = object({
    instance_class   = optional(string, "db.t4g.medium")
    storage_gib      = optional(number, 50)
    backup_days      = optional(number, 7)
    highly_available = optional(bool, false)
    parameters       = optional(map(string), {})
  })
}

variable "office_cidrs" {
  description = "Networks from which people may reach the database."
  type        = list(string)
  default     = []
}

variable "admin_password" {
  description = "Given by the pipeline, never written down."
  type        = string
  sensitive   = true
}
