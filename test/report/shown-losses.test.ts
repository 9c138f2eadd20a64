import { expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import { shownLosses } from "../../report/shown-losses.ts";
import { assessInput, component, losing } from "../assessment/estate.ts";

test("items of one list that are lost for one reason are one line, which names them", () => {
  const balancer = component("load-balancer", "aws_lb", "l", { subnets: [{ external: "subnet" }] });
  const loss = (path: string, asked: unknown) => losing(path, "blocks").losses.map((l) => ({ ...l, asked }));
  const losses = [
    ...loss("backends", { name: "ssh-a", protocol: "tcp" }),
    ...loss("backends", { name: "ssh-b", protocol: "tcp" }),
    ...loss("listeners", { port: 22, protocol: "tcp" }),
    ...loss("backends.healthCheck.healthyAfter", 3),
    ...loss("labels", { team: "shop" }),
  ];
  const input = assessInput({
    components: [balancer],
    translations: { [balancer.id]: { losses, natives: [], diagnostics: [] } },
  });
  const [found] = assess(input).components;
  expect(found?.losses).toHaveLength(5);
  expect(shownLosses(found!).map((l) => l.path)).toEqual([
    "backends (ssh-a, ssh-b)",
    "listeners (22)",
    "backends.healthCheck.healthyAfter",
    "labels",
  ]);
});
