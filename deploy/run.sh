#!/usr/bin/env bash
# Start two processes of the dashboard and nginx before them: deploy/run.sh [PORT [ATLAS_FOLDER]] [OPTIONS]
# PORT is nginx's; the processes take the two ports after it. OPTIONS, such as --embed self, are those of `atlas serve`.
# Needs nginx, and `make run` or `make test` done once.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
atlas="${ATLAS_COMMAND:-$here/../.venv/bin/atlas}"
port=8500
if [[ "${1:-}" =~ ^[0-9]+$ ]]; then port="$1" && shift; fi
work="$(mktemp -d)"
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$work"' EXIT
trap 'exit 0' INT TERM

for number in 1 2; do
  "$atlas" serve "$@" --port "$((port + number))" &
done

sed -e "s|\${ATLAS_PORT}|127.0.0.1:$port|" -e "s|\${ATLAS_CACHE}|$work/cache|" \
  -e "s|\${ATLAS_FIRST}|127.0.0.1:$((port + 1))|" -e "s|\${ATLAS_SECOND}|127.0.0.1:$((port + 2))|" \
  "$here/atlas.conf.template" > "$work/atlas.conf"
for kind in client_body proxy fastcgi uwsgi scgi; do echo "${kind}_temp_path $work/$kind;"; done > "$work/paths.conf"
# Started by root, nginx would do its work as another user, who may not write here.
user="$([ "$(id -u)" = 0 ] && echo "user root;" || true)"
cat > "$work/nginx.conf" <<CONF
$user
daemon off;
pid $work/pid;
error_log stderr warn;
events {}
http {
  access_log off;
  include $work/paths.conf;
  include $work/atlas.conf;
}
CONF
nginx -p "$work" -e stderr -c "$work/nginx.conf" &
echo "http://127.0.0.1:$port"
wait
