"""Reads a release with the clients that people use, and compares rows and order.

    python3 read_shards.py DIR [--config NAME] [--all-clients]

DIR is a folder of shards (manifest.json inside); without a name its three largest configurations are read. A client that
is not installed is named and skipped. Exit code 1 when two clients disagree, or with --all-clients when one is missing;
77 when there is nothing to compare.
"""

import argparse
import glob
import hashlib
import json
import os
import sys
import tempfile


def digest(rows):
    """A hash over ids and texts in order, and the number of rows."""
    sha = hashlib.sha256()
    count = 0
    for identifier, text in rows:
        sha.update(identifier.encode("utf-8") + b"\0" + text.encode("utf-8") + b"\0")
        count += 1
    return count, sha.hexdigest()


def with_pyarrow(files):
    import pyarrow.parquet as pq

    for file in files:
        for batch in pq.ParquetFile(file).iter_batches(columns=["id", "text"]):
            yield from zip(batch.column("id").to_pylist(), batch.column("text").to_pylist())


def with_duckdb(files):
    import duckdb

    names = ", ".join("'" + f.replace("'", "''") + "'" for f in files)
    cursor = duckdb.connect().execute(
        f"SELECT id, text FROM read_parquet([{names}], filename=true, file_row_number=true) "
        "ORDER BY filename, file_row_number"
    )
    while rows := cursor.fetchmany(1000):
        yield from rows


def with_polars(files):
    import polars

    yield from polars.read_parquet(files, columns=["id", "text"]).select("id", "text").iter_rows()


def with_datasets(root, config, streaming):
    from datasets import load_dataset

    with tempfile.TemporaryDirectory() as cache:
        rows = load_dataset(root, config, split="train", streaming=streaming, cache_dir=cache)
        for row in rows.select_columns(["id", "text"]) if hasattr(rows, "select_columns") else rows:
            yield row["id"], row["text"]


class RowGroups:
    """Rows of all row groups, dealt out to workers group by group; each row knows its place."""

    def __init__(self, files):
        self.files = files

    def __iter__(self):
        import pyarrow.parquet as pq
        from torch.utils.data import get_worker_info

        worker = get_worker_info()
        number, workers = (worker.id, worker.num_workers) if worker else (0, 1)
        place = 0
        for f, file in enumerate(self.files):
            parquet = pq.ParquetFile(file)
            for g in range(parquet.num_row_groups):
                if place % workers == number:
                    table = parquet.read_row_group(g, columns=["id", "text"]).to_pylist()
                    for r, row in enumerate(table):
                        yield f, g, r, row["id"], row["text"]
                place += 1


def with_torch(files):
    from torch.utils.data import DataLoader, IterableDataset

    class Rows(RowGroups, IterableDataset):
        pass

    loader = DataLoader(Rows(files), batch_size=None, num_workers=2)
    # Workers take turns, so rows come mixed; their places put them in order again.
    for _, _, _, identifier, text in sorted(loader, key=lambda row: row[:3]):
        yield identifier, text


def main(root, wanted, everyone):
    with open(os.path.join(root, "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    rows = {}
    for entry in manifest["files"]:
        if entry["split"] == "train":
            rows[entry["language"]] = rows.get(entry["language"], 0) + entry["rows"]
    configs = [wanted] if wanted else sorted(rows, key=lambda c: (-rows[c], c))[:3]
    failed = False
    compared = 0
    for config in configs:
        files = sorted(glob.glob(os.path.join(root, "data", config, "train-*.parquet")))
        clients = {
            "pyarrow": lambda: with_pyarrow(files),
            "duckdb": lambda: with_duckdb(files),
            "polars": lambda: with_polars(files),
            "datasets": lambda: with_datasets(root, config, False),
            "datasets, streaming": lambda: with_datasets(root, config, True),
            "torch DataLoader, 2 workers": lambda: with_torch(files),
        }
        results = {}
        for name, client in clients.items():
            try:
                results[name] = digest(client())
            except ImportError as missing:
                print(f"{config}: {name}: skipped, {missing.name} is not installed")
                failed |= everyone
        for name, (count, sha) in results.items():
            print(f"{config}: {name}: {count} rows, {sha[:16]}")
            failed |= count != rows[config]
        compared += len(results)
        if len(set(results.values())) > 1:
            failed = True
    if compared < 2:
        print("skipped: no two clients to compare")
        return 77
    print("clients disagree or are missing" if failed else "the same rows in the same order from every client")
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("HF_DATASETS_DISABLE_PROGRESS_BARS", "1")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", metavar="DIR")
    parser.add_argument("--config", metavar="NAME")
    parser.add_argument("--all-clients", action="store_true")
    given = parser.parse_args()
    sys.exit(main(given.root.rstrip("/"), given.config, given.all_clients))
