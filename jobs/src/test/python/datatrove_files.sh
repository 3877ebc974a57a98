#!/bin/sh
# Checks duplicate detection against the datatrove package from a throw-away environment.
# Usage: datatrove_files.sh BABELMILL DOCS.jsonl[.gz] WORK. Without Python 3 or the package index it says so and ends with 0.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
if ! command -v python3 >/dev/null 2>&1; then
  echo "skipped: checking against datatrove: no python3"
  exit 0
fi
environment=${BABELMILL_DATATROVE_ENVIRONMENT:-$here/../../../target/datatrove}
if [ ! -x "$environment/bin/python" ]; then
  if ! python3 -m venv "$environment"; then
    echo "skipped: checking against datatrove: python3 has no venv"
    exit 0
  fi
  if ! "$environment/bin/pip" install -q datatrove==0.10.0 numpy regex tokenizers 'xxhash<4'; then
    rm -rf "$environment"
    echo "skipped: checking against datatrove: the package index cannot be reached"
    exit 0
  fi
fi
status=0
"$environment/bin/python" "$here/datatrove_files.py" "$@" || status=$?
[ "$status" -eq 77 ] && status=0
exit "$status"
