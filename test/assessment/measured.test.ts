import { expect, test } from "@jest/globals";
import { effortModel } from "../../assessment/effort-model.ts";
import { withMeasured, withoutCode } from "../../assessment/measured.ts";
import type { FoundComponent } from "../../providers/survey.ts";
import { written } from "../fixtures/natives/written.ts";

const measured = (address: string, heldGiB?: number) => ({
  ...written(address, {}),
  ...(heldGiB === undefined ? {} : { heldGiB }),
});
const component = (id: string, ...natives: FoundComponent["natives"]) => ({ id, natives }) as unknown as FoundComponent;

test("what the files measured is a fact of the component, unless somebody states another", () => {
  const components = [
    component(".:lab_vm.a", measured("lab_vm.a", 10), measured("lab_disk.a", 2.5)),
    component(".:lab_vm.b", measured("lab_vm.b", 20)),
    component(".:lab_vm.c", measured("lab_vm.c")),
    component(".:lab_vm.d", measured("lab_vm.d", 7)),
  ];
  const stated = { components: { "lab_vm.b": { gib: 5 }, "lab_vm.d": { maxDowntimeHours: 2 } } };
  expect(withMeasured(stated, { components }).components).toEqual({
    ...stated.components,
    ".:lab_vm.a": { gib: 12.5 },
    ".:lab_vm.d": { maxDowntimeHours: 2, gib: 7 },
  });
  expect(withMeasured(stated, { components: components.slice(2, 3) })).toBe(stated);
});

test("an estate that only an inventory lists counts as little in code, unless somebody states how much is, or the model asks nothing of it", () => {
  const factors = { teamFamiliarity: "someExperience" };
  expect(withoutCode({ factors }, effortModel)).toEqual({ factors: { ...factors, estateInCode: "little" } });
  expect(withoutCode({ factors: { estateInCode: "half" } }, effortModel)).toBeUndefined();
  expect(withoutCode({}, { ...effortModel, factors: [] })).toBeUndefined();
});
