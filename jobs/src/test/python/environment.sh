#!/bin/sh
# Makes an environment with the packages of clients.sh and prints its Python; prints nothing, and says why, where that
# cannot be. PyTorch is tried within a time limit: first its build for CPUs, then the package index's.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
environment=${BABELMILL_PYTHON_ENVIRONMENT:-$here/../../../target/python}
skip() {
  echo "skipped: Python clients: $1" >&2
  exit 0
}
python=$environment/bin/python
if [ ! -x "$python" ]; then
  command -v python3 >/dev/null 2>&1 || skip "no python3"
  python3 -m venv "$environment" >&2 || skip "python3 has no venv"
fi
if ! "$python" -c "import datasets, duckdb, numpy, polars, pyarrow, zstandard" 2>/dev/null; then
  "$python" -m pip install -q --disable-pip-version-check pyarrow datasets duckdb polars numpy zstandard >&2 \
    || skip "the package index cannot be reached"
fi
if [ "${BABELMILL_WITH_TORCH:-yes}" != no ] && ! "$python" -c "import torch" 2>/dev/null; then
  timeout 60 "$python" -m pip install -q --disable-pip-version-check --retries 0 --timeout 10 \
    --index-url https://download.pytorch.org/whl/cpu torch >/dev/null 2>&1 \
    || timeout "${BABELMILL_TORCH_SECONDS:-150}" "$python" -m pip install -q --disable-pip-version-check torch >&2 \
    || echo "PyTorch cannot be installed in time; its DataLoader is left out" >&2
fi
echo "$python"
