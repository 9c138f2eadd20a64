import type { KindContext } from "./kind-planner.ts";
import { apart, needs, quoted, scriptHead, switchedScript, writesOver } from "./script.ts";

const CONTEXTS = ["SOURCE_CONTEXT", "TARGET_CONTEXT"] as const;

/** What the scripts go through, and `filled`, which refuses where there is nothing to go through: given a context and what was not done. */
const EACH = `# Namespaces, one word each.
each() { printf '%s' "$NAMESPACES" | tr ',' ' '; }
kinds=deployments,statefulsets,daemonsets,cronjobs,services,ingresses,configmaps,secrets,persistentvolumeclaims,serviceaccounts,networkpolicies
# A namespace that is not there is no error to kubectl nor to Velero; what Kubernetes puts into each by itself does not count.
filled() {
  if [ "\${ALLOW_EMPTY:-}" = yes ]; then return; fi
  empty=$NAMESPACES
  for namespace in $(each); do
    empty=$namespace
    found=$(kubectl --context "$1" --namespace "$namespace" get "$kinds" --output name)
    printf '%s\\n' "$found" | grep -v -x -e configmap/kube-root-ca.crt -e serviceaccount/default -e 'secret/default-token-.*' | grep -q . || break
    empty=
  done
  if [ -n "$empty" ]; then
    echo "namespace $empty holds nothing at $1: is NAMESPACES right? $2. If it is meant to be empty, set ALLOW_EMPTY=yes" >&2
    exit 2
  fi
}
`;

/**
 * Velero backs up the files of volumes that a running pod mounts (https://velero.io/docs/main/file-system-backup/, read 2026-11-27), and in the freeze nothing
 * runs: what no pod mounts is mounted by one that does nothing else. It goes with the backup, for files are restored into pods.
 */
const MOUNTS = `mount_all() {
  for namespace in $(each); do
    used=$(kubectl --context "$1" --namespace "$namespace" get pods --field-selector status.phase=Running \\
      --output 'jsonpath={range .items[*].spec.volumes[*]}{.persistentVolumeClaim.claimName}{"\\n"}{end}')
    for claim in $(claims_of "$1"); do
      if printf '%s\\n' "$used" | grep -qxF -e "$claim"; then continue; fi
      kubectl --context "$1" --namespace "$namespace" apply --filename - <<POD
apiVersion: v1
kind: Pod
metadata:
  name: exeat-mount-$claim
  labels: { exeat: mount }
spec:
  containers:
    - name: mount
      image: "$MOUNT_IMAGE"
      command: [sleep, infinity]
      volumeMounts: [{ name: data, mountPath: /data }]
  volumes:
    - name: data
      persistentVolumeClaim: { claimName: "$claim" }
POD
      kubectl --context "$1" --namespace "$namespace" wait --for condition=Ready --timeout 10m "pod/exeat-mount-$claim"
    done
  done
}
claims_of() {
  kubectl --context "$1" --namespace "$namespace" get persistentvolumeclaims --output 'jsonpath={range .items[*]}{.metadata.name}{"\\n"}{end}'
}
unmount_all() {
  for namespace in $(each); do
    kubectl --context "$1" --namespace "$namespace" delete pods --selector exeat=mount --ignore-not-found
  done
}
`;

/** What no other cluster has, whatever its context is called. */
const CLUSTER = `cluster() {
  case $1 in source) context=$SOURCE_CONTEXT ;; *) context=$TARGET_CONTEXT ;; esac
  kubectl --context "$context" get namespace kube-system --output 'jsonpath=kube-system {.metadata.uid}'
}
`;

/** Backs up in one cluster until the other one sees it. Velero waits for its own end and says whether anything failed. */
const backup = (from: string, to: string, mark: string) => `filled "$${from}" 'Nothing was copied or replaced'
trap 'unmount_all "$${from}"' EXIT
trap 'exit 1' HUP INT TERM
mount_all "$${from}"
name=${mark}-$(date -u +%Y%m%d%H%M%S)
velero --kubecontext "$${from}" --namespace "$VELERO_NAMESPACE" backup create "$name" --include-namespaces "$NAMESPACES" \\
  --default-volumes-to-fs-backup --snapshot-volumes=false --wait
phase=$(kubectl --context "$${from}" --namespace "$VELERO_NAMESPACE" get backups.velero.io "$name" -o 'jsonpath={.status.phase}')
[ "$phase" = Completed ] || { echo "backup $name ended as $phase" >&2; exit 1; }
# A volume that is left out is no error to Velero, and some volumes of pods belong to no claim: each claim is looked for by its uid.
held=$(kubectl --context "$${from}" --namespace "$VELERO_NAMESPACE" get podvolumebackups.velero.io --selector "velero.io/backup-name=$name" \\
  --output 'jsonpath={range .items[*]}{.status.phase} {.metadata.labels.velero\\.io/pvc-uid}{"\\n"}{end}')
left=0
for namespace in $(each); do
  claims=$(kubectl --context "$${from}" --namespace "$namespace" get persistentvolumeclaims \\
    --output 'jsonpath={range .items[*]}{.metadata.uid} {.metadata.name}{"\\n"}{end}')
  while read -r uid claim; do
    [ -n "$uid" ] || continue
    printf '%s\\n' "$held" | grep -qxF -e "Completed $uid" && continue
    echo "backup $name does not hold claim $claim of namespace $namespace: nothing was replaced. Its pod may be excluded by an annotation (backup.velero.io/backup-volumes-excludes), or no node agent runs on its node; mend that and run this again" >&2
    left=1
  done <<CLAIMS
$claims
CLAIMS
done
[ "$left" = 0 ] || exit 1
# The other cluster learns of a backup when it next looks into the bucket.
tries=0
until kubectl --context "$${to}" --namespace "$VELERO_NAMESPACE" get backups.velero.io "$name" >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -le 60 ] || { echo "backup $name does not show up at the other side" >&2; exit 1; }
  sleep 10
done
`;

/** Files go into new volumes only (https://velero.io/docs/main/restore-reference/, read 2026-11-27): what is there from an earlier copy goes first. */
const restore = (to: string) => `for namespace in $(each); do
  kubectl --context "$${to}" delete namespace "$namespace" --ignore-not-found
done
velero --kubecontext "$${to}" --namespace "$VELERO_NAMESPACE" restore create "$name" --from-backup "$name" --wait
phase=$(kubectl --context "$${to}" --namespace "$VELERO_NAMESPACE" get restores.velero.io "$name" -o 'jsonpath={.status.phase}')
[ "$phase" = Completed ] || { echo "restore $name ended as $phase" >&2; exit 1; }
unmount_all "$${to}"
`;

/** Scripts of one cluster, by path. They need kubectl, velero, sort and diff, and contexts of both clusters. */
export function clusterScripts(context: KindContext): Record<string, string> {
  const { slug, component, source, target } = context;
  const settings = needs(...CONTEXTS, "NAMESPACES", "VELERO_NAMESPACE", "MOUNT_IMAGE");
  const separate = apart((side) => `$${side}_CONTEXT`, "cluster");
  const script = (what: string, guard = "") =>
    `${scriptHead(`${component.id}: ${what}`)}${settings}\n\n${guard}${CLUSTER}${separate}apart\n`;
  return {
    [`scripts/${slug}/env.example`]: `# Copy to "env" beside this file and fill in. Credentials stay in the kubeconfig of whoever runs the scripts.
# Contexts of the clusters at ${source.title} and ${target.title}, as kubectl knows them.
SOURCE_CONTEXT=''
TARGET_CONTEXT=''
# Namespaces of the application, with commas between them.
NAMESPACES=''
VELERO_NAMESPACE=${quoted("velero")}
# An image with a \`sleep\` that both clusters may pull: it mounts volumes that nothing mounts while they are backed up.
MOUNT_IMAGE=${quoted("busybox:stable")}
`,
    [`scripts/${slug}/copy.sh`]: `${script("what runs and what its volumes hold, from the source to the target; the namespaces there are replaced", writesOver("target"))}${EACH}${MOUNTS}${backup("SOURCE_CONTEXT", "TARGET_CONTEXT", "exeat")}${restore("TARGET_CONTEXT")}`,
    [`scripts/${slug}/reverse.sh`]: `${script("a backup of the target, until the source sees it; nothing is changed at the source")}${EACH}${MOUNTS}${backup("TARGET_CONTEXT", "SOURCE_CONTEXT", "exeat-back")}`,
    [`scripts/${slug}/return.sh`]: `${script("the way back: a backup of the target, and the namespaces at the source are replaced by it", writesOver("source"))}${EACH}${MOUNTS}${backup("TARGET_CONTEXT", "SOURCE_CONTEXT", "exeat-back")}${restore("SOURCE_CONTEXT")}`,
    [`scripts/${slug}/compare.sh`]: `${script("every object of the namespaces by kind and name, on both sides")}${EACH}filled "$SOURCE_CONTEXT" 'Nothing is proven'
for side in source target; do
  case $side in source) context=$SOURCE_CONTEXT ;; *) context=$TARGET_CONTEXT ;; esac
  : > "$here/$side.unsorted"
  for namespace in $(each); do
    # Names only: nothing that a secret holds is written down. A failed question must not look like an empty answer.
    found=$(kubectl --context "$context" --namespace "$namespace" get "$kinds" --output name)
    printf '%s\\n' "$found" | sed "s|^|$namespace |" >> "$here/$side.unsorted"
  done
  LC_ALL=C sort "$here/$side.unsorted" > "$here/$side.objects"
  rm "$here/$side.unsorted"
done
diff "$here/source.objects" "$here/target.objects"
`,
    ...switchedScript(context),
  };
}
