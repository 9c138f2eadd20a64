import type { Citation, Jurisdiction } from "../provider.ts";

const citation: Citation = { source: "facts/mapping.md section 7, Scaleway", date: "2026-11-21" };

export const jurisdiction: Jurisdiction = {
  operator: "Scaleway SAS, part of the iliad group: French, without a parent in the United States",
  controlledFrom: "FR",
  regions: {
    "fr-par": { place: "Paris", country: "FR", zones: 3 },
    "nl-ams": { place: "Amsterdam", country: "NL", zones: 3 },
    "pl-waw": { place: "Warsaw", country: "PL", zones: 3 },
    // The second and third zone opened on 2026-10-12: Scaleway's changelog, "A full 3-AZ Region in Milan".
    "it-mil": { place: "Milan", country: "IT", zones: 3 },
  },
  qualifications: [
    {
      name: "SecNumCloud",
      scope: "no service: applied for on 2025-01-08, in progress on the last page read (2026-09)",
      types: [],
      expires: null,
      citation,
    },
    {
      name: "HDS",
      scope: "Block Storage in Paris, for new volumes",
      types: ["scaleway_block_volume"],
      regions: ["fr-par"],
      asks: "an HDS contract signed with Scaleway, and volumes encrypted by their owner",
      expires: null,
      citation: {
        source: "https://www.scaleway.com/en/docs/block-storage/how-to/host-healthcare-data/",
        date: "2025-11-12",
      },
    },
    {
      name: "HDS",
      scope: "Object Storage in Paris, for buckets without lifecycle rules whose objects are not in Glacier",
      types: [
        "scaleway_object_bucket",
        "scaleway_object_bucket_acl",
        "scaleway_object_bucket_lock_configuration",
        "scaleway_object_bucket_policy",
        "scaleway_object_bucket_server_side_encryption_configuration",
      ],
      regions: ["fr-par"],
      when: { "scaleway_object_bucket.lifecycle_rule": "absent" },
      asks: "an HDS contract signed with Scaleway, and objects encrypted with keys of their owner",
      expires: null,
      citation: {
        source: "https://www.scaleway.com/en/docs/object-storage/how-to/host-healthcare-data/",
        date: "2025-11-12",
      },
    },
  ],
  citation,
};
