"""Reads what `babelmill tokenise` wrote, with numpy by the documented layout and with Megatron itself where it is installed.

    python3 read_megatron.py DIR
    python3 read_megatron.py --write-tokenizer tokenizer.json

The second writes a tokenizer of bytes, to have one. Prints documents, tokens and the sum of all tokens of each data set; exit code 1 when a file is not as it should be.
"""

import glob
import json
import os
import sys

import numpy as np

TYPES = {1: np.uint8, 2: np.int8, 3: np.int16, 4: np.int32, 5: np.int64, 8: np.uint16}


def read(prefix):
    """The documents of a data set as arrays, memory-mapped."""
    with open(prefix + ".idx", "rb") as index:
        assert index.read(9) == b"MMIDIDX\x00\x00", "magic"
        assert np.frombuffer(index.read(8), "<u8")[0] == 1, "version"
        kind = TYPES[index.read(1)[0]]
        sequences, ends = np.frombuffer(index.read(16), "<u8").astype(int)
        lengths = np.frombuffer(index.read(4 * sequences), "<i4")
        pointers = np.frombuffer(index.read(8 * sequences), "<i8")
        documents = np.frombuffer(index.read(8 * ends), "<i8")
        assert index.read(1) == b"", "nothing after the index"
    size = np.dtype(kind).itemsize
    tokens = np.memmap(prefix + ".bin", kind, "r") if os.path.getsize(prefix + ".bin") else np.empty(0, kind)
    assert ends == sequences + 1 and np.array_equal(documents, np.arange(ends)), "a document is a sequence"
    assert np.array_equal(pointers, np.concatenate([[0], np.cumsum(lengths[:-1], dtype=np.int64) * size])), "pointers"
    assert lengths.sum(dtype=np.int64) == len(tokens), "tokens"
    return [tokens[p // size : p // size + n] for p, n in zip(pointers, lengths)]


def check_with_megatron(prefix, documents):
    from megatron.core.datasets.indexed_dataset import IndexedDataset

    dataset = IndexedDataset(prefix)
    assert len(dataset) == len(documents), "Megatron counts the same documents"
    assert all(np.array_equal(dataset[i], d) for i, d in enumerate(documents)), "Megatron reads the same tokens"


def write_tokenizer(file):
    """A token a byte, the byte plus one; 0 is <end>."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = iter(range(0x100, 0x200))
    letters = [chr(b if b in printable else next(others)) for b in range(256)]
    end = {"id": 0, "content": "<end>", "single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
    tokenizer = {
        "version": "1.0",
        "added_tokens": [{**end, "special": True}],
        "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": False, "use_regex": False},
        "model": {"type": "BPE", "vocab": {"<end>": 0, **{c: b + 1 for b, c in enumerate(letters)}}, "merges": []},
    }
    with open(file, "w", encoding="utf-8") as out:
        json.dump(tokenizer, out)


def main(folder):
    indexes = sorted(glob.glob(os.path.join(folder, "*_text_document.idx")))
    if not indexes:
        print(f"{folder}: no data sets")
        return 1
    for index in indexes:
        prefix = index.removesuffix(".idx")
        name = os.path.basename(prefix).removesuffix("_text_document")
        try:
            documents = read(prefix)
            count = sum(len(d) for d in documents)
            total = sum(int(d.sum(dtype=np.int64)) for d in documents)
            print(f"{name}: {len(documents)} documents, {count} tokens, sum {total}")
            check_with_megatron(prefix, documents)
        except ImportError as missing:
            print(f"{name}: Megatron itself skipped, {missing.name} is not installed")
        except AssertionError as wrong:
            print(f"{name}: FAILED: {wrong}")
            return 1
    print("read by numpy as documented")
    return 0


if __name__ == "__main__":
    if sys.argv[1] == "--write-tokenizer":
        write_tokenizer(sys.argv[2])
    else:
        sys.exit(main(sys.argv[1]))
