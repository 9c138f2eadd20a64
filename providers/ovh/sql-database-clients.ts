import type { Props } from "../../constructs/kinds.ts";
import type { Loss } from "../provider.ts";

type Asked = Partial<Pick<Props<"sql-database">, "allowedCidrs" | "publicAccess" | "subnets">>;

const EVERYBODY = ["0.0.0.0/0", "::/0"];

/** Every address of the internet is no list of clients where the internet was not asked for: a VPC is meant, and there is none. */
export function addressesFor({ allowedCidrs = [], publicAccess, subnets }: Asked): readonly string[] {
  return allowedCidrs.filter((cidr) => publicAccess || subnets || !EVERYBODY.includes(cidr));
}

export const clientsLoss: Loss = {
  path: "allowedCidrs",
  when: (props) => addressesFor(props as Asked).length < ((props as Asked).allowedCidrs ?? []).length,
  severity: "degrades",
  class: "setting",
  why: "Without a private network the endpoint is public: all of the internet is let in only where `publicAccess` is asked for.",
  instead: "Name the private network, list the clients' addresses, or ask for `publicAccess`.",
  citation: {
    source: "ovh/docs pages/public_cloud/public_cloud_databases/information_04_faq (2025-07-31), Network",
    date: "2026-11-25",
  },
};
