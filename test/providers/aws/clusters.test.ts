import { describe, expect, test } from "@jest/globals";
import { Kubernetes, Network } from "../../../constructs/index.ts";
import type { PropsInput } from "../../../constructs/kinds.ts";
import { aws } from "../../../providers/aws/index.ts";
import { lowerOpen } from "../../../providers/lower-open.ts";
import { complete } from "../../../providers/witness.ts";
import { onAws } from "./on-aws.ts";

describe("the network plug-in of a cluster", () => {
  const written = (requested: readonly string[]) => {
    const props = { cni: "canal", pools: [{ name: "p" }] } as const;
    const { natives } = lowerOpen(
      [
        {
          kind: "kubernetes",
          id: "k",
          props: { ...props, pools: [...props.pools] },
          requested: new Set(requested),
          holes: [],
        },
      ],
      aws,
    );
    const addons = natives.filter((n) => n.type === "aws_eks_addon").map((n) => n.args["addon_name"]);
    const cluster = natives.find((n) => n.type === "aws_eks_cluster");
    return [cluster?.args["bootstrap_self_managed_addons"], ...addons];
  };

  test("is the cloud's own where the source has another that nobody asked for", () => {
    expect(written(["pools"])).toEqual([undefined]);
  });

  test("is the cloud's own where another is asked for: without one no node is ever ready", () => {
    expect(written(["cni", "pools"])).toEqual([undefined, "vpc-cni"]);
  });

  test("is missed by groups of nodes where there is to be none, and that is said", () => {
    const said = (cni: "none" | "native", pools: readonly { name: string }[]) =>
      onAws((workload) => {
        const net = new Network(workload, "net", {
          egress: "shared",
          subnets: [
            { name: "edge", cidr: "10.0.0.0/24", public: true },
            { name: "a", cidr: "10.0.1.0/24", zone: "a" },
            { name: "b", cidr: "10.0.2.0/24", zone: "b" },
          ],
        });
        const subnets = [net.outputs.subnet.of("a"), net.outputs.subnet.of("b")];
        new Kubernetes(workload, "k", { cni, pools: [...pools], subnets });
      }).said;
    expect(said("none", [{ name: "p" }])).toEqual(["EX0341 k"]);
    expect([said("none", []), said("native", [{ name: "p" }])]).toEqual([[], []]);
  });
});

test("nodes reach an API inside their network where not everybody outside may, unless that is not asked for", () => {
  const access = (props: PropsInput<"kubernetes">) => {
    const { natives } = lowerOpen(
      [
        {
          ...complete({ kind: "kubernetes", id: "k", props, requested: new Set(Object.keys(props)), holes: [] }),
          holes: [],
        },
      ],
      aws,
    );
    const [config] = natives.find((n) => n.type === "aws_eks_cluster")?.args["vpc_config"] as {
      [arg: string]: unknown;
    }[];
    return config?.["endpoint_private_access"];
  };
  const office = ["198.51.100.0/24"];
  expect(access({ allowedCidrs: office })).toBe(true);
  expect(access({ allowedCidrs: office, publicAccess: true })).toBe(true);
  expect(access({ allowedCidrs: [...office, "0.0.0.0/0"] })).toBeUndefined();
  expect(access({ allowedCidrs: [] })).toBeUndefined();
  expect(access({ allowedCidrs: office, privateEndpoint: false })).toBe(false);
});
