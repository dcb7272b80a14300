#!/usr/bin/env bash
# Installs Debian packages that the host's tests need, those that are named:
#   compiler: to build n8n's database; chromium: for the browser; redis postgresql: for queue mode
# Does nothing if all is there. Starts no service: the tests run their own.
set -euo pipefail

declare -A programs=(
	[g++]='g++'
	[make]='make'
	[python3]='python3'
	[chromium]='/usr/bin/chromium'
	[redis-server]='/usr/bin/redis-server'
	[postgresql]='/usr/lib/postgresql/*/bin/initdb'
)
declare -A groups=(
	[compiler]='g++ make python3'
	[chromium]='chromium'
	[redis]='redis-server'
	[postgresql]='postgresql'
)

is_there() {
	compgen -G "${programs[$1]}" >/dev/null || command -v "${programs[$1]}" >/dev/null
}

missing=()
for group in "$@"; do
	for package in ${groups[$group]}; do
		is_there "$package" || missing+=("$package")
	done
done
if [ ${#missing[@]} -eq 0 ]; then
	exit 0
fi

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
	echo "host: missing ${missing[*]}. On Debian: sudo apt-get install ${missing[*]}" >&2
	exit 1
fi

# Debian starts a service as soon as it is installed, unless this says no.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
	trap 'rm -f "$policy"' EXIT
	printf '#!/bin/sh\nexit 101\n' >"$policy"
	chmod +x "$policy"
fi

echo "host: installing ${missing[*]} ..." >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
echo "host: installed ${missing[*]}" >&2
