"""Rates at which shards and the same rows as JSON lines in zstd are read.

    python read_rate.py SHARDS JSONL

JSONL is what `babelmill jsonl SHARDS --output JSONL` wrote. Only id and text are used. Prints megabytes of text a second of
CPU time, the best of three rounds.
"""

import glob
import io
import json
import os
import sys
import time

import pyarrow.parquet as pq
import zstandard


def with_pyarrow(shards, _):
    for file in shards:
        for batch in pq.ParquetFile(file).iter_batches(columns=["id", "text"]):
            for text in batch.column("text").to_pylist():
                yield text


def with_datasets(shards, _):
    from datasets import load_dataset

    rows = load_dataset("parquet", data_files=shards, split="train", streaming=True)
    for row in rows.select_columns(["id", "text"]):
        yield row["text"]


def with_json(_, lines):
    for file in lines:
        with open(file, "rb") as raw:
            for line in io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), encoding="utf-8"):
                yield json.loads(line)["text"]


def main(shards, lines):
    parquet = sorted(glob.glob(os.path.join(shards, "data", "*", "train-*.parquet")))
    jsonl = sorted(glob.glob(os.path.join(lines, "data", "*", "train-*.jsonl.zst")))
    for label, files in (("shards", parquet), ("JSON lines", jsonl)):
        print(f"{label}: {len(files)} files, {sum(map(os.path.getsize, files)):,} bytes")
    for name, client in (("pyarrow", with_pyarrow), ("datasets, streaming", with_datasets), ("JSON lines", with_json)):
        best = 0
        for _ in range(3):
            begun = time.process_time()
            size = sum(len(text.encode("utf-8")) for text in client(parquet, jsonl))
            best = max(best, size / 1e6 / (time.process_time() - begun))
        print(f"{name}: {best:,.0f} MB of text a second of CPU time")


if __name__ == "__main__":
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    main(sys.argv[1], sys.argv[2])
