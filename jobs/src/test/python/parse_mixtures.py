"""Reads the files of a mixture with the libraries that they are for.

    python3 parse_mixtures.py MIXTURE SHARDS TRAINER,...

TRAINER is megatron, nemo, olmo, mosaicml or huggingface; the packages are megatron-core (NeMo hands its list to
Megatron's), ai2-olmo-core, mosaicml-streaming and datasets, and pyyaml. Exit code 1 when a file is refused or says
something else than the plan, or when a library is missing.
"""

import json
import os
import sys


def close(shares, expected):
    assert set(shares) == set(expected), (shares, expected)
    for name, share in shares.items():
        assert abs(share - expected[name]) < 1e-9, (name, share, expected[name])


def only_language(path):
    return os.path.basename(path.removesuffix("_text_document").removesuffix("/*.npy"))


def blend(values):
    from megatron.core.datasets.utils import get_blend_from_list

    prefixes, weights = get_blend_from_list(values)
    return dict(zip(map(only_language, prefixes), weights))


def read_yaml(path):
    import yaml

    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


def megatron(folder, stage, expected):
    with open(stage(folder, "blend", ".txt"), encoding="utf-8") as file:
        close(blend(file.read().split()), expected)
    with open(stage(folder, "per-split", ".json"), encoding="utf-8") as file:
        close(blend(json.load(file)["train"]), expected)


def nemo(folder, stage, expected):
    data = read_yaml(stage(folder, "data", ".yaml"))["model"]["data"]
    close(blend([str(value) for value in data["data_prefix"]]), expected)


def olmo(folder, stage, expected):
    from olmo_core.data.source_mixture import SourceMixtureList

    sources = SourceMixtureList.from_yaml(stage(folder, "source-mixture", ".yaml"))
    sources.validate()
    close({s.source_name: s.target_ratio for s in sources.sources}, expected)


def mosaicml(folder, stage, expected):
    from streaming import Stream

    given = read_yaml(stage(folder, "streams", ".yaml"))["streams"]
    streams = {name: Stream(**arguments) for name, arguments in given.items()}
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


def main(mixture, shards, trainers):
    with open(os.path.join(mixture, "mixture.json"), encoding="utf-8") as file:
        plan = json.load(file)["plan"]
    failed = False
    for part in plan["stages"]:
        expected = {p["name"]: p["share"] for p in part["parts"] if p["amount"] > 0}

        def stage(folder, stem, ending):
            middle = "." + part["name"] if len(plan["stages"]) > 1 else ""
            return os.path.join(folder, stem + middle + ending)

        for trainer in trainers:
            more = (shards,) if trainer is huggingface else ()
            try:
                trainer(os.path.join(mixture, trainer.__name__), stage, expected, *more)
                print(f"stage {part['name']}: {trainer.__name__}: read by its library, as planned")
            except Exception as refused:  # whatever the library says, it is a finding
                print(f"stage {part['name']}: {trainer.__name__}: FAILED: {type(refused).__name__}: {refused}")
                failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    known = {trainer.__name__: trainer for trainer in (megatron, nemo, olmo, mosaicml, huggingface)}
    sys.exit(main(sys.argv[1].rstrip("/"), sys.argv[2].rstrip("/"), [known[name] for name in sys.argv[3].split(",")]))
