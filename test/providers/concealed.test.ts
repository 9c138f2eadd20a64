import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { concealed } from "../../providers/concealed.ts";
import { type Args, Unknown } from "../../providers/native.ts";
import { written } from "../fixtures/natives/written.ts";

const SCRIPT = "#!/bin/sh\nexport API_TOKEN=planted4hunters\n";
const of = (args: Args) => {
  const { native, diagnostics } = concealed(written("aws_instance.a", args));
  return { args: native.args, codes: diagnostics.map((d) => d.code) };
};
const HIDDEN = { expression: "text with what looks like a secret", options: { redacted: true } };
const parts = (text: string) => `Content-Transfer-Encoding: base64\n\n${text}\n--x--\n`;

describe("a native as all that follows the importers sees it", () => {
  test.each<[title: string, text: string]>([
    ["as it is", SCRIPT],
    ["behind base64", Buffer.from(SCRIPT).toString("base64")],
    ["compressed", gzipSync(SCRIPT).toString("base64")],
    ["in a part of several", parts(Buffer.from(SCRIPT).toString("base64"))],
  ])("has no user data with a secret in it, %s", (_, text) => {
    expect(of({ user_data: text })).toMatchObject({ args: { user_data: HIDDEN }, codes: ["EX0304"] });
  });

  test.each([
    "mysql -u root -phunter2secret",
    "mysqldump --all-databases -uroot -p'hunter2' > /tmp/all.sql",
    "mysql \\\n  -h db \\\n  -phunter2 shop",
    "mariadb-admin -p12345 status",
    "curl -u bob:secret https://example.com",
    "curl -fsSu bob:secret https://example.com",
    "curl 'https://example.com?a=1&b=2' --user 'bob:secret'",
    "git clone https://user:pass@host/x.git",
  ])("has no user data that hands a secret to a program: %s", (text) => {
    expect(of({ user_data: `#!/bin/sh\n${text}\n` }).args["user_data"]).toMatchObject(HIDDEN);
  });

  test.each([
    "docker run -d -p 8080:80 nginx",
    "docker run -d --name mysql -p3306:3306 -p 127.0.0.1:33060:33060 mysql:8",
    "mkdir -p /var/lib/mysql && mkdir -p/srv/mysql",
    "apt-get install -y mysql-client; mkdir -p /x",
    "ssh -p22 host",
    'mysql -u root -p"$PASSWORD" -P3306 < /tmp/a.sql',
    "mysql --port=3306 -p shop",
    'curl -u "$NAME:$PASSWORD" https://example.com',
    "curl -o /tmp/a https://example.com:8443/x && docker run -u 1000:1000 app",
    "curl -fsSL https://example.com/setup | sudo -u app bash",
    "curl https://user@example.com/x",
    "git clone ssh://git@host:22/x.git",
  ])("keeps user data that only looks alike: %s", (text) => {
    expect(of({ user_data: `#!/bin/sh\n${text}\n` })).toEqual({
      args: { user_data: `#!/bin/sh\n${text}\n` },
      codes: [],
    });
  });

  test("keeps of user data that is not known whole what it refers to, and a bare reference as it is", () => {
    const refs = [{ to: "aws_efs_file_system.x", attr: "dns_name" }];
    const spelled = new Unknown(`"mount \${aws_efs_file_system.x.dns_name} \${var.where}"`, refs);
    expect(of({ user_data: spelled })).toMatchObject({
      args: { user_data: { expression: "text with aws_efs_file_system.x.dns_name, var.where", refs } },
      codes: [],
    });
    const bare = new Unknown("aws_efs_file_system.x.dns_name", refs);
    expect(of({ user_data: bare }).args["user_data"]).toBe(bare);
    const alone = new Unknown('file("start.sh")');
    expect(of({ user_data: alone })).toMatchObject({ args: { user_data: { expression: "text that is not known" } } });
  });

  test("has no label that is called like a secret and looks like one, nor an expression that quotes one", () => {
    const arn = "arn:aws:secretsmanager:eu-west-3:111122223333:secret:db-AbCdEf";
    const given = new Unknown("jsonencode({ password = random_password.db.result })");
    const { args, codes } = of({
      tags: { password: "planted4hunters", owner: "shop", secret: arn, conn: "postgres://app:planted4@db/app" },
      description: new Unknown('jsonencode({ password = "planted4hunters" })'),
      given,
    });
    expect(args).toMatchObject({
      tags: { password: HIDDEN, owner: "shop", secret: arn, conn: HIDDEN },
      description: HIDDEN,
    });
    expect([args["given"], codes]).toEqual([given, []]);
  });

  test("is the same native where nothing is to be hidden", () => {
    const native = written("aws_instance.a", { user_data: "#!/bin/sh\ntouch /ready\n", tags: { owner: "shop" } });
    expect(concealed(native).native).toBe(native);
  });
});
