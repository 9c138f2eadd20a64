environment = "production"

buckets = {
  invoices = {
    expire_days = 3650
    archive     = { after_days = 90 }
  }
  uploads = {
    versioned   = false
    expire_days = 30
  }
  website = {
    versioned   = false
    public_site = true
  }
}

orders = {
  instance_class   = "db.m6g.large"
  storage_gib      = 200
  backup_days      = 14
  highly_available = true
  parameters = {
    log_min_duration_statement = "500"
    max_connections            = "300"
  }
}

office_cidrs = ["192.0.2.0/24"]
