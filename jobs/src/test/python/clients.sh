#!/bin/sh
# Reads what this program writes with the programs that people use. Run after the build: clients.sh [RUN], with a finished
# run, or without one for the sample, which is made first.
#   shards: pyarrow, datasets (streaming and not), DuckDB, polars, a PyTorch DataLoader with two workers: same rows and order
#   mixture files: Megatron, OLMo-core, MosaicML Streaming and datasets, each by its own library
#   croissant.json: mlcroissant
#   tokens: numpy, and Megatron's own reader
#   bench/trainer: a few steps of training through the mixture, and the read rates
# BABELMILL_READERS_ONLY=yes ends after the shards: the rest takes minutes.
# Packages come from the package index; without Python 3 or the index it says so and ends with 0 (environment.sh tells more).
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
babelmill=$here/../../../target/babelmill/bin/babelmill
trainer=$here/../../../../bench/trainer
if [ ! -x "$babelmill" ]; then
  echo "clients.sh: no distribution; build it first: ./mvnw -DskipTests package" >&2
  exit 2
fi
python=$("$here/environment.sh" clients)
if [ -z "$python" ]; then
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Runs the program and shows what it printed where it fails.
quietly() {
  status=0
  "$babelmill" "$@" >"$work/log" 2>&1 || status=$?
  # The sample has a file that breaks off: 3.
  if [ "$status" -ne 0 ] && { [ "$status" -ne 3 ] || [ "$1" != sample ]; }; then
    cat "$work/log" >&2
    exit 1
  fi
}

run=${1:-$work/sample}
if [ $# -eq 0 ]; then
  quietly sample --out "$run"
fi
if [ "${BABELMILL_WITH_TORCH:-yes}" = no ]; then everyone=; else everyone=--all-clients; fi
"$python" "$here/read_shards.py" "$run/shards" $everyone
if [ "${BABELMILL_READERS_ONLY:-no}" = yes ]; then
  echo "skipped: mixtures, tokens and training, as BABELMILL_READERS_ONLY says"
  exit 0
fi

quietly mixture "$run" --recipe "$here/recipe.yaml" --steps 1000 --tokenised "$work/tokens" \
  --for megatron,nemo,olmo,levanter,nanotron,mosaicml,huggingface --output "$work/mixture" --master 'local[1]'
"$python" "$here/parse_mixtures.py" "$work/mixture" "$run/shards" huggingface
"$python" "$here/read_megatron.py" --write-tokenizer "$work/tokenizer.json"
quietly tokenise "$run" --tokenizer "$work/tokenizer.json" --end '<end>' --output "$work/tokens" --master 'local[1]'
"$python" "$here/read_megatron.py" "$work/tokens"
quietly jsonl "$run" --output "$work/jsonl" --master 'local[1]'
"$python" "$trainer/read_rate.py" "$run/shards" "$work/jsonl"

if [ "${BABELMILL_WITH_TORCH:-yes}" = no ]; then
  echo "skipped: PyTorch and the trainers' libraries, as BABELMILL_WITH_TORCH says"
  exit 0
fi
"$python" "$trainer/train.py" "$run/shards" "$work/mixture/mixture.json" --steps 10 --stage 1 --device cpu
trainers=$("$here/environment.sh" trainers)
"$trainers" -W ignore "$here/parse_mixtures.py" "$work/mixture" "$run/shards" megatron,nemo,olmo,mosaicml
"$trainers" -W ignore "$here/read_megatron.py" "$work/tokens"
"$trainers" -W ignore "$here/read_croissant.py" "$run/shards"
echo "every client reads what is written"
