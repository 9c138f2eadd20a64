// A workload on OVHcloud, region GRA.

import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
// What a_list is.
const aList = config.requireObject<string[]>("aList");
// What count is.
const count = config.getNumber("count") ?? 3;
// What list is.
const list = config.getObject<string[]>("list") ?? ["a", "b"];
// What name is.
const name = config.get("name") ?? 'it\'s "x"';
// Two
// lines.
const on = config.requireBoolean("on");
// What pin is.
const pin = config.requireSecretNumber("pin");
