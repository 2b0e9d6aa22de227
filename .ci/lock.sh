#!/bin/sh
# Writes requirements/*.lock from pyproject.toml: every version with the hashes of its files, for
# every Python from 3.11 on, and no address, so that any mirror will do.
# Arguments: uv, then options for it such as --upgrade.
set -eu
uv=$1
shift

compile() {
    name=$1
    shift
    echo "requirements/$name.lock"
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --output-file "requirements/$name.lock" "$@"
}

compile run pyproject.toml "$@"
compile dev pyproject.toml --group test --group check "$@"
for group in installer build node; do
    compile "$group" --group "$group" "$@"
done
