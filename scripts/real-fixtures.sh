#!/usr/bin/env bash
# Makes the plans and the states of test/fixtures/real again: the real AWS provider against a local emulator of the
# AWS API, nothing leaves the machine. Writes plan.json (nothing exists yet), plan-noop.json (all exists, nothing to
# do), state.tfstate.json and show.json; ids, timestamps and the lineage are made stable. About 6 minutes.
#
# Wants: TERRAFORM   an engine, `terraform` or `tofu` (default: the first on the PATH)
#        AWS_PROVIDER folder with a binary of the AWS provider 5.x, or a provider mirror that holds it
#        MOTO_PYTHON a Python that has the emulator (default: python3; `pip install 'moto[server]'`)
set -euo pipefail
cd "$(dirname "$0")/.."
estate="$PWD/test/fixtures/real"

missing() {
  echo "real-fixtures: $1" >&2
  exit 2
}
engine="${TERRAFORM:-$(command -v terraform || command -v tofu || true)}"
python="${MOTO_PYTHON:-python3}"
[ -n "$engine" ] || missing "no terraform and no tofu on the PATH; name one in TERRAFORM"
"$python" -c "import moto.server" 2>/dev/null || missing "$python has no moto; name a Python that has it in MOTO_PYTHON"
command -v jq >/dev/null || missing "jq is not on the PATH"
[ -n "${AWS_PROVIDER:-}" ] || missing "name the folder of the AWS provider's binary in AWS_PROVIDER"
binary="$(find "$AWS_PROVIDER" -name 'terraform-provider-aws*' -type f | head -1)"
[ -n "$binary" ] || missing "no terraform-provider-aws below $AWS_PROVIDER"

work="$(mktemp -d)"
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

port="${MOTO_PORT:-5599}"
"$python" - "$port" >"$work/moto.log" 2>&1 <<'PY' &
import sys
from moto.rds.models import DBParameterGroup
from moto.server import main

# The provider only reads parameters that say where they come from, and moto does not say it.
update = DBParameterGroup.update_parameters
DBParameterGroup.update_parameters = lambda self, new: update(self, [{**p, "Source": "user"} for p in new])
main(["-H", "127.0.0.1", "-p", sys.argv[1]])
PY
server=$!
for _ in $(seq 60); do
  (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
  sleep 0.5
done

mkdir "$work/estate"
cp -r "$estate"/*.tf "$estate"/private-bucket "$work/estate"
version="$(basename "$binary" | sed -n 's/^terraform-provider-aws_v\([0-9.]*\).*/\1/p')"
[ -n "$version" ] || missing "the name of $binary does not carry its version (terraform-provider-aws_v5.100.0)"
system="$(uname -s | tr '[:upper:]' '[:lower:]')_$(uname -m | sed 's/x86_64/amd64/;s/aarch64/arm64/')"
for host in registry.terraform.io registry.opentofu.org; do
  mkdir -p "$work/mirror/$host/hashicorp/aws/$version/$system"
  ln -s "$(realpath "$binary")" "$work/mirror/$host/hashicorp/aws/$version/$system/"
done
printf 'provider_installation {\n  filesystem_mirror {\n    path = "%s/mirror"\n  }\n}\n' "$work" >"$work/engine.rc"
export TF_CLI_CONFIG_FILE="$work/engine.rc" TF_IN_AUTOMATION=1 CHECKPOINT_DISABLE=1 TF_DATA_DIR="$work/data"
export TF_VAR_database_password=not-a-real-password
# The SDK takes an endpoint and keys from here, so the code stays what a user would write.
export AWS_ENDPOINT_URL="http://127.0.0.1:$port" AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none
export AWS_EC2_METADATA_DISABLED=true

cd "$work/estate"
"$engine" init -input=false >"$work/init.log" 2>&1 || { cat "$work/init.log" >&2; exit 1; }
plan() {
  "$engine" plan -input=false -no-color -out="$work/plan" >"$work/plan.log" 2>&1 || { cat "$work/plan.log" >&2; exit 1; }
  "$engine" show -json "$work/plan" >"$1"
}
plan "$work/plan.json"
"$engine" apply -input=false -no-color "$work/plan" >&2
plan "$work/plan-noop.json"
"$engine" show -json >"$work/show.json"
cp terraform.tfstate "$work/state.tfstate.json"

changed="$(jq -r '.resource_changes[] | select(.mode == "managed" and .change.actions != ["no-op"]) | .address' "$work/plan-noop.json")"
if [ -n "$changed" ]; then
  cat "$work/plan.log" >&2
  missing "the emulator does not give back what was applied: the second plan changes $changed"
fi

# Ids in the order of their first appearance become numbers; the same one in every file.
files=(state.tfstate.json plan.json plan-noop.json show.json)
uuid='[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
number=0
(cd "$work" && grep -ohE "\b(vpc|subnet|sg|sgr|rtb|acl|dopt|db)-[0-9A-Za-z]{8,32}\b|$uuid" "${files[@]}") | awk '!seen[$0]++' |
  while read -r id; do
    number=$((number + 1))
    case "$id" in
      *-*-*-*-*) printf 's/%s/00000000-0000-4000-8000-%012d/g\n' "$id" "$number" ;;
      *) printf 's/%s/%s-%017d/g\n' "$id" "${id%%-*}" "$number" ;;
    esac
  done >"$work/stable.sed"
echo 's#registry\.[a-z]*\.[a-z]*/#registry.example/#g' >>"$work/stable.sed"
echo 's/"20[0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-9:.]*\(Z\|+00:00\)"/"2026-01-01T00:00:00Z"/g' >>"$work/stable.sed"
# The engine writes the attributes that matter to a plan in any order.
sorted='if .relevant_attributes then .relevant_attributes |= sort_by([.resource, (.attribute | tostring)]) else . end'
for file in "${files[@]}"; do
  jq --indent 1 "$sorted" "$work/$file" | sed -f "$work/stable.sed" >"$estate/$file"
  ! grep -n "$work" "$estate/$file" || missing "$file holds a path of this machine"
done
echo "real-fixtures: ${files[*]} written with $("$engine" version | head -1) and $(basename "$binary")"
