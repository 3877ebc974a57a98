"""How fast datatrove's Gopher filters measure texts, for the ratio to SignalCost on one machine.

usage: datatrove_speed.py TEXTS.jsonl.gz [ROUNDS]

Prints milliseconds of CPU time a text, the median of the rounds, for the texts of 2 to 12 kB that SignalCost takes. Every
threshold is set so that none is crossed: a filter that stops at its first reason would leave the rest unmeasured. Words are
cut at white space, which is faster than the tokenizers that datatrove would load. Needs datatrove 0.10.0.
"""

import gzip
import json
import statistics
import sys
import time

from datatrove.data import Document
from datatrove.pipeline.filters import (
    fineweb_quality_filter,
    gopher_quality_filter,
    gopher_repetition_filter,
)
from datatrove.pipeline.filters.fineweb_quality_filter import FineWebQualityFilter
from datatrove.pipeline.filters.gopher_quality_filter import GopherQualityFilter
from datatrove.pipeline.filters.gopher_repetition_filter import GopherRepetitionFilter

NEVER = 1e9


def filters():
    for module in (fineweb_quality_filter, gopher_quality_filter, gopher_repetition_filter):
        module.split_into_words = lambda text, language: text.split()
    yield "Gopher repetition", GopherRepetitionFilter(
        dup_line_frac=NEVER,
        dup_para_frac=NEVER,
        dup_line_char_frac=NEVER,
        dup_para_char_frac=NEVER,
        top_n_grams=tuple((n, NEVER) for n in range(2, 5)),
        dup_n_grams=tuple((n, NEVER) for n in range(5, 11)),
    )
    yield "Gopher quality", GopherQualityFilter(
        min_doc_words=-1,
        max_doc_words=NEVER,
        min_avg_word_length=-1,
        max_avg_word_length=NEVER,
        max_symbol_word_ratio=NEVER,
        max_bullet_lines_ratio=NEVER,
        max_ellipsis_lines_ratio=NEVER,
        max_non_alpha_words_ratio=-1,
        min_stop_words=-1,
    )
    yield "FineWeb quality", FineWebQualityFilter(
        line_punct_thr=-1,
        line_punct_exclude_zero=False,
        short_line_thr=NEVER,
        short_line_length=30,
        char_duplicates_ratio=NEVER,
        new_line_ratio=NEVER,
    )


def documents(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line).get("text") or ""
            if 2000 <= len(text.encode("utf-8")) <= 12000:
                yield Document(text=text, id="")


def main():
    texts = list(documents(sys.argv[1]))
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    size = sum(len(text.text.encode("utf-8")) for text in texts)
    print(f"{len(texts)} texts of {size / len(texts):.0f} bytes on average")
    for name, measured in filters():
        millis = []
        for _ in range(rounds):
            start = time.process_time()
            passed = sum(measured.filter(text) is True for text in texts)
            millis.append((time.process_time() - start) * 1000 / len(texts))
        if passed != len(texts):
            sys.exit(f"{name}: {len(texts) - passed} texts were not measured to the end")
        print(f"{name:<20} {statistics.median(millis):8.4f} ms")


if __name__ == "__main__":
    main()
