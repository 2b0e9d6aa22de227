#!/bin/sh
# Runs a command with DATABASE_URL naming a throw-away PostgreSQL: postgres.sh COMMAND [ARGUMENTS].
# With DATABASE_URL already set to a PostgreSQL, that one is used and nothing is started.
# The cluster lives in a folder of its own, listens on one free port of this machine only, and is
# removed at the end, whatever the end is.
set -eu

case "${DATABASE_URL:-}" in
postgres://* | postgresql://*) exec "$@" ;;
esac

initdb=$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
tools=$(dirname "$(readlink -f "${initdb:-$(command -v initdb || echo none)}")")
if [ ! -x "$tools/pg_ctl" ]; then
    echo "PostgreSQL was not found on this machine." >&2
    echo "Install it (apt install postgresql), or name one that runs: DATABASE_URL=postgres://..." >&2
    exit 1
fi

folder=$(mktemp -d)
# PostgreSQL refuses to run as root.
if [ "$(id -u)" = 0 ]; then
    chown postgres: "$folder"
    as_owner() { setpriv --reuid=postgres --regid=postgres --init-groups --reset-env "$@"; }
else
    as_owner() { "$@"; }
fi

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
stop() {
    trap - EXIT INT TERM HUP
    as_owner "$tools/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop >/dev/null 2>&1 || true # it may not have started
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Safe against nothing but quick: what is in it lives as long as this command.
cd "$folder"
as_owner "$tools/initdb" --pgdata="$folder/data" --username=kulisy --auth=trust --encoding=UTF8 \
    --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
as_owner "$tools/pg_ctl" --pgdata="$folder/data" --log="$folder/data/log" --silent --wait start \
    -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=300" \
    >/dev/null || { cat "$folder/data/log" >&2; exit 1; }
as_owner "$tools/createdb" --host="$folder" --port="$port" --username=kulisy kulisy
cd "$OLDPWD"

DATABASE_URL="postgres://kulisy@127.0.0.1:$port/kulisy"
export DATABASE_URL
"$@"
