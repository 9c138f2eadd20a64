import { type Tree, Unknown } from "../native.ts";
import type { RaiseContext } from "../provider.ts";

/** What is not decrypted goes through as TCP. */
export const LISTENED = { HTTP: "http", TERMINATED_HTTPS: "https", HTTPS: "tcp", TCP: "tcp", UDP: "udp" };
export const CHOSEN = { ROUND_ROBIN: "round-robin", LEAST_CONNECTIONS: "least-connections" };
export const KEPT = { HTTP_COOKIE: "cookie", APP_COOKIE: "cookie", SOURCE_IP: "source-ip" };
export const CHECKED = {
  HTTP: "http",
  HTTPS: "https",
  TCP: "tcp",
  PING: "tcp",
  "TLS-HELLO": "tcp",
  "UDP-CONNECT": "tcp",
};

/** Both sides of a connection, in milliseconds. */
export const TIMED = ["timeout_client_data", "timeout_member_data"];

/**
 * By which machines learn who asked, and how: AWS always says it (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html),
 * Octavia where a listener of HTTP asks for it (openstack/octavia-lib octavia_lib/common/constants.py, SUPPORTED_HTTP_HEADERS). Read 2026-11-28.
 */
export const FORWARDED = ["X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto"];

export function readFlavour(id: Tree | undefined, ctx: RaiseContext): void {
  // An id that differs from one region to the next: how much passes through it is not known.
  ctx.props.set("bandwidthMbps", id === undefined || id instanceof Unknown ? id : new Unknown(JSON.stringify(id)));
  ctx.guarantee("bandwidthMbps");
}
