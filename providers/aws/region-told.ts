import type { Args, Tree } from "../native.ts";

/** `arn:partition:service:region:account:…`: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html, 2026-11-28. What is global leaves it out. */
const ARN = /^arn:aws[a-z-]*:[a-z0-9-]+:([a-z]{2}(?:-[a-z]+)+-\d+):/;
/** `us-west-2a`, and `us-west-2-lax-1a` in a local zone: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html, 2026-11-28. */
const ZONE = /^([a-z]{2}(?:-[a-z]+)+-\d+)(?:[a-z]|-[a-z]+-\d+[a-z])$/;

/** The region that attributes of a resource tell. */
export function regionTold(args: Args): string | undefined {
  const { region, arn, id, availability_zone: zone } = args;
  if (typeof region === "string" && region !== "") return region;
  return found(ARN, arn) ?? found(ARN, id) ?? found(ZONE, zone);
}

function found(form: RegExp, value: Tree | undefined): string | undefined {
  return typeof value === "string" ? form.exec(value)?.[1] : undefined;
}
