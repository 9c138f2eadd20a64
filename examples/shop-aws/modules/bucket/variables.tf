variable "name" {
  type = string
}

variable "versioned" {
  type    = bool
  default = true
}

variable "expire_days" {
  description = "Objects are removed after so many days; null keeps them."
  type        = number
  default     = null
}

variable "archive" {
  description = "Where objects go before that."
  type        = object({ after_days = number, class = string })
  default     = null
}

variable "public_site" {
  description = "Anybody may read: the bucket is a web site."
  type        = bool
  default     = false
}

variable "logged" {
  description = "Write access logs to log_bucket."
  type        = bool
  default     = true
}

variable "log_bucket" {
  type    = string
  default = null
}
