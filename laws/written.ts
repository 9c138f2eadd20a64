import { type Args, type Native, Unknown } from "../providers/native.ts";
import { asWritten } from "../providers/paths.ts";

/** A resource as somebody wrote it: `type.name`, blocks as lists of objects, references by `to`. */
export function written(address: string, args: Args, mode: "managed" | "data" = "managed"): Native {
  const [type = "", name = ""] = (mode === "data" ? address.replace(/^data\./, "") : address).split(".");
  return {
    address,
    root: ".",
    mode,
    type,
    name,
    provider: { name: type.split("_")[0] ?? "" },
    ...asWritten(args),
    at: { file: "main.tf", line: 1 },
  };
}

/** A resource as a state holds it: values only, and nothing tells what was asked for. */
export function inState(address: string, args: Args): Native {
  return { ...written(address, args), configured: null, at: { file: "terraform.tfstate" } };
}

/** A reference as an expression: `to("aws_s3_bucket.logs", "id")`. */
export function to(address: string, attr: string): Unknown {
  return new Unknown(`${address}.${attr}`, [{ to: address, attr }]);
}
