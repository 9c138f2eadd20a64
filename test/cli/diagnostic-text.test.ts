import { describe, expect, test } from "@jest/globals";
import { diagnosticText, type Shown } from "../../cli/diagnostic-text.ts";

const lost = (address: string, detail: string, line = 1): Shown => ({
  severity: "warning",
  code: "EX0006",
  summary: "The target cloud does not give it",
  detail,
  address,
  source: { file: "shop.yaml", line },
});
const shown = (...diagnostics: readonly Shown[]) => diagnosticText(diagnostics, false).split("\n");

describe("diagnostics on a terminal", () => {
  test("say together what one component has to say", () => {
    expect(shown(lost("db", "backups: none."), lost("db", "pitr: none."), lost("web", "network: none.", 9))).toEqual([
      "warning[EX0006]: The target cloud does not give it",
      "  at shop.yaml:1, db",
      "  backups: none.",
      "  pitr: none.",
      "warning[EX0006]: The target cloud does not give it",
      "  at shop.yaml:9, web",
      "  network: none.",
      "",
    ]);
  });

  test("say once what is true of several components, and where", () => {
    expect(shown(lost("a", "network: none."), lost("b", "network: none.", 5))).toEqual([
      "warning[EX0006]: The target cloud does not give it",
      "  at shop.yaml:1, a",
      "  at shop.yaml:5, b",
      "  network: none.",
      "",
    ]);
  });

  test("name the other places of one that lists them", () => {
    const also = [{ source: { file: "shop.yaml", line: 5 } }];
    expect(shown({ ...lost("a", "network: none."), also })).toEqual([
      "warning[EX0006]: The target cloud does not give it",
      "  at shop.yaml:1, a",
      "  at shop.yaml:5",
      "  network: none.",
      "",
    ]);
  });

  test("count what is left out: places of one thing, and diagnostics of one code", () => {
    const many = Array.from({ length: 7 }, (_, i) => lost(`c${i}`, "labels: none.", i + 1));
    expect(shown(...many).filter((line) => line.includes("more"))).toEqual([
      "  … and at 2 more places (all of them: --format json)",
    ]);
    const unlike = Array.from({ length: 7 }, (_, i) => lost(`c${i}`, `p${i}: none.`, i + 1));
    expect(shown(...unlike, lost("c6", "q: none.", 7)).at(-2)).toBe(
      "  … and 3 more EX0006 (all of them: --format json)",
    );
  });

  test("leave out no error: all are mended at once", () => {
    const wrong = Array.from({ length: 7 }, (_, i) => ({
      ...lost(`c${i}`, `p${i}.`, i + 1),
      severity: "error" as const,
    }));
    expect(shown(...wrong).filter((line) => line.startsWith("error"))).toHaveLength(7);
  });

  test("show errors first, and nothing for none", () => {
    const error: Shown = { severity: "error", code: "EX0001", summary: "Too old", detail: "Put a newer one there." };
    expect(shown(lost("a", "x"), error)[0]).toBe("error[EX0001]: Too old");
    expect(diagnosticText([], false)).toBe("");
  });
});
