#!/bin/sh
# Reads a release with pyarrow, datasets, DuckDB, polars and PyTorch from a throw-away environment.
# Usage: read_shards.sh DIR. Without Python 3 or the package index it says so and ends with 0.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
if ! command -v python3 >/dev/null 2>&1; then
  echo "skipped: reading shards with Python clients: no python3"
  exit 0
fi
environment=${BABELMILL_PYTHON_ENVIRONMENT:-$here/../../../target/python}
if [ ! -x "$environment/bin/python" ]; then
  if ! python3 -m venv "$environment"; then
    echo "skipped: reading shards with Python clients: python3 has no venv"
    exit 0
  fi
  if ! "$environment/bin/pip" install -q pyarrow datasets duckdb polars; then
    rm -rf "$environment"
    echo "skipped: reading shards with Python clients: the package index cannot be reached"
    exit 0
  fi
  # PyTorch is large; without it the DataLoader is named as skipped.
  [ "${BABELMILL_WITH_TORCH:-yes}" = no ] || "$environment/bin/pip" install -q torch || true
fi
status=0
"$environment/bin/python" "$here/read_shards.py" "$1" || status=$?
[ "$status" -eq 77 ] && status=0
exit "$status"
