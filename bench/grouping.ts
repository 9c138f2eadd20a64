// Surveying ten times as many natives takes ten times as long: joins go through an index.
import { aws } from "../providers/aws/index.ts";
import { group } from "../providers/group.ts";
import type { Native } from "../providers/native.ts";
import { Unknown } from "../providers/native.ts";
import { edgesOf, genericPath, leavesOf } from "../providers/paths.ts";
import { best, judge } from "./measure.ts";

const small = natives(10_000);
const large = natives(100_000);
const [a, b] = [await best(3, () => group(small, aws)), await best(3, () => group(large, aws))];
console.log(`${small.length} natives ${a.toFixed(0)} ms, ${large.length} natives ${b.toFixed(0)} ms`);
judge("time per native, large / small", b / large.length / (a / small.length), 2);

/** Buckets with two features each, half of them joined by reference and half by value. */
function natives(count: number): Native[] {
  return Array.from({ length: count / 4 }, (_, i) => {
    const bucket = `aws_s3_bucket.b${i}`;
    const named = i % 2 === 0 ? new Unknown(`${bucket}.id`, [{ to: bucket, attr: "id" }]) : `bucket-${i}`;
    return [
      made("aws_s3_bucket", `b${i}`, { bucket: `bucket-${i}` }),
      made("aws_s3_bucket_versioning", `b${i}`, { bucket: named, versioning_configuration: [{ status: "Enabled" }] }),
      made("aws_s3_bucket_policy", `b${i}`, { bucket: named, policy: "{}" }),
      made("aws_sqs_queue", `q${i}`, { name: `q${i}` }),
    ];
  }).flat();
}

function made(type: string, name: string, args: Native["args"]): Native {
  return {
    address: `${type}.${name}`,
    root: ".",
    mode: "managed",
    type,
    name,
    provider: { name: "aws" },
    args,
    refs: edgesOf(args),
    configured: new Set(leavesOf(args).map(([path]) => genericPath(path))),
    at: { file: "main.tf" },
  };
}
