import type { DependencySigns } from "../dependency-signs.ts";

/** What shows that Scaleway is needed on the day. Types and arguments: documentation of `scaleway/scaleway`. */
export const signs: DependencySigns = {
  hosts: ["scw.cloud", "scaleway.com"],
  backends: [{ type: "s3", needs: "bucket", hostNeeded: true }],
  registries: /(?:^|[=/@\s"'])rg\.[a-z]{2}-[a-z]{3}\.scw\.cloud\//,
  images: {
    scaleway_container: "registry_image",
    scaleway_instance_server: "user_data",
    scaleway_job_definition: "image_uri",
  },
  boots: { scaleway_instance_server: ["user_data", "cloud_init"] },
  fetches: /\bscw\s+secret\s+version\s+access\b|\bscw\.cloud\/secret-manager\//,
  seen: [
    { dependency: "registrar", type: "scaleway_domain_registration" },
    { dependency: "identity", type: "scaleway_iam_saml", stands: "unknown" },
    ...["scaleway_registry_image", "scaleway_registry_image_tag", "scaleway_registry_namespace"].map((type) => ({
      ...({ dependency: "images", type, mode: "data" } as const),
    })),
    { dependency: "secrets", type: "scaleway_secret", mode: "data" },
    { dependency: "secrets", type: "scaleway_secret_version", mode: "data" },
    { dependency: "keys", type: "scaleway_key_manager_key", mode: "data" },
    // On unless they are switched off (docs/resources/rdb_instance, `disable_backup`); a value that nobody knows may switch them off.
    { dependency: "backups", type: "scaleway_rdb_instance", path: "disable_backup", unless: /^(?!false$)/ },
    { dependency: "backups", type: "scaleway_mongodb_instance", path: "is_snapshot_schedule_enabled", text: /^true$/ },
    ...["scaleway_mongodb_snapshot", "scaleway_rdb_database_backup", "scaleway_rdb_snapshot"].map((type) => ({
      dependency: "backups",
      type,
    })),
    { dependency: "licences", type: "scaleway_instance_server", path: "type", text: /WIN/ },
  ],
  citation: { source: "Terraform Registry, scaleway/scaleway, pages of the types", date: "2026-11-26" },
};
