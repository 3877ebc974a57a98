"""Validates a release's Croissant with mlcroissant, and reads rows by it.

    python3 read_croissant.py SHARDS

Prints how many rows of each split it read; exit code 1 when mlcroissant finds an error or a warning, or reads another
document than the files hold first.
"""

import glob
import itertools
import os
import sys

import mlcroissant
import pyarrow.parquet as pq

MOST_ROWS = 100


def main(shards):
    dataset = mlcroissant.Dataset(jsonld=os.path.join(shards, "croissant.json"))
    issues = dataset.metadata.ctx.issues
    failed = bool(issues.errors or issues.warnings)
    if failed:
        print(issues.report())
    for split in [row["splits/name"] for row in dataset.records(record_set="splits")]:
        rows = list(itertools.islice(dataset.records(record_set=split), MOST_ROWS))
        folder = "removed" if split == "removed" else "data"
        first = sorted(glob.glob(os.path.join(shards, folder, "*", split + "-*.parquet")))[0]
        wanted = pq.read_table(first, columns=["id"]).column(0)[0].as_py()
        print(f"croissant: {split}: {len(rows)} rows, the first is {rows[0][split + '/id'].decode()}")
        failed |= rows[0][split + "/id"].decode() != wanted
    print("refused" if failed else "mlcroissant takes the description and reads by it")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].rstrip("/")))
