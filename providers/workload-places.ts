// What workloads of other providers say of the clouds they run on, whichever cloud that is.

/** Type → where the images of its containers are named: documentation of the providers `kubernetes`, `helm`, `docker`, `nomad`, 2026-11-26. */
export const IMAGES_NAMED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["cron_job", "daemonset", "daemon_set_v1", "deployment", "deployment_v1", "job", "job_v1", "pod", "pod_v1"]
      .concat(["cron_job_v1", "replication_controller", "replication_controller_v1", "stateful_set", "stateful_set_v1"])
      .map((kind) => [`kubernetes_${kind}`, "spec"]),
  ),
  kubernetes_manifest: "manifest",
  kubectl_manifest: "yaml_body",
  helm_release: "",
  docker_image: "name",
  nomad_job: "jobspec",
};

/** Type → where it names what it installs. */
export const RUNNERS_INSTALLED: Readonly<Record<string, string>> = { helm_release: "chart" };

/** Words by which the agents of pipelines are installed or named: documentation of each product, 2026-11-26. */
export const RUNNERS =
  /actions[/-]runner|gha-runner-scale-set|gitlab-runner|buildkite-agent|agent-stack-k8s|vsts-agent|azure-pipelines-agent|circleci-runner|jenkins/i;
