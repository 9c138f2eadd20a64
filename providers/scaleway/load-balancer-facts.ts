import { CERTIFIED } from "../hazard-words.ts";
import type { Catalogue, ExitFacts, GapClass, Rewrite } from "../provider.ts";

const mapping = { source: "facts/mapping.md section 6, component 22, Scaleway", date: "2026-11-21" };

export const balancerOffers: Readonly<Record<"balancer", Catalogue>> = {
  /** Types by the bandwidth that passes through them. */
  balancer: {
    match: "smallest-sufficient",
    preferred: "LB-S",
    offers: [
      { native: "LB-S", value: 200 },
      { native: "LB-GP-M", value: 500 },
      { native: "LB-GP-L", value: 1000 },
      { native: "LB-GP-XL", value: 4000 },
    ],
    citation: {
      source:
        "https://www.scaleway.com/en/docs/load-balancer/reference-content/load-balancers-limitations/ (sizes), facts/mapping.md section 9 (names)",
      date: "2026-05-06",
    },
  },
};

const inside = "written inside the load balancer, or beside it: the same thing";
const usual = (from: string, value: string | number | boolean): Rewrite => ({
  from,
  to: null,
  values: [[value, null]],
  why: "what stands there when nothing is said",
});

export const rewrites: readonly Rewrite[] = [
  {
    from: "scaleway_lb_private_network.private_network_id",
    to: "scaleway_lb.private_network.private_network_id",
    why: inside,
  },
  ...["action", "match"].map(
    (block): Rewrite => ({
      from: `scaleway_lb_frontend.acl.${block}`,
      to: `scaleway_lb_acl.${block}`,
      why: "written beside the frontend: the same thing",
    }),
  ),
  {
    from: "scaleway_lb_frontend.certificate_ids",
    to: "scaleway_lb_frontend.certificate_ids",
    why: "a certificate belongs to its load balancer: it is made with it",
  },
  { from: "scaleway_lb.type", to: "scaleway_lb.type", why: "types are the same in any case of letters" },
  usual("scaleway_lb_backend.ignore_ssl_server_verify", false),
  { from: "scaleway_lb_backend.send_proxy_v2", to: null, why: "the older of two arguments" },
  ...["health_check_delay", "health_check_timeout", "timeout_server"].map(
    (attr): Rewrite => ({
      from: `scaleway_lb_backend.${attr}`,
      to: `scaleway_lb_backend.${attr}`,
      why: "a duration in seconds",
    }),
  ),
  {
    from: "scaleway_lb_frontend.timeout_client",
    to: "scaleway_lb_frontend.timeout_client",
    why: "a duration in seconds",
  },
];

/** What it costs when a leaf of a load balancer is not carried over. */
export const loadBalancerLeafClasses: Readonly<Record<string, GapClass>> = {
  scaleway_lb_acl: "workaround",
  "scaleway_lb_frontend.acl": "workaround",
  "scaleway_lb_frontend.connection_rate_limit": "workaround",
  // Certificates that it has issued and renews by itself: elsewhere something else has to.
  "scaleway_lb_certificate.letsencrypt": "workaround",
  "scaleway_lb_backend.proxy_protocol": "workaround",
  "scaleway_lb_backend.failover_host": "redesign",
  "scaleway_lb_backend.health_check_http.host_header": "workaround",
  "scaleway_lb_backend.health_check_https.host_header": "workaround",
  "scaleway_lb_backend.health_check_send_proxy": "workaround",
  "scaleway_lb_route.match_subdomains": "workaround",
  "scaleway_lb_ip.reverse": "workaround",
};

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["SCW_ACCESS_KEY", "SCW_SECRET_KEY"],
  export: [],
  import: [],
  hazards: [
    {
      text: "A certificate of Let's Encrypt is issued once the name leads to the load balancer: before a cutover bring one that was issued by DNS-01.",
      when: CERTIFIED,
      citation: mapping,
    },
    {
      text: "A certificate belongs to one load balancer and is made anew when it changes; another backend makes a frontend anew.",
      when: [{ scaleway_lb_frontend: "present" }, { scaleway_lb_certificate: "present" }],
      citation: mapping,
    },
    {
      text: "The address of a load balancer stays only while the resource scaleway_lb_ip does.",
      when: [{ scaleway_lb_ip: "present" }],
      citation: { source: "facts/mapping.md section 6, component 21, Scaleway", date: "2026-11-21" },
    },
  ],
};
