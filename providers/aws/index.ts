import type { Cloud } from "../provider.ts";
import { loadSchema } from "../schema.ts";
import { catalogues } from "./catalog.ts";
import { foreign } from "./foreign.ts";
import { guarantees } from "./guarantees.ts";
import { jurisdiction } from "./jurisdiction.ts";
import { leafClasses } from "./leaf-classes.ts";
import { objectBucket } from "./object-bucket.ts";
import { sqlDatabase } from "./sql-database.ts";

/** Amazon Web Services, written as Terraform for the `hashicorp/aws` provider. */
export const aws: Cloud = {
  id: "aws",
  title: "Amazon Web Services",
  providers: [
    {
      name: "aws",
      source: "hashicorp/aws",
      versions: "~> 6.0",
      schema: () => loadSchema(new URL("./schema/aws.json.gz", import.meta.url)),
      block: (region) => ({ region }),
    },
  ],
  defaultRegion: "eu-west-3",
  kinds: {
    "object-bucket": objectBucket,
    "sql-database": sqlDatabase,
  },
  catalogues,
  guarantees,
  foreign,
  leafClasses,
  jurisdiction,
  engine: "terraform",
};
