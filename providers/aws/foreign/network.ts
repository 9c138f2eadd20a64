import { effort, mapping, service } from "../../foreign-services.ts";
import { isOneOf, isSet, type Show } from "../../shows.ts";

/** A way to S3 or DynamoDB inside a VPC; an endpoint that names no type is one. Buckets elsewhere need none: judgement, 2026-11-28. */
const isGateway: Show = (native, beside) =>
  !isSet("vpc_endpoint_type")(native, beside) || isOneOf("vpc_endpoint_type", "Gateway")(native, beside);

/** Networks, firewalls, gateways and what links them to elsewhere. */
export const network = {
  ...service(
    {
      mappingKey: "network",
      instead: {
        scaleway: "scaleway_vpc and scaleway_vpc_private_network; a private network spans the zones of a region",
        ovh: "ovh_cloud_network_private_vrack with subnets",
      },
      citation: mapping("network"),
    },
    {
      aws_vpc_peering_connection: ["Link between two VPCs"],
      aws_vpc_peering_connection_accepter: ["Far end of a link between two VPCs"],
      aws_vpc_peering_connection_options: ["Names across a link between two VPCs"],
      aws_ec2_subnet_cidr_reservation: ["Addresses of a subnet kept free"],
      aws_vpc_ipam: ["Plan of addresses"],
      aws_vpc_ipam_scope: ["Part of a plan of addresses"],
      aws_vpc_ipam_pool: ["Range of a plan of addresses"],
      aws_vpc_ipam_pool_cidr: ["Addresses given to a range of a plan"],
      aws_vpc_ipam_pool_cidr_allocation: ["Addresses of a plan kept for something"],
      aws_vpc_dhcp_options: ["DHCP options that no VPC here uses"],
      aws_default_subnet: ["Subnet of the VPC every account starts with, taken into code"],
      aws_vpc_ipv6_cidr_block_association: ["IPv6 range of a VPC"],
      aws_network_interface: ["Network interface"],
      aws_egress_only_internet_gateway: ["Outbound IPv6 gateway of a VPC"],
      aws_default_vpc: ["The VPC every region has, taken into code"],
      aws_default_route_table: ["The route table every VPC has, taken into code"],
    },
  ),
  ...service(
    {
      mappingKey: "firewall",
      instead: {
        scaleway:
          "scaleway_instance_security_group with rules by address, not by group; ACLs on databases and clusters",
        ovh: "ovh_cloud_security_group or openstack_networking_secgroup_v2",
      },
      citation: mapping("firewall"),
    },
    {
      aws_network_acl: ["Stateless firewall of subnets", "component"],
      aws_network_acl_rule: ["Rule of a network ACL"],
      aws_network_acl_association: ["Network ACL of a subnet"],
      aws_ec2_managed_prefix_list: ["List of address ranges that rules and routes name"],
      aws_ec2_managed_prefix_list_entry: ["Range in a list of address ranges"],
      aws_default_network_acl: ["The network ACL every VPC has, taken into code"],
    },
  ),
  ...service(
    {
      mappingKey: "vpn",
      instead: {
        scaleway: "scaleway_s2s_vpn_gateway with customer gateway and connection",
        ovh: "strongSwan or WireGuard on an instance; no managed VPN",
      },
      citation: mapping("vpn"),
    },
    {
      aws_vpn_connection: ["Site-to-site VPN", "component"],
      aws_vpn_gateway: ["VPN end at the VPC"],
      aws_customer_gateway: ["VPN end at the customer's site"],
      aws_ec2_client_vpn_endpoint: ["VPN for people's machines", "component"],
      aws_ec2_client_vpn_network_association: ["Subnet that a client VPN reaches"],
      aws_ec2_client_vpn_authorization_rule: ["Who of a client VPN may reach what"],
      aws_ec2_client_vpn_route: ["Route of a client VPN"],
    },
  ),
  ...service(
    {
      class: "transit",
      instead: {
        scaleway: "VPC routing between private networks of one region; Interlink for dedicated lines; no PrivateLink",
        ovh: "vRack across projects and regions; OVHcloud Connect for dedicated lines; no PrivateLink",
      },
      citation: effort("transit"),
      shows: { aws_vpc_endpoint: { unneeded: isGateway } },
    },
    {
      aws_vpc_endpoint: ["Private access to an AWS service from a VPC", "endpoint"],
      aws_vpc_endpoint_route_table_association: ["Route table that leads to a VPC endpoint"],
      aws_vpc_endpoint_subnet_association: ["Subnet that a VPC endpoint stands in"],
      aws_vpc_endpoint_security_group_association: ["Firewall of a VPC endpoint"],
      aws_vpc_endpoint_policy: ["What a VPC endpoint lets through"],
      aws_vpc_endpoint_service_allowed_principal: ["Who may connect to a service offered through PrivateLink"],
      aws_vpc_endpoint_connection_accepter: ["Connection to a service offered through PrivateLink"],
      aws_vpc_endpoint_service_private_dns_verification: [
        "Proof of control over the name of a service offered through PrivateLink",
      ],
      aws_vpc_endpoint_service: ["A service of one's own offered through PrivateLink", "endpointService"],
      aws_ec2_transit_gateway: ["Hub between VPCs and sites", "attachment"],
      aws_ec2_transit_gateway_vpc_attachment: ["VPC attached to a transit gateway", "attachment"],
      aws_ec2_transit_gateway_route: ["Route of a transit gateway"],
      aws_ec2_transit_gateway_route_table: ["Route table of a transit gateway"],
      aws_ec2_transit_gateway_route_table_association: ["Attachment that uses a route table"],
      aws_ec2_transit_gateway_route_table_propagation: ["Attachment whose routes a table learns"],
      aws_ec2_transit_gateway_vpc_attachment_accepter: ["VPC of another account attached to a transit gateway"],
      aws_ec2_transit_gateway_peering_attachment: ["Link between transit gateways", "attachment"],
      aws_ec2_transit_gateway_peering_attachment_accepter: ["Far end of a link between transit gateways"],
      aws_ec2_transit_gateway_prefix_list_reference: ["Route of a transit gateway for a list of ranges"],
      aws_ec2_transit_gateway_connect: ["Tunnel to appliances through a transit gateway", "attachment"],
      aws_ec2_transit_gateway_connect_peer: ["End of a tunnel to appliances"],
      aws_dx_connection: ["Direct Connect line", "directConnect"],
      aws_dx_lag: ["Bundle of Direct Connect lines", "directConnect"],
      aws_dx_gateway: ["Where Direct Connect lines meet networks"],
      aws_dx_gateway_association: ["Network that Direct Connect lines lead to"],
      aws_dx_private_virtual_interface: ["Private network on a Direct Connect line", "attachment"],
      aws_dx_transit_virtual_interface: ["Transit gateway on a Direct Connect line", "attachment"],
      aws_dx_public_virtual_interface: ["Public services on a Direct Connect line", "attachment"],
      aws_networkfirewall_firewall: ["Managed network firewall", "endpointService"],
      aws_networkfirewall_rule_group: ["Rules of the network firewall", "firewallRuleGroup"],
      aws_networkfirewall_firewall_policy: ["Rule groups a network firewall applies"],
      aws_networkfirewall_logging_configuration: ["Where a network firewall logs"],
      aws_networkfirewall_vpc_endpoint_association: ["Further subnet that a network firewall filters", "endpoint"],
      aws_networkfirewall_tls_inspection_configuration: ["Which TLS a network firewall opens", "firewallRuleGroup"],
      aws_networkfirewall_resource_policy: ["Accounts that may use rules of a network firewall"],
      aws_route53_resolver_rule: ["Forwarding rule of the VPC resolver", "endpoint"],
      aws_route53_resolver_rule_association: ["Forwarding rule used by a VPC"],
      aws_route53_resolver_endpoint: ["Addresses by which names are asked for across networks", "endpoint"],
      aws_route53_resolver_dnssec_config: ["Checking of signed names in a VPC"],
      aws_route53_resolver_query_log_config: ["Where DNS queries of VPCs are logged"],
      aws_route53_resolver_firewall_domain_list: ["List of names for the DNS firewall"],
      aws_route53_resolver_firewall_config: ["Whether names resolve while the DNS firewall does not answer"],
      aws_route53profiles_profile: ["DNS settings that VPCs share"],
      aws_route53profiles_association: ["VPC that uses shared DNS settings"],
      aws_route53profiles_resource_association: ["Zone or rule among shared DNS settings"],
      aws_route53_resolver_query_log_config_association: ["DNS query log of a VPC"],
      aws_route53_resolver_firewall_rule_group: ["DNS firewall of VPCs", "firewallRuleGroup"],
      aws_route53_resolver_firewall_rule: ["Rule of the DNS firewall"],
      aws_route53_resolver_firewall_rule_group_association: ["DNS firewall used by a VPC"],
      aws_flow_log: ["Log of network flows", "endpoint"],
    },
  ),
};
