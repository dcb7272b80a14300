#!/usr/bin/env bash
# Installs what the host's tests need from Debian: Redis and PostgreSQL for queue mode, Chromium for
# the browser. Does nothing if all is there. Starts no service: the tests run their own.
set -euo pipefail

declare -A programs=(
	[redis-server]=/usr/bin/redis-server
	[postgresql]='/usr/lib/postgresql/*/bin/initdb'
	[chromium]=/usr/bin/chromium
)

missing=()
for package in redis-server postgresql chromium; do
	compgen -G "${programs[$package]}" >/dev/null || missing+=("$package")
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
