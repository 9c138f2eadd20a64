/** What somebody works with, by type or `type.path`: nobody does without it to leave sooner. Judgement, 2026-11-28. */
export const inUse: readonly string[] = [
  // Logins, and databases beside others.
  "scaleway_rdb_database",
  "scaleway_rdb_user",
  "scaleway_rdb_privilege",
  // Who may do what, who may reach what, and the way in for administrators.
  "scaleway_object_bucket.acl",
  "scaleway_object_bucket_acl",
  "scaleway_object_bucket_policy",
  "scaleway_instance_security_group",
  "scaleway_instance_security_group_rules",
  "scaleway_k8s_acl",
  "scaleway_lb_acl",
  "scaleway_lb_frontend.acl",
  "scaleway_lb_frontend.connection_rate_limit",
  "scaleway_vpc_public_gateway.allowed_ip_ranges",
  "scaleway_vpc_public_gateway.bastion_enabled",
  // Ways, addresses and names.
  "scaleway_instance_ip_reverse_dns",
  "scaleway_instance_private_nic",
  "scaleway_instance_server.ip_ids",
  "scaleway_instance_server.private_network",
  "scaleway_lb_ip.reverse",
  "scaleway_vpc_gateway_network",
  "scaleway_vpc_public_gateway_dhcp",
  "scaleway_vpc_public_gateway_dhcp_reservation",
  "scaleway_vpc_public_gateway_pat_rule",
  "scaleway_domain_record",
  // How a balancer speaks to machines, and which of them it asks: they are set up for it.
  "scaleway_lb_backend.failover_host",
  "scaleway_lb_backend.health_check_http",
  "scaleway_lb_backend.health_check_https",
  "scaleway_lb_backend.health_check_send_proxy",
  "scaleway_lb_backend.proxy_protocol",
  "scaleway_lb_route",
  // What a machine reads when it starts, and which nodes take which work.
  "scaleway_instance_server.filesystems",
  "scaleway_instance_server.user_data",
  "scaleway_instance_user_data",
  "scaleway_k8s_pool.kubelet_args",
  "scaleway_k8s_pool.startup_taints",
  "scaleway_k8s_pool.tags",
  // One of its two numbers must not be 0.
  "scaleway_k8s_pool.upgrade_policy",
  "scaleway_k8s_cluster.admission_plugins",
  "scaleway_k8s_cluster.apiserver_cert_sans",
  "scaleway_k8s_cluster.feature_gates",
  // Copies.
  "scaleway_block_snapshot",
  "scaleway_instance_snapshot",
  "scaleway_rdb_database_backup",
  "scaleway_rdb_snapshot",
];
