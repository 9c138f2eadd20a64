import { expect, test } from "@jest/globals";
import { isGroupName } from "../../../providers/aws/subnets.ts";

const outside = (external: string, literal = false) => ({ external, ...(literal ? { literal } : {}) });

test.each([
  ["the name of a group", [outside("shared", true)], true],
  ["an expression for a group", [outside("module.network.database_subnet_group_name")], true],
  ["the id of a subnet", [outside("subnet-0a1b2c3d", true)], false],
  ["an expression for a subnet", [outside("aws_subnet.a.id")], false],
  ["a list of subnets", [outside("data.aws_subnets.db.ids")], false],
  ["two subnets", [outside("subnet-1", true), outside("subnet-2", true)], false],
  ["a subnet of a component", [{ component: "net", output: "subnet" }], false],
])("%s: whether a database names it as its group", (_, subnets, is) => {
  expect(isGroupName(subnets)).toBe(is);
});
