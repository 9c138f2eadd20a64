import type { KindContext } from "./kind-planner.ts";
import { needs, quoted, scriptHead } from "./script.ts";

const CONTEXTS = ["SOURCE_CONTEXT", "TARGET_CONTEXT"] as const;

/** Backs up in one cluster and restores in the other; Velero waits for its own end and says whether anything failed. */
const moved = (from: string, to: string, mark: string) => `name=${mark}-$(date -u +%Y%m%d%H%M%S)
velero --kubecontext "$${from}" backup create "$name" --include-namespaces "$NAMESPACES" \\
  --default-volumes-to-fs-backup --snapshot-volumes=false --wait
phase=$(kubectl --context "$${from}" --namespace "$VELERO_NAMESPACE" get backups.velero.io "$name" -o 'jsonpath={.status.phase}')
[ "$phase" = Completed ] || { echo "backup $name ended as $phase" >&2; exit 1; }
# The other cluster learns of a backup when it next looks into the bucket.
tries=0
until kubectl --context "$${to}" --namespace "$VELERO_NAMESPACE" get backups.velero.io "$name" >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -le 60 ] || { echo "backup $name does not show up at the other side" >&2; exit 1; }
  sleep 10
done
velero --kubecontext "$${to}" restore create "$name" --from-backup "$name" --existing-resource-policy update --wait
phase=$(kubectl --context "$${to}" --namespace "$VELERO_NAMESPACE" get restores.velero.io "$name" -o 'jsonpath={.status.phase}')
[ "$phase" = Completed ] || { echo "restore $name ended as $phase" >&2; exit 1; }
`;

/** Scripts of one cluster, by path. They need kubectl, velero, sort and diff, and contexts of both clusters. */
export function clusterScripts({ slug, component, source, target }: KindContext): Record<string, string> {
  const settings = needs(...CONTEXTS, "NAMESPACES", "VELERO_NAMESPACE");
  const script = (what: string) => `${scriptHead(`${component.id}: ${what}`)}${settings}\n\n`;
  return {
    [`scripts/${slug}/env.example`]: `# Copy to "env" beside this file and fill in. Credentials stay in the kubeconfig of whoever runs the scripts.
# Contexts of the clusters at ${source.title} and ${target.title}, as kubectl knows them.
SOURCE_CONTEXT=''
TARGET_CONTEXT=''
# Namespaces of the application, with commas between them.
NAMESPACES=''
VELERO_NAMESPACE=${quoted("velero")}
`,
    [`scripts/${slug}/copy.sh`]: `${script("what runs and what its volumes hold, from the source to the target")}${moved("SOURCE_CONTEXT", "TARGET_CONTEXT", "exeat")}`,
    [`scripts/${slug}/reverse.sh`]: `${script("what runs and what its volumes hold, from the target back to the source")}${moved("TARGET_CONTEXT", "SOURCE_CONTEXT", "exeat-back")}`,
    [`scripts/${slug}/compare.sh`]: `${script("every object of the namespaces by kind and name, on both sides")}kinds=deployments,statefulsets,daemonsets,cronjobs,services,ingresses,configmaps,secrets,persistentvolumeclaims,serviceaccounts,networkpolicies
for side in source target; do
  case $side in source) context=$SOURCE_CONTEXT ;; *) context=$TARGET_CONTEXT ;; esac
  : > "$here/$side.unsorted"
  for namespace in $(printf '%s' "$NAMESPACES" | tr ',' ' '); do
    # Names only: nothing that a secret holds is written down. A failed question must not look like an empty answer.
    found=$(kubectl --context "$context" --namespace "$namespace" get "$kinds" --output name)
    printf '%s\\n' "$found" | sed "s|^|$namespace |" >> "$here/$side.unsorted"
  done
  LC_ALL=C sort "$here/$side.unsorted" > "$here/$side.objects"
  rm "$here/$side.unsorted"
done
diff "$here/source.objects" "$here/target.objects"
`,
  };
}
