import type { Citation, Jurisdiction } from "../provider.ts";

const citation: Citation = { source: "facts/mapping.md section 7, OVHcloud", date: "2026-11-21" };

const unitedStates = {
  country: "US",
  operator:
    "OVH US LLC, a company of the United States owned by OVH Groupe SA: subject to United States law, the CLOUD Act among it",
  controlledFrom: "FR",
  citation: {
    source:
      "https://us.ovhcloud.com/legal/service-descriptions (a Delaware limited liability company, subsidiary of OVH Group); what it is subject to: judgement",
    date: "2026-11-28",
  },
};

/** Compute regions. Those in the United States belong to another company, with accounts and an API of its own. */
export const jurisdiction: Jurisdiction = {
  operator: "OVH Groupe SA: French, no parent outside the European Union",
  controlledFrom: "FR",
  regions: {
    "EU-WEST-PAR": { place: "Paris", country: "FR", zones: 3 },
    GRA7: { place: "Gravelines", country: "FR", zones: 1 },
    GRA9: { place: "Gravelines", country: "FR", zones: 1 },
    GRA11: { place: "Gravelines", country: "FR", zones: 1 },
    SBG5: { place: "Strasbourg", country: "FR", zones: 1 },
    SBG7: { place: "Strasbourg", country: "FR", zones: 1 },
    "RBX-A": { place: "Roubaix", country: "FR", zones: 1 },
    "EU-SOUTH-MIL": { place: "Milan", country: "IT", zones: 3 },
    DE1: { place: "Limburg", country: "DE", zones: 1 },
    UK1: { place: "London", country: "GB", zones: 1 },
    WAW1: { place: "Warsaw", country: "PL", zones: 1 },
    BHS5: { place: "Beauharnois", country: "CA", zones: 1 },
    "CA-EAST-TOR": { place: "Toronto", country: "CA", zones: 1 },
    SGP1: { place: "Singapore", country: "SG", zones: 1 },
    SYD1: { place: "Sydney", country: "AU", zones: 1 },
    "AP-SOUTH-MUM-1": { place: "Mumbai", country: "IN", zones: 1 },
  },
  runByOthers: {
    "US-EAST-VA": { place: "Vint Hill", ...unitedStates },
    "US-WEST-OR": { place: "Hillsboro", ...unitedStates },
  },
  qualifications: [
    // No page says that Public Cloud is qualified, and the qualified products have no resources in the providers.
    // The last day stands in ANSSI's list, which was not read.
    {
      name: "SecNumCloud",
      scope: "VMware on OVHcloud (Hosted Private Cloud); no Public Cloud service",
      types: [],
      expires: null,
      citation: {
        source:
          "https://docs.ovhcloud.com/en/guides/account-and-service-management/reversibility/05-snc-vmware-reversibility-policy",
        date: "2025-08-06",
      },
    },
    {
      name: "SecNumCloud",
      scope: "Bare Metal Pod (Dedicated PoD-SecNumCloud); no Public Cloud service",
      types: [],
      expires: null,
      citation: {
        source:
          "https://docs.ovhcloud.com/en/guides/account-and-service-management/reversibility/24-bm-pod-snc-reversbility",
        date: "2025-08-06",
      },
    },
  ],
  citation,
};
