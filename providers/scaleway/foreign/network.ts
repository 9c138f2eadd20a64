import { effort, mapping, service } from "../../foreign-services.ts";
import { never } from "../../shows.ts";

/** Networks, addresses, balancers, names. */
export const network = {
  ...service(
    {
      mappingKey: "network",
      instead: { aws: "aws_vpc with aws_subnet", ovh: "ovh_cloud_network_private_vrack with its subnets" },
      citation: mapping("network"),
    },
    {
      scaleway_ipam_ip: ["Private address held for something"],
      scaleway_ipam_ip_reverse_dns: ["Name of a private address"],
      scaleway_vpc_public_gateway_dhcp: ["DHCP of a subnet (older form)"],
    },
  ),
  ...service(
    {
      class: "transit",
      instead: { aws: "VPC peering, a transit gateway or Direct Connect", ovh: "the vRack, OVHcloud Connect" },
      citation: effort("transit"),
    },
    {
      scaleway_vpc_connector: ["Peering of two VPCs", "attachment"],
      scaleway_vpc_ingress_rule: ["What may come in over a peering"],
      scaleway_interlink_link: ["Private line to Scaleway", "directConnect"],
      scaleway_interlink_routing_policy: ["Routes over a private line"],
    },
  ),
  ...service(
    {
      mappingKey: "firewall",
      instead: { aws: "aws_security_group", ovh: "ovh_cloud_security_group" },
      citation: mapping("firewall"),
    },
    {
      scaleway_vpc_acl: ["Stateless rules between the subnets of a VPC", "component"],
    },
  ),
  ...service(
    {
      mappingKey: "natGateway",
      instead: { aws: "aws_nat_gateway", ovh: "ovh_cloud_gateway" },
      citation: mapping("natGateway"),
    },
    {
      scaleway_vpc_public_gateway: ["Way out to the internet, and bastion", "component"],
      scaleway_vpc_public_gateway_ip: ["Address of a gateway; it changes at the target"],
    },
  ),
  ...service(
    {
      mappingKey: "loadBalancerL4",
      instead: {
        aws: "aws_lb, which has its addresses",
        ovh: "openstack_networking_floatingip_v2, given to the load balancer",
      },
      citation: mapping("loadBalancerL4"),
    },
    {
      scaleway_lb_ip: ["Address of no load balancer here; it changes at the target"],
    },
  ),
  ...service(
    {
      mappingKey: "vpn",
      instead: { aws: "aws_vpn_connection", ovh: "strongSwan or WireGuard on an instance" },
      citation: mapping("vpn"),
    },
    {
      scaleway_s2s_vpn_gateway: ["End of a site-to-site VPN", "component"],
      scaleway_s2s_vpn_customer_gateway: ["The other end of a VPN"],
      scaleway_s2s_vpn_connection: ["Tunnel between two ends"],
      scaleway_s2s_vpn_routing_policy: ["Routes over a tunnel"],
    },
  ),
  ...service(
    {
      mappingKey: "dnsZone",
      instead: { aws: "aws_route53_zone", ovh: "ovh_domain_zone, which is an order" },
      citation: mapping("dnsZone"),
    },
    {
      scaleway_domain_registration: ["Registration of a domain; transferred, not copied"],
      scaleway_instance_ip_reverse_dns: ["Name of a machine's address"],
    },
  ),
  ...service(
    {
      mappingKey: "cdn",
      instead: {
        aws: "aws_cloudfront_distribution with aws_wafv2_web_acl",
        ovh: "a CDN of another provider, or Varnish run by oneself",
      },
      shows: { scaleway_edge_services_pipeline: { edgeCode: never, signedUrls: never, geoRules: never } },
      citation: mapping("cdn"),
    },
    {
      scaleway_edge_services_pipeline: ["Edge Services in front of a bucket or load balancer", "component"],
      scaleway_edge_services_plan: ["Subscription to Edge Services"],
      scaleway_edge_services_head_stage: ["Where a pipeline begins"],
      scaleway_edge_services_dns_stage: ["Name of a pipeline"],
      scaleway_edge_services_tls_stage: ["Certificate of a pipeline"],
      scaleway_edge_services_cache_stage: ["Cache of a pipeline"],
      scaleway_edge_services_route_stage: ["Which request goes where"],
      scaleway_edge_services_waf_stage: ["Web application firewall of a pipeline"],
      scaleway_edge_services_backend_stage: ["Bucket or load balancer behind a pipeline"],
    },
  ),
};
