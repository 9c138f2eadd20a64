import { z } from "zod";

const byte = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

/** A range of IPv4 addresses, e.g. `10.0.0.0/16`. */
export const Ipv4Range = z
  .string()
  .regex(new RegExp(`^(${byte}\\.){3}${byte}/(3[0-2]|[12]?\\d)$`), "a range of IPv4 addresses, as `10.0.0.0/16`");

/** A range of IPv4 or IPv6 addresses. */
export const AddressRange = z.union(
  [Ipv4Range, z.cidrv6()],
  "a range of addresses, as `10.0.0.0/16`; one address is `192.0.2.7/32`",
);
