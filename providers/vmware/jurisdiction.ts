import type { Jurisdiction } from "../provider.ts";

/** The machines stand where their owner put them; what is controlled from elsewhere is the licence to run them. */
export const jurisdiction: Jurisdiction = {
  operator: "the software is Broadcom Inc.'s and runs by its licence",
  ownHosts: true,
  controlledFrom: "US",
  regions: {},
  qualifications: [],
  citation: {
    source: "vmware/terraform-provider-vsphere v2.16.1, README.md; the country: judgement",
    date: "2026-11-26",
  },
};
