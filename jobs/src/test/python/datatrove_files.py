"""Checks duplicate detection against datatrove itself.

usage: datatrove_files.py BABELMILL DOCS.jsonl[.gz] WORK

1. datatrove's bucket and cluster stages read our .sig files and must remove what we remove.
2. datatrove's signature stage signs the same documents; `babelmill datatrove --compare` must find every record the same.
Words are cut by white space, and at every character of scripts without spaces: datatrove's own word tokenizers are models of
other packages. Exit code 77 where datatrove is not installed.
"""

import glob
import os
import re
import shutil
import subprocess
import sys

try:
    from datatrove.data import Document
    from datatrove.pipeline.dedup import minhash
    from datatrove.pipeline.dedup.minhash import (
        MinhashConfig,
        MinhashDedupBuckets,
        MinhashDedupCluster,
        MinhashDedupSignature,
    )
except ImportError as missing:
    print(f"skipped: checking against datatrove: {missing}")
    sys.exit(77)

import gzip
import json

ALONE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003134f]"
)


class Words:
    """Tokens by white space, characters of scripts without spaces alone."""

    def word_tokenize(self, text):
        return ALONE.sub(lambda m: f" {m.group()} ", text).split()


def documents(path):
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            yield Document(text=fields["text"], id=fields["id"])


def later_stages(folder):
    config = MinhashConfig()
    for band in range(config.num_buckets):
        MinhashDedupBuckets(f"{folder}/signatures", f"{folder}/buckets", config=config).run(
            rank=band, world_size=config.num_buckets
        )
    MinhashDedupCluster(
        f"{folder}/buckets", f"{folder}/remove_ids", config=config, save_cluster_size=True
    ).run(None, 0, 1)


def main():
    babelmill, docs, work = sys.argv[1:4]
    shutil.rmtree(work, ignore_errors=True)
    ours, mixed, theirs = f"{work}/ours", f"{work}/mixed", f"{work}/theirs"
    command = [babelmill, "datatrove", "--input", docs, "--output", ours]
    subprocess.run(command, check=True)
    shutil.copytree(f"{ours}/signatures", f"{mixed}/signatures")
    later_stages(mixed)
    for path in sorted(glob.glob(f"{ours}/remove_ids/*")):
        other = f"{mixed}/remove_ids/{os.path.basename(path)}"
        with open(path, "rb") as one, open(other, "rb") as two:
            same = one.read() == two.read()
        print(f"{os.path.basename(path)} of datatrove's later stages over our signatures: {'same' if same else 'DIFFERENT'}")
        if not same:
            sys.exit(1)
    minhash.load_word_tokenizer = lambda language: Words()
    MinhashDedupSignature(f"{theirs}/signatures", config=MinhashConfig()).run(documents(docs), 0, 1)
    later_stages(theirs)
    sys.exit(subprocess.run([*command, "--compare", theirs]).returncode)


if __name__ == "__main__":
    main()
