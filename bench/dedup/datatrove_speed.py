"""How fast datatrove signs texts, for the ratio to SignatureSpeed on one machine.

usage: datatrove_speed.py DOCS.jsonl[.gz] [LANG]

Prints MB of UTF-8 a second of CPU time, best of three, for simplification, shingles, hashes and the 112 minima; no file is
written. Words are cut at white space, which is faster than the tokenizers that datatrove would load. Needs datatrove 0.10.0.
"""

import gzip
import json
import sys
import time

from datatrove.pipeline.dedup import minhash
from datatrove.pipeline.dedup.minhash import MinhashConfig, MinhashDedupSignature


class Words:
    def word_tokenize(self, text):
        return text.split()


def texts(path, language):
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            if language in ("", fields.get("lang")):
                yield fields["text"]


def main():
    minhash.load_word_tokenizer = lambda language: Words()
    signer = MinhashDedupSignature("/dev/null", config=MinhashConfig())
    documents = list(texts(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""))
    size = sum(len(text.encode("utf-8")) for text in documents)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for text in documents:
            shingles = signer.get_shingles(text)
            if shingles.size:
                signer.get_signature(shingles)
        best = min(best, time.process_time() - start)
    print(f"{len(documents)} documents, {size / 1e6:.1f} MB: {size / 1e6 / best:.2f} MB/s")


if __name__ == "__main__":
    main()
