import type { DependencySigns } from "../dependency-signs.ts";

/** What shows that OVHcloud is needed on the day. Types and arguments: documentation of `ovh/ovh` and `terraform-provider-openstack/openstack`. */
export const signs: DependencySigns = {
  hosts: ["ovh.net", "ovh.us", "ovh.com", "ovhcloud.com"],
  backends: [{ type: "s3", needs: "bucket", hostNeeded: true }],
  registries: /\.container-registry\.ovh\.net\//,
  images: { openstack_compute_instance_v2: "user_data", ovh_cloud_project_instance: "user_data" },
  boots: { openstack_compute_instance_v2: ["user_data"], ovh_cloud_project_instance: ["user_data"] },
  fetches: /\bopenstack\s+secret\s+get\b|\.okms\.ovh\.net\b/,
  seen: [
    { dependency: "registrar", type: "ovh_domain_name" },
    { dependency: "registrar", type: "ovh_domain_name_servers" },
    { dependency: "identity", type: "ovh_me_identity_user" },
    { dependency: "images", type: "ovh_cloud_project_containerregistry", mode: "data" },
    { dependency: "secrets", type: "ovh_okms_secret", mode: "data" },
    { dependency: "secrets", type: "ovh_cloud_key_manager_secret_payload", mode: "data" },
    { dependency: "secrets", type: "openstack_keymanager_secret_v1", mode: "data" },
    { dependency: "keys", type: "ovh_okms_service_key", mode: "data" },
    { dependency: "backups", type: "ovh_cloud_project_database", path: "backup_time", text: /./ },
    { dependency: "backups", type: "ovh_cloud_project_instance", path: "auto_backup.cron", text: /./ },
    ...[
      "ovh_cloud_project_instance_snapshot",
      "ovh_cloud_project_volume_backup",
      "ovh_cloud_storage_block_volume_backup",
    ].map((type) => ({ dependency: "backups", type })),
    { dependency: "licences", type: "openstack_images_image_v2", mode: "data", path: "", text: /windows/i },
    { dependency: "licences", type: "openstack_compute_instance_v2", path: "image_name", text: /windows/i },
    { dependency: "licences", type: "openstack_compute_instance_v2", path: "flavor_name", text: /^win-/ },
  ],
  citation: {
    source: "Terraform Registry, ovh/ovh and terraform-provider-openstack/openstack, pages of the types",
    date: "2026-11-26",
  },
};
