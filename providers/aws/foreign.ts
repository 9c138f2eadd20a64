import type { ForeignType } from "../provider.ts";
import { analytics } from "./foreign/analytics.ts";
import { builds } from "./foreign/builds.ts";
import { compute } from "./foreign/compute.ts";
import { data } from "./foreign/data.ts";
import { databases } from "./foreign/databases.ts";
import { delivery } from "./foreign/delivery.ts";
import { devices } from "./foreign/devices.ts";
import { events } from "./foreign/events.ts";
import { governance } from "./foreign/governance.ts";
import { identity } from "./foreign/identity.ts";
import { network } from "./foreign/network.ts";
import { observability } from "./foreign/observability.ts";
import { operations } from "./foreign/operations.ts";
import { secrets } from "./foreign/secrets.ts";
import { templates } from "./foreign/templates.ts";
import { transfer } from "./foreign/transfer.ts";
import { workplace } from "./foreign/workplace.ts";

/** AWS types that belong to no implemented kind: what they are, what replaces them, and by what they are priced. */
export const foreign: Readonly<Record<string, ForeignType>> = {
  ...identity,
  ...network,
  ...delivery,
  ...compute,
  ...events,
  ...data,
  ...databases,
  ...secrets,
  ...analytics,
  ...observability,
  ...operations,
  ...builds,
  ...templates,
  ...governance,
  ...transfer,
  ...workplace,
  ...devices,
};
