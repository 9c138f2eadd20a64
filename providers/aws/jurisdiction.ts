import type { Citation, Jurisdiction } from "../provider.ts";

const citation: Citation = { source: "facts/mapping.md section 7, AWS", date: "2026-11-21" };
const china: Citation = {
  source:
    "https://aws.amazon.com/blogs/storage/transferring-amazon-s3-data-from-aws-regions-to-aws-regions-in-china/ (who operates them); whose control it is: judgement",
  date: "2026-11-28",
};

/** European regions: those a workload leaving for a European host is likely to run in. */
export const jurisdiction: Jurisdiction = {
  operator: "Amazon.com, Inc.: subject to the CLOUD Act and FISA 702 whatever the region",
  controlledFrom: "US",
  regions: {
    "eu-west-1": { place: "Ireland", country: "IE", zones: 3 },
    "eu-west-2": { place: "London", country: "GB", zones: 3 },
    "eu-west-3": { place: "Paris", country: "FR", zones: 3 },
    "eu-central-1": { place: "Frankfurt", country: "DE", zones: 3 },
    "eu-central-2": { place: "Zurich", country: "CH", zones: 3 },
    "eu-north-1": { place: "Stockholm", country: "SE", zones: 3 },
    "eu-south-1": { place: "Milan", country: "IT", zones: 3 },
    "eu-south-2": { place: "Aragon", country: "ES", zones: 3 },
  },
  // That control follows from who runs them, and is that of the country where they stand: judgement, 2026-11-28.
  runByOthers: {
    "cn-north-1": {
      place: "Beijing",
      country: "CN",
      operator: "Beijing Sinnet Technology Co., Ltd., with technology of Amazon: under the laws of China",
      controlledFrom: "CN",
      citation: china,
    },
    "cn-northwest-1": {
      place: "Ningxia",
      country: "CN",
      operator: "Ningxia Western Cloud Data Technology Co., Ltd., with technology of Amazon: under the laws of China",
      controlledFrom: "CN",
      citation: china,
    },
  },
  qualifications: [
    { name: "SecNumCloud", scope: "no service that a page was found to name", types: [], expires: null, citation },
  ],
  citation,
};
