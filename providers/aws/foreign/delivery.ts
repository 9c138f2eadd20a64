import { effort, mapping, service } from "../../foreign-services.ts";

/** How requests arrive: names, load balancers, CDN, web firewall, API gateways. */
export const delivery = {
  ...service(
    {
      mappingKey: "loadBalancerL7",
      instead: {
        scaleway: "scaleway_lb with frontends, backends, routes and ACLs",
        ovh: "openstack_lb_loadbalancer_v2 (Octavia) with listeners and l7policies",
      },
      citation: mapping("loadBalancerL7"),
    },
    {
      aws_acm_certificate: ["TLS certificate; its key cannot be exported: issue a new one"],
      aws_acm_certificate_validation: ["Proof of control over a certificate's names"],
    },
  ),
  ...service(
    {
      mappingKey: "dnsZone",
      instead: {
        scaleway: "scaleway_domain_zone and scaleway_domain_record",
        ovh: "ovh_domain_zone (an order) and ovh_domain_zone_record",
      },
      citation: mapping("dnsZone"),
    },
    {
      aws_route53_health_check: ["Health check behind DNS failover"],
      aws_route53_delegation_set: ["Name servers that several zones share"],
      aws_route53_records_exclusive: ["Guard against records that no code made"],
    },
  ),
  ...service(
    {
      mappingKey: "cdn",
      instead: {
        scaleway: "scaleway_edge_services_pipeline",
        ovh: "a third-party CDN, or Varnish run by oneself; none for Public Cloud",
      },
      citation: mapping("cdn"),
    },
    {
      aws_cloudfront_distribution: ["CloudFront distribution", "component"],
      aws_cloudfront_origin_access_control: ["How CloudFront signs requests to its origin"],
      aws_cloudfront_origin_access_identity: ["How CloudFront reads a bucket (older form)"],
      aws_cloudfront_cache_policy: ["What is part of the cache key"],
      aws_cloudfront_origin_request_policy: ["What is passed on to the origin"],
      aws_cloudfront_response_headers_policy: ["Headers added to responses"],
    },
  ),
  ...service(
    {
      class: "edge",
      instead: {
        scaleway: "WAF stage of Edge Services, or a third-party WAF; anti-DDoS is included",
        ovh: "a third-party WAF, or Coraza or ModSecurity run by oneself; anti-DDoS is included",
      },
      citation: effort("edge"),
    },
    {
      aws_wafv2_web_acl: ["Web application firewall", "webAcl"],
      aws_wafv2_web_acl_association: ["Web application firewall in front of a resource"],
      aws_wafv2_web_acl_logging_configuration: ["Where the web application firewall logs"],
      aws_wafv2_ip_set: ["List of addresses for the web application firewall", "ruleGroup"],
      aws_wafv2_regex_pattern_set: ["List of patterns for the web application firewall", "ruleGroup"],
      aws_wafv2_rule_group: ["Reusable rules of the web application firewall", "ruleGroup"],
      aws_cloudfront_function: ["Code that runs at CloudFront's edge", "edgeFunction"],
      aws_shield_protection: ["Shield Advanced on a resource", "shieldAdvanced"],
      aws_shield_drt_access_role_arn_association: ["Access of AWS's response team"],
    },
  ),
  ...service(
    {
      class: "api-gateway",
      instead: {
        scaleway: "Kong or an ingress controller on Kapsule, or the gateway of Serverless Containers",
        ovh: "Kong or an ingress controller on Managed Kubernetes",
      },
      citation: effort("api-gateway"),
    },
    {
      aws_apigatewayv2_api: ["HTTP or WebSocket API", "api"],
      aws_apigatewayv2_route: ["Route of an HTTP API", "route"],
      aws_apigatewayv2_integration: ["What answers a route"],
      aws_apigatewayv2_stage: ["Deployment stage of an API"],
      aws_apigatewayv2_authorizer: ["Who may call an API", "authorizer"],
      aws_apigatewayv2_domain_name: ["Own name of an API"],
      aws_api_gateway_rest_api: ["REST API", "api"],
      aws_api_gateway_method: ["Method of a REST API", "route"],
      aws_api_gateway_method_response: ["Response of a method"],
      aws_api_gateway_resource: ["Path of a REST API"],
      aws_api_gateway_integration: ["What answers a method"],
      aws_api_gateway_integration_response: ["Response of what answers"],
      aws_api_gateway_deployment: ["Published state of a REST API"],
      aws_api_gateway_stage: ["Deployment stage of a REST API"],
      aws_api_gateway_authorizer: ["Who may call a REST API", "authorizer"],
      aws_api_gateway_usage_plan: ["Quota and keys of callers", "usagePlan"],
    },
  ),
};
