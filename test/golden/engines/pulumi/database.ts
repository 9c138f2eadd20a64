// A workload on OVHcloud, region GRA.

import * as pulumi from "@pulumi/pulumi";
import * as ovh from "@ovhcloud/pulumi-ovh";

const config = new pulumi.Config();
// What admin_password is.
const adminPassword = config.requireSecret("adminPassword");
// Id of the Public Cloud project.
const serviceName = config.require("serviceName");

const orders = new ovh.cloudproject.Database(
  "orders",
  {
    serviceName,
    description: "orders",
    engine: "postgresql",
    version: "16",
    plan: "production",
    flavor: "b3-8",
    diskSize: 80,
    nodes: [{ region: "GRA" }, { region: "GRA" }],
    ipRestrictions: [{ ip: "10.0.0.0/8", description: "the shop" }],
    advancedConfiguration: { "pg.timezone": "UTC" },
  },
  { protect: true },
);

const ordersDatabase = new ovh.cloudprojectdatabase.DatabaseInstance("orders", {
  serviceName: orders.serviceName,
  engine: orders.engine,
  clusterId: orders.id,
  name: "shop",
});

const ordersPostgresqlUser = new ovh.cloudprojectdatabase.PostgresSqlUser(
  "orders",
  {
    serviceName: orders.serviceName,
    clusterId: orders.id,
    name: "admin",
    passwordReset: pulumi.interpolate`${adminPassword}-1`,
  },
);

// What orders_host is.
export const ordersHost = orders.endpoints[0].domain;
// What orders_greeting is.
export const ordersGreeting = pulumi.interpolate`hello, ${adminPassword}`;
