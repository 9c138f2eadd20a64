import type { Props } from "../../constructs/kinds.ts";
import type { Tree } from "../native.ts";
import type { Citation, Loss } from "../provider.ts";
import { compact } from "../values.ts";

type Backend = Props<"load-balancer">["backends"][number];
type Check = NonNullable<Backend["healthCheck"]>;

/** What a target group takes: ranges in seconds and in answers. */
const INTERVAL = [5, 300] as const;
const TIMEOUT = [2, 120] as const;
const ANSWERS = [2, 10] as const;
/** Seconds, where nothing is said: a question waits at most ten for its answer. */
const DEFAULTS = { interval: 30, timeout: 10 };
/** Whatever a server says that is one. */
const ANY_ANSWER = "200-499";

/** The questions that a target group asks: of HTTP it asks by HTTP, and the next one only when the last has timed out. */
export function healthCheckOf({ protocol, healthCheck: check }: Backend): Tree | undefined {
  if (!check) return undefined;
  const isHttp = protocol === "http" || protocol === "https";
  const byPort = isHttp && check.protocol === "tcp";
  const asks = check.protocol !== "tcp";
  return compact({
    protocol: (byPort ? protocol : check.protocol).toUpperCase(),
    path: asks ? check.path : undefined,
    port: check.port === undefined ? undefined : String(check.port),
    ...timesOf(check),
    healthy_threshold: within(ANSWERS, check.healthyAfter),
    unhealthy_threshold: within(ANSWERS, check.unhealthyAfter),
    matcher: byPort ? ANY_ANSWER : asks ? check.status : undefined,
  });
}

function timesOf(check: Check): { readonly interval?: number | undefined; readonly timeout?: number | undefined } {
  const [interval, timeout] = [within(INTERVAL, check.intervalSeconds), within(TIMEOUT, check.timeoutSeconds)];
  if (timeout !== undefined) {
    return { interval: timeout < (interval ?? DEFAULTS.interval) ? interval : timeout + 1, timeout };
  }
  if (interval === undefined || interval > DEFAULTS.timeout) return { interval };
  return { interval, timeout: Math.floor(interval / 2) };
}

function within([least, most]: readonly [number, number], value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.min(most, Math.max(least, value));
}

const citation: Citation = {
  source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  date: "2026-11-28",
};

/** What questions become that a target group does not ask so; `made` are the backends that are written. */
export function healthCheckLosses(made: (props: Record<string, unknown>) => readonly Backend[]): readonly Loss[] {
  const where = (test: (check: Check, backend: Backend) => boolean) => (props: Record<string, unknown>) =>
    made(props).some((b) => b.healthCheck !== undefined && test(b.healthCheck, b));
  const rare = (value: number | undefined) => value !== within(ANSWERS, value);
  const answers = (path: string, test: (check: Check) => boolean): Loss => ({
    path,
    when: where(test),
    severity: "cosmetic",
    class: "accept",
    why: "A target group wants two answers in a row at least.",
    instead: "Accept it.",
    citation,
  });
  return [
    {
      path: "backends.healthCheck.protocol",
      when: where((check, b) => check.protocol === "tcp" && ["http", "https"].includes(b.protocol)),
      severity: "degrades",
      class: "setting",
      why: "A target group of HTTP asks by HTTP: that a port is open is not enough.",
      instead: "Let machines answer at the path that is asked; any status below 500 is taken for well.",
      citation,
    },
    {
      path: "backends.healthCheck.intervalSeconds",
      when: where((check) => (timesOf(check).interval ?? 0) > (check.intervalSeconds ?? Number.POSITIVE_INFINITY)),
      severity: "degrades",
      class: "setting",
      why: "A target group asks every 5 seconds at the most, and never before the last question has timed out.",
      instead: "Let fewer failures in a row take a machine out.",
      citation,
    },
    {
      path: "backends.healthCheck.timeoutSeconds",
      when: where((check) => check.timeoutSeconds !== undefined && timesOf(check).timeout !== check.timeoutSeconds),
      severity: "degrades",
      class: "setting",
      why: "A target group waits from 2 to 120 seconds for an answer.",
      instead: "Let machines answer within that, or ask something that is answered sooner.",
      citation,
    },
    answers("backends.healthCheck.healthyAfter", (check) => rare(check.healthyAfter)),
    answers("backends.healthCheck.unhealthyAfter", (check) => rare(check.unhealthyAfter)),
  ];
}
