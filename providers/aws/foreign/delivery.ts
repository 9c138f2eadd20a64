import { effort, judgement, mapping, service } from "../../foreign-services.ts";
import { isOneOf, isSet, UNCALLED } from "../../shows.ts";

function inEachBehaviour(...blocks: readonly string[]): string[] {
  return ["default_cache_behavior", "ordered_cache_behavior"].flatMap((at) => blocks.map((block) => `${at}.${block}`));
}

/** How requests arrive: names, load balancers, CDN, web firewall, API gateways. */
export const delivery = {
  ...service(
    {
      mappingKey: "loadBalancerL7",
      instead: {
        scaleway: "scaleway_lb_certificate, with a chain issued anew or by Let's Encrypt",
        ovh: "a secret of Barbican with a certificate issued anew, which the listener names (default_tls_container_ref)",
      },
      citation: mapping("loadBalancerL7"),
    },
    {
      aws_acm_certificate: ["TLS certificate; its key cannot be exported: issue a new one"],
      aws_acm_certificate_validation: ["Proof of control over a certificate's names"],
      aws_iam_server_certificate: ["TLS certificate kept in IAM; its key cannot be read back: issue a new one"],
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
      aws_route53_delegation_set: ["Name servers that several zones share"],
      aws_route53_records_exclusive: ["Guard against records that no code made"],
      aws_route53_cidr_collection: ["Ranges of addresses that answers depend on"],
      aws_route53_cidr_location: ["Place that such ranges stand for"],
    },
  ),
  ...service(
    {
      mappingKey: "dnsZone",
      instead: {
        scaleway: "http_service of scaleway_domain_record, which answers with addresses whose page is as it must be",
        ovh: "a monitor of one's own that changes the records",
      },
      citation: mapping("dnsZone"),
    },
    { aws_route53_health_check: ["Health check behind DNS failover"] },
  ),
  ...service(
    {
      mappingKey: "cdn",
      instead: {
        scaleway: "scaleway_edge_services_pipeline",
        ovh: "a third-party CDN, or Varnish run by oneself; none for Public Cloud",
      },
      shows: {
        aws_cloudfront_distribution: {
          edgeCode: isSet(...inEachBehaviour("lambda_function_association", "function_association")),
          signedUrls: isSet(...inEachBehaviour("trusted_key_groups", "trusted_signers")),
          geoRules: isOneOf("restrictions.geo_restriction.restriction_type", "whitelist", "blacklist"),
        },
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
      aws_cloudfront_public_key: ["Public key that signed addresses are checked with"],
      aws_cloudfront_key_group: ["Keys that may sign addresses"],
      aws_cloudfront_key_value_store: ["Values that code at the edge reads"],
      aws_cloudfrontkeyvaluestore_key: ["Value that code at the edge reads"],
      aws_cloudfront_continuous_deployment_policy: ["Share of requests that a new distribution gets"],
      aws_cloudfront_field_level_encryption_config: ["Fields of a request that are encrypted at the edge"],
      aws_cloudfront_field_level_encryption_profile: ["Key that such fields are encrypted with"],
      aws_cloudfront_monitoring_subscription: ["Further metrics of a distribution"],
      aws_cloudfront_realtime_log_config: ["Log of requests as they come"],
      aws_cloudfront_vpc_origin: ["Way from CloudFront into private subnets"],
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
      aws_wafv2_web_acl_rule: ["Rule of a web application firewall, written apart from it"],
      aws_wafv2_web_acl_rule_group_association: ["Reusable rules of a web application firewall"],
      aws_wafv2_api_key: ["Key of pages that show a puzzle"],
      aws_cloudfront_function: ["Code that runs at CloudFront's edge", "edgeFunction"],
      aws_shield_protection: ["Shield Advanced on a resource", "shieldAdvanced"],
      aws_shield_drt_access_role_arn_association: ["Access of AWS's response team"],
      aws_shield_drt_access_log_bucket_association: ["Logs that AWS's response team may read"],
      aws_shield_proactive_engagement: ["Whom AWS's response team calls"],
      aws_shield_application_layer_automatic_response: ["Rules that Shield Advanced adds by itself"],
      aws_shield_protection_group: ["Resources that Shield Advanced watches together"],
      aws_shield_protection_health_check_association: ["Health check that Shield Advanced looks at"],
    },
  ),
  ...service(
    {
      class: "api-gateway",
      instead: {
        scaleway: "Kong or an ingress controller on Kapsule, or the gateway of Serverless Containers",
        ovh: "Kong or an ingress controller on Managed Kubernetes",
      },
      shows: {
        aws_api_gateway_authorizer: UNCALLED,
        aws_apigatewayv2_authorizer: UNCALLED,
        aws_api_gateway_usage_plan: UNCALLED,
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
      aws_apigatewayv2_api_mapping: ["Path of an own name that leads to an API"],
      aws_apigatewayv2_deployment: ["Published state of an API"],
      aws_apigatewayv2_integration_response: ["Response of what answers a WebSocket route"],
      aws_apigatewayv2_model: ["Shape of a request"],
      aws_apigatewayv2_route_response: ["Response of a WebSocket route"],
      aws_apigatewayv2_vpc_link: ["Way from an API into private subnets"],
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
      aws_api_gateway_usage_plan_key: ["Key that a usage plan counts"],
      aws_api_gateway_api_key: ["Key of a caller; callers get a new one"],
      aws_api_gateway_account: ["Role by which API Gateway writes logs"],
      aws_api_gateway_domain_name: ["Own name of a REST API"],
      aws_api_gateway_base_path_mapping: ["Path of an own name that leads to a REST API"],
      aws_api_gateway_client_certificate: ["Certificate by which a backend knows the API"],
      aws_api_gateway_gateway_response: ["Answer to requests that reach no method"],
      aws_api_gateway_method_settings: ["Logs, limits and cache of methods"],
      aws_api_gateway_model: ["Shape of a request or response"],
      aws_api_gateway_request_validator: ["Which parts of a request are checked"],
      aws_api_gateway_rest_api_put: ["Paths of a REST API read from a description"],
      aws_api_gateway_documentation_part: ["Text on a part of a REST API"],
      aws_api_gateway_documentation_version: ["Version of the texts on a REST API"],
      aws_api_gateway_rest_api_policy: ["Who may call a REST API, by network or account"],
      aws_api_gateway_vpc_link: ["Way from a REST API to a private load balancer"],
    },
  ),
  ...service(
    {
      class: "edge",
      instead: {
        scaleway: "DNS answers by place; no anycast address in front of regions",
        ovh: "DNS answers by place, or a third party's anycast; addresses change",
      },
      citation: judgement("an accelerator is charged like a function at the edge"),
    },
    {
      aws_globalaccelerator_accelerator: ["Two addresses in front of several regions", "edgeFunction"],
      aws_globalaccelerator_listener: ["Ports of an accelerator"],
      aws_globalaccelerator_endpoint_group: ["Region behind an accelerator"],
    },
  ),
  ...service(
    {
      class: "edge",
      instead: {
        scaleway: "WAF stage of Edge Services, or a third-party WAF",
        ovh: "a third-party WAF, or Coraza or ModSecurity run by oneself",
      },
      citation: effort("edge"),
    },
    {
      aws_waf_web_acl: ["Web application firewall (older form)", "webAcl"],
      aws_waf_rule: ["Rule of a web application firewall (older form)", "ruleGroup"],
      aws_waf_rule_group: ["Reusable rules (older form)", "ruleGroup"],
      aws_waf_ipset: ["List of addresses (older form)", "ruleGroup"],
      aws_wafregional_web_acl: ["Web application firewall in a region (older form)", "webAcl"],
      aws_wafregional_web_acl_association: ["Web application firewall in front of a resource (older form)"],
      aws_wafregional_rule: ["Rule in a region (older form)", "ruleGroup"],
      aws_wafregional_rule_group: ["Reusable rules in a region (older form)", "ruleGroup"],
      aws_wafregional_ipset: ["List of addresses in a region (older form)", "ruleGroup"],
      aws_waf_byte_match_set: ["Condition on bytes of a rule (older form)"],
      aws_waf_geo_match_set: ["Condition on countries of a rule (older form)"],
      aws_waf_sql_injection_match_set: ["Condition on SQL of a rule (older form)"],
      aws_waf_xss_match_set: ["Condition on scripts of a rule (older form)"],
      aws_wafregional_byte_match_set: ["Condition on bytes of a rule in a region (older form)"],
      aws_wafregional_geo_match_set: ["Condition on countries of a rule in a region (older form)"],
      aws_wafregional_sql_injection_match_set: ["Condition on SQL of a rule in a region (older form)"],
      aws_wafregional_xss_match_set: ["Condition on scripts of a rule in a region (older form)"],
      aws_waf_size_constraint_set: ["Condition on sizes of a rule (older form)"],
      aws_wafregional_size_constraint_set: ["Condition on sizes of a rule in a region (older form)"],
      aws_waf_rate_based_rule: ["Rule on how many requests come (older form)", "ruleGroup"],
      aws_wafregional_rate_based_rule: ["Rule on how many requests come in a region (older form)", "ruleGroup"],
    },
  ),
  ...service(
    {
      mappingKey: "dnsZone",
      instead: {
        scaleway: "scaleway_domain_registration, or another registrar; a transfer takes days",
        ovh: "ovh_domain_name (an order), or another registrar; a transfer takes days",
      },
      citation: {
        source:
          "providers/scaleway/schema/scaleway.json.gz, scaleway_domain_registration; providers/ovh/schema/ovh.json.gz, ovh_domain_name",
        date: "2026-11-26",
      },
    },
    {
      aws_route53domains_domain: ["Domain registered through AWS"],
      aws_route53domains_registered_domain: ["Settings of a domain registered through AWS"],
      aws_route53domains_delegation_signer_record: ["Key of a signed zone at the registrar"],
    },
  ),
};
