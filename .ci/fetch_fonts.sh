#!/bin/sh
# Fetches the npm packages of package-lock.json, with the machine's npm, or without one with the
# npm inside the Python wheel of Node, kept apart in build/node: it is 200 MB and only needed here.
# Arguments: the folder of the virtual environment.
set -eu
venv=$1

if ! command -v npm >/dev/null 2>&1 || ! command -v node >/dev/null 2>&1; then
    if [ ! -x build/node/bin/npm ]; then
        echo "There is no npm on this machine; fetching one into build/node."
        "$venv/bin/uv" --quiet venv --clear --python "$venv/bin/python" build/node
        "$venv/bin/uv" --quiet pip sync --python build/node/bin/python \
            --require-hashes requirements/node.lock
    fi
    PATH="$PWD/build/node/bin:$PATH"
    export PATH
fi
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
