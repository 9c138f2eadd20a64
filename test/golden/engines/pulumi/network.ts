// A workload on OVHcloud, region GRA.

import * as openstack from "@pulumi/openstack";

const shopNetwork = new openstack.networking.Network("shop", {
  name: "shop",
  adminStateUp: true,
});

const shopSubnet = new openstack.networking.Subnet("shop", {
  networkId: shopNetwork.id,
  cidr: "10.0.0.0/24",
  ipVersion: 4,
  allocationPools: [{ start: "10.0.0.10", end: "10.0.0.100" }],
});

const shopPort = new openstack.networking.Port("shop", {
  networkId: shopNetwork.id,
  fixedIps: [{ subnetId: shopSubnet.id }],
  binding: { hostId: "a" },
});
