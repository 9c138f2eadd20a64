// A workload on OVHcloud, region GRA.

import * as pulumi from "@pulumi/pulumi";
import * as ovh from "@ovhcloud/pulumi-ovh";

const config = new pulumi.Config();
// What external_copies is.
const externalCopies = config.require("externalCopies");
// Id of the Public Cloud project.
const serviceName = config.require("serviceName");

const invoices = new ovh.cloudproject.Storage(
  "invoices",
  {
    serviceName,
    regionName: "GRA",
    name: "shop-invoices",
    versioning: { status: "enabled" },
    tags: { team: "billing", "cost-centre": "42" },
    replication: {
      rules: [
        {
          id: "all",
          priority: 1,
          status: "enabled",
          destination: { name: externalCopies, region: "SBG" },
        },
        {
          id: "media",
          priority: 2,
          filter: { prefix: "media/" },
          destination: { name: "media", region: "SBG" },
        },
      ],
    },
  },
  { protect: true },
);

const invoicesLifecycleConfiguration =
  new ovh.CloudProjectStorageObjectBucketLifecycleConfiguration(
    "invoices",
    {
      serviceName,
      regionName: invoices.regionName,
      containerName: invoices.name,
      rules: [
        {
          id: "expire-logs",
          status: "enabled",
          filter: { prefix: "logs/" },
          expiration: { days: 365 },
        },
      ],
    },
    { dependsOn: [invoices] },
  );

// What invoices_endpoint is.
export const invoicesEndpoint = pulumi.interpolate`https://${invoices.virtualHost}/`;
// What invoices_name is.
export const invoicesName = invoices.name;
// What invoices_policy is.
export const invoicesPolicy = pulumi.jsonStringify({
  bucket: invoices.id,
  owner: [`${serviceName}/x`],
});
