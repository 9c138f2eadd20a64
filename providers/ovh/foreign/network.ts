import { effort, mapping, service } from "../../foreign-services.ts";

/** Networks, firewalls, gateways, load balancers and names. */
export const network = {
  ...service(
    {
      mappingKey: "network",
      instead: { aws: "aws_vpc with subnets per zone", scaleway: "scaleway_vpc and scaleway_vpc_private_network" },
      citation: mapping("network"),
    },
    {
      openstack_networking_port_v2: ["Port: address of a machine in a network"],
      openstack_networking_floatingip_v2: ["Public address that can move between machines"],
      openstack_networking_floatingip_associate_v2: ["Public address given to a port"],
      openstack_compute_floatingip_associate_v2: ["Public address given to a machine (older form)"],
      ovh_cloud_floating_ip: ["Public address that can move between machines"],
      ovh_cloud_project_failover_ip_attach: ["Failover address given to a machine"],
      ovh_vrack: ["vRack: private network across products and regions (an order)"],
      ovh_vrack_cloudproject: ["Public Cloud project in a vRack"],
      ovh_vrack_dedicated_server: ["Dedicated server in a vRack"],
      ovh_vrack_dedicated_server_interface: ["Interface of a dedicated server in a vRack"],
      ovh_vrack_ip: ["Addresses routed to a vRack"],
      ovh_vrack_ipv6: ["IPv6 addresses routed to a vRack"],
      ovh_vrack_ipv6_routed_subrange: ["Part of the IPv6 addresses of a vRack that is routed further"],
      ovh_vrack_public_routing_priority: ["Which region of a vRack answers for public addresses"],
      openstack_networking_portforwarding_v2: ["Port of a public address that leads to a machine"],
      openstack_networking_trunk_v2: ["Port that carries several networks"],
      openstack_networking_subnetpool_v2: ["Range that subnets are taken from"],
      openstack_networking_addressscope_v2: ["Ranges that do not overlap"],
      openstack_networking_rbac_policy_v2: ["Project that a network is lent to"],
      openstack_networking_quota_v2: ["Quota of networks of a project"],
      openstack_networking_qos_policy_v2: ["Limits on the traffic of ports"],
      openstack_networking_qos_bandwidth_limit_rule_v2: ["Limit on the bandwidth of ports"],
    },
  ),
  ...service(
    {
      mappingKey: "firewall",
      instead: {
        aws: "aws_security_group with rules",
        scaleway: "scaleway_instance_security_group with rules by address; scaleway_vpc_acl for private traffic",
      },
      citation: mapping("firewall"),
    },
    {
      openstack_networking_port_secgroup_associate_v2: ["Security groups of a port"],
      openstack_networking_address_group_v2: ["List of address ranges that rules name"],
      openstack_fw_group_v2: ["Firewall of routers", "component"],
      openstack_fw_policy_v2: ["Rules of a firewall of routers"],
      openstack_fw_rule_v2: ["Rule of a firewall of routers"],
      ovh_ip_firewall: ["Firewall at the edge of OVHcloud's network, per address", "component"],
      ovh_ip_firewall_rule: ["Rule of the edge firewall"],
    },
  ),
  ...service(
    {
      mappingKey: "natGateway",
      instead: { aws: "aws_nat_gateway per zone", scaleway: "scaleway_vpc_public_gateway" },
      citation: mapping("natGateway"),
    },
    {
      ovh_cloud_gateway: ["Outbound internet for private networks", "component"],
      openstack_networking_router_v2: ["Router with outbound internet", "component"],
    },
  ),
  ...service(
    {
      mappingKey: "loadBalancerL4",
      instead: { aws: "aws_lb with listeners and target groups", scaleway: "scaleway_lb with frontends and backends" },
      citation: mapping("loadBalancerL4"),
    },
    {
      ovh_iploadbalancing: ["IP Load Balancer, the older product with anti-DDoS", "component"],
      ovh_iploadbalancing_tcp_farm: ["Pool of an IP Load Balancer"],
      ovh_iploadbalancing_tcp_farm_server: ["Machine in a pool of an IP Load Balancer"],
      ovh_iploadbalancing_tcp_frontend: ["Listener of an IP Load Balancer"],
      ovh_iploadbalancing_refresh: ["Applies the changes of an IP Load Balancer"],
      ovh_iploadbalancing_tcp_route: ["TCP routing of an IP Load Balancer"],
      ovh_iploadbalancing_tcp_route_rule: ["Condition of a TCP routing of an IP Load Balancer"],
      ovh_iploadbalancing_udp_farm: ["UDP pool of an IP Load Balancer"],
      ovh_iploadbalancing_udp_farm_server: ["Machine in a UDP pool of an IP Load Balancer"],
      ovh_iploadbalancing_udp_frontend: ["UDP listener of an IP Load Balancer"],
      ovh_vrack_iploadbalancing: ["IP Load Balancer in a vRack"],
      ovh_iploadbalancing_vrack_network: ["Private network of an IP Load Balancer"],
    },
  ),
  ...service(
    {
      mappingKey: "loadBalancerL7",
      instead: { aws: "aws_lb with listener rules and ACM", scaleway: "scaleway_lb with routes and certificates" },
      citation: mapping("loadBalancerL7"),
    },
    {
      ovh_iploadbalancing_http_farm: ["HTTP pool of an IP Load Balancer"],
      ovh_iploadbalancing_http_farm_server: ["Machine in an HTTP pool of an IP Load Balancer"],
      ovh_iploadbalancing_http_frontend: ["HTTP listener of an IP Load Balancer", "component"],
      ovh_iploadbalancing_http_route: ["HTTP routing of an IP Load Balancer"],
      ovh_iploadbalancing_http_route_rule: ["Condition of an HTTP routing of an IP Load Balancer"],
      ovh_iploadbalancing_ssl: ["Certificate of an IP Load Balancer"],
    },
  ),
  ...service(
    {
      mappingKey: "vpn",
      instead: { aws: "aws_vpn_connection", scaleway: "scaleway_s2s_vpn_gateway with customer gateway and connection" },
      citation: mapping("vpn"),
    },
    {
      openstack_vpnaas_site_connection_v2: ["Site-to-site VPN (OpenStack)", "component"],
      openstack_vpnaas_service_v2: ["VPN end at a router"],
      openstack_vpnaas_ike_policy_v2: ["How both ends of a VPN agree on keys"],
      openstack_vpnaas_ipsec_policy_v2: ["How a VPN encrypts"],
      openstack_vpnaas_endpoint_group_v2: ["Ranges that a VPN leads to"],
    },
  ),
  ...service(
    {
      mappingKey: "dnsZone",
      instead: { aws: "aws_route53_zone and aws_route53_record", scaleway: "scaleway_domain_zone and _record" },
      citation: mapping("dnsZone"),
    },
    {
      ovh_domain_name: ["Domain name bought at OVHcloud (an order)"],
      ovh_domain_name_servers: ["Name servers of a domain"],
      ovh_domain_ds_records: ["DNSSEC keys of a domain"],
      openstack_dns_zone_v2: ["Zone of Designate", "component"],
      openstack_dns_recordset_v2: ["Records of a zone of Designate"],
    },
  ),
  ...service(
    {
      class: "transit",
      instead: {
        aws: "VPC peering or Transit Gateway; Direct Connect for lines",
        scaleway: "private networks of one VPC; Interlink for dedicated lines",
      },
      citation: effort("transit"),
    },
    {
      ovh_vrack_dedicated_cloud: ["Hosted Private Cloud in a vRack", "attachment"],
      ovh_vrack_dedicated_cloud_datacenter: ["Data centre of a Hosted Private Cloud in a vRack"],
      ovh_vrack_ovhcloudconnect: ["Dedicated line into a vRack", "directConnect"],
      ovh_vrack_vrackservices: ["vRack Services in a vRack"],
      ovh_vrackservices: ["Private endpoints of managed services in a vRack", "endpoint"],
      ovh_ovhcloud_connect_pop_config: ["Dedicated line at a point of presence", "directConnect"],
      ovh_ovhcloud_connect_pop_datacenter_config: ["Dedicated line at a data centre"],
      ovh_ovhcloud_connect_pop_datacenter_extra_config: ["Further addresses of a dedicated line at a data centre"],
    },
  ),
};
