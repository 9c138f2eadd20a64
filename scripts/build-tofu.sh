#!/usr/bin/env bash
# Builds OpenTofu, the engine of the engine laws, from the Go module proxy into
# ${XDG_CACHE_HOME:-$HOME/.cache}/exeat/tofu/<version>/tofu and prints that path. Needs Go only (1.21
# or newer: it fetches the toolchain that OpenTofu asks for through the same proxy); about 5 minutes on 2 cores, then
# never again: the folder is keyed by version.
# `go install …@v1.12.6` is refused (OpenTofu's go.mod has a replace), a module of one's own that repeats it is not.
set -euo pipefail

version=1.12.6
target="${XDG_CACHE_HOME:-$HOME/.cache}/exeat/tofu/$version/tofu"

if [ -x "$target" ] && "$target" version 2>/dev/null | grep -q "v$version"; then
  echo "$target"
  exit 0
fi
command -v go >/dev/null || { echo "build-tofu: Go is not on the PATH; install Go 1.21 or newer" >&2; exit 2; }

work="$(mktemp -d)"
trap 'chmod -R u+w "$work" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
cat >go.mod <<MOD
module opentofu
go 1.26.6
require github.com/opentofu/opentofu v$version
replace github.com/hashicorp/hcl/v2 v2.20.1 => github.com/opentofu/hcl/v2 v2.20.2-0.20251021132045-587d123c2828
tool github.com/opentofu/opentofu/cmd/tofu
MOD
echo "build-tofu: building OpenTofu $version, about 5 minutes on 2 cores" >&2
go mod tidy >&2
go build -trimpath -ldflags "-s -w" -o tofu github.com/opentofu/opentofu/cmd/tofu >&2
./tofu version >&2
mkdir -p "$(dirname "$target")"
# Into place in one step: two runs at once do not see half a binary.
cp tofu "$target.$$" && chmod 755 "$target.$$" && mv -f "$target.$$" "$target"
echo "$target"
