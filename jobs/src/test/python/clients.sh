#!/bin/sh
# Reads what this program writes with the clients that people use: the sample's shards with pyarrow, datasets, DuckDB, polars
# and a PyTorch DataLoader, its tokens with numpy. Run after the build: clients.sh. The packages come from the package
# index into target/python, which is kept; without Python 3 or the index it says so and ends with 0.
# BABELMILL_PYTHON_ENVIRONMENT names another environment, BABELMILL_WITH_TORCH=no leaves PyTorch out, which is large.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
target=$here/../../../target
babelmill=$target/babelmill/bin/babelmill
if [ ! -x "$babelmill" ]; then
  echo "clients.sh: no distribution; build it first: ./mvnw -DskipTests package" >&2
  exit 2
fi
python=$("$here/environment.sh")
if [ -z "$python" ]; then
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
"$babelmill" sample --out "$work/sample" >"$work/log" 2>&1 || status=$?
# The sample has a file that breaks off: 3.
if [ "$status" -ne 0 ] && [ "$status" -ne 3 ]; then
  cat "$work/log" >&2
  exit 1
fi
"$python" "$here/read_shards.py" "$work/sample/shards"
"$python" "$here/read_megatron.py" --write-tokenizer "$work/tokenizer.json"
"$babelmill" tokenise "$work/sample" --tokenizer "$work/tokenizer.json" --end '<end>' --output "$work/tokens" >"$work/log" 2>&1 || {
  cat "$work/log" >&2
  exit 1
}
"$python" "$here/read_megatron.py" "$work/tokens"
