import type { Decisive } from "../provider.ts";

/** Places that decide what stands beside them, with what brings the most work: where nobody knows, they are read as each. */
export const decisive: Decisive = {
  "scaleway_domain_record.name": ["@"],
  "scaleway_instance_server.image": ["docker"],
  "scaleway_instance_server.type": ["standard2-a2c-8g"],
  "scaleway_k8s_cluster.cni": ["calico"],
  "scaleway_k8s_pool.node_type": ["STANDARD2-A4C-16G"],
  "scaleway_lb.type": ["LB-GP-M"],
  // What a rule does, and of which requests, says whether it is a redirect of all.
  "scaleway_lb_acl.action.redirect.type": ["scheme"],
  "scaleway_lb_acl.action.type": ["redirect"],
  "scaleway_lb_acl.match.http_filter": ["path_begin"],
  "scaleway_lb_acl.match.http_filter_value": [["/"]],
  "scaleway_lb_acl.match.ip_subnet": [["0.0.0.0/0"]],
  "scaleway_lb_backend.forward_protocol": ["http"],
  "scaleway_lb_backend.max_connections": [1],
  "scaleway_lb_backend.server_ips": [["192.0.2.10", "192.0.2.11"]],
  "scaleway_lb_backend.ssl_bridging": [true],
  "scaleway_lb_frontend.certificate_ids": [
    ["fr-par-1/11111111-1111-1111-1111-111111111111", "fr-par-1/22222222-2222-2222-2222-222222222222"],
  ],
  "scaleway_lb_route.match_path_begin": ["/docs"],
  "scaleway_rdb_instance.disable_backup": [false],
  // Two databases of one engine are learned together, two of two engines are not.
  "scaleway_rdb_instance.engine": ["MySQL-8"],
  // Whether a gateway leads out.
  "scaleway_vpc_gateway_network.ipam_config.push_default_route": [true],
  "scaleway_vpc_public_gateway_dhcp.push_default_route": [true],
};
