import { describe, expect, test } from "@jest/globals";
import { diff } from "../../assessment/diff.ts";
import type { FoundComponent } from "../../providers/survey.ts";
import { assessInput, component } from "./estate.ts";

const rows = (found: FoundComponent) => {
  const [only] = diff(assessInput({ components: [found] })).components;
  return Object.fromEntries((only?.rows ?? []).map((r) => [r.path, r]));
};
const machine = (props: Record<string, unknown>) => component("vm", "aws_instance", "web", props);
const outside = { external: "ami-0123456789abcdef0", literal: true };

describe("what code of the target asks for is given by hand, not kept:", () => {
  test("an image of the source, with the work that is charged for making it anew", () => {
    const { customImage } = rows(machine({ customImage: outside }));
    expect(customImage).toMatchObject({ verdict: "by-hand", from: outside, to: null });
    expect(customImage?.why).toMatch(
      /Charged as vm\.dataSetup: image or rebuild.*May be charged as vm\.dataSetup: image cannot/,
    );
  });

  test("user data that holds a secret", () => {
    const at = { file: "main.tf", line: 1 };
    const found = machine({});
    const holes = [{ path: "userData", expression: "text with what looks like a secret (redacted)", at }];
    const { userData } = rows({ ...found, requested: new Set(["userData"]), holes });
    expect(userData).toMatchObject({ verdict: "by-hand", to: null });
    expect(userData?.why).toMatch(/not carried over.*Charged as vm\.dataSetup/);
  });

  test("a name of something outside, deep in a value", () => {
    const { networks } = rows(component("dns-zone", "aws_route53_zone", "main", { networks: [outside] }));
    expect(networks?.verdict).toBe("by-hand");
    expect(networks?.why).not.toMatch(/harged/);
  });
});

test("what is written into the code, or is known by the source's own variables, is kept", () => {
  const at = { file: "main.tf", line: 1 };
  const found = machine({ userData: "#!/bin/sh\n" });
  const holes = [{ path: "size", expression: "var.size", at }];
  const { userData, size } = rows({ ...found, requested: new Set(["userData", "size"]), holes });
  expect([userData?.verdict, size?.verdict]).toEqual(["kept", "kept"]);
});
