import type { Jurisdiction } from "../provider.ts";

/** The machines stand where their owner put them; what is controlled from elsewhere is the licence to run them. */
export const jurisdiction: Jurisdiction = {
  operator: "whoever runs the hosts; the software is licensed by Broadcom Inc., by subscription",
  controlledFrom: "US",
  regions: {},
  qualifications: [],
  citation: { source: "https://www.broadcom.com/company/about-us", date: "2026-11-26" },
};
