"""Reads the files of a mixture with the libraries that they are for.

    python3 parse_mixtures.py MIXTURE SHARDS

A library that is not installed is named and skipped. Exit code 1 when a file is refused or says something else than the
plan. Packages: megatron-core, ai2-olmo-core, mosaicml-streaming, datasets, pyyaml.
"""

import glob
import json
import os
import sys

import yaml


def close(shares, expected):
    assert set(shares) == set(expected), (shares, expected)
    for name, share in shares.items():
        assert abs(share - expected[name]) < 1e-9, (name, share, expected[name])


def only_language(path):
    return os.path.basename(path.removesuffix("_text_document").removesuffix("/*.npy"))


def megatron(folder, stage, expected):
    from megatron.core.datasets.utils import get_blend_from_list

    with open(stage(folder, "blend", ".txt"), encoding="utf-8") as file:
        prefixes, weights = get_blend_from_list(file.read().split())
    close(dict(zip(map(only_language, prefixes), weights)), expected)
    with open(stage(folder, "per-split", ".json"), encoding="utf-8") as file:
        prefixes, weights = get_blend_from_list(json.load(file)["train"])
    close(dict(zip(map(only_language, prefixes), weights)), expected)


def olmo(folder, stage, expected):
    from olmo_core.data.source_mixture import SourceMixtureList

    sources = SourceMixtureList.from_yaml(stage(folder, "source-mixture", ".yaml"))
    sources.validate()
    close({s.source_name: s.target_ratio for s in sources.sources}, expected)


def mosaicml(folder, stage, expected):
    from streaming import Stream

    with open(stage(folder, "streams", ".yaml"), encoding="utf-8") as file:
        streams = {name: Stream(**arguments) for name, arguments in yaml.safe_load(file)["streams"].items()}
    close({name: stream.proportion for name, stream in streams.items()}, expected)


def huggingface(folder, stage, expected, shards):
    import datasets  # noqa: F401, named when it is missing

    sys.path.insert(0, folder)
    from mixture import stream

    with open(stage(folder, "interleave", ".json"), encoding="utf-8") as file:
        arguments = json.load(file)
    assert set(arguments["configs"]) == set(expected)
    seen = {row["language"] + "_" + row["language_script"] for row in stream(shards, arguments).take(200)}
    assert seen <= set(expected) and seen, seen


def main(mixture, shards):
    with open(os.path.join(mixture, "mixture.json"), encoding="utf-8") as file:
        plan = json.load(file)["plan"]
    failed = False
    for part in plan["stages"]:
        expected = {p["name"]: p["share"] for p in part["parts"] if p["amount"] > 0}

        def stage(folder, stem, ending):
            middle = "." + part["name"] if len(plan["stages"]) > 1 else ""
            return os.path.join(folder, stem + middle + ending)

        for trainer in (megatron, olmo, mosaicml, huggingface):
            folder = os.path.join(mixture, trainer.__name__)
            if not glob.glob(folder):
                continue
            more = (shards,) if trainer is huggingface else ()
            try:
                trainer(folder, stage, expected, *more)
                print(f"stage {part['name']}: {trainer.__name__}: read by its library, as planned")
            except ImportError as missing:
                print(f"stage {part['name']}: {trainer.__name__}: skipped, {missing} is not installed")
            except Exception as refused:  # whatever the library says, it is a finding
                print(f"stage {part['name']}: {trainer.__name__}: FAILED: {type(refused).__name__}: {refused}")
                failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    sys.exit(main(sys.argv[1].rstrip("/"), sys.argv[2].rstrip("/")))
