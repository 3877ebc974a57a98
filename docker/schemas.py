#!/usr/bin/env python3
"""Checks the files that other programs read against those programs' own schemas: compose.yaml (compose-spec), and
kubernetes/ (Kubernetes, and the operator's definition of a SparkApplication, whose file is the argument, if there is one).
Says each file it has checked; ends with 1 at the first that does not fit."""

import pathlib
import subprocess
import sys

import jsonschema
import kubernetes_validate
import yaml

HERE = pathlib.Path(__file__).parent
KUBERNETES = "1.31"


def compose():
    subprocess.run(
        ["check-jsonschema", "--builtin-schema", "vendor.compose-spec", str(HERE / "compose.yaml")],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    print("compose.yaml: fits the compose specification")


def kubernetes(path):
    for document in yaml.safe_load_all(path.read_text()):
        kubernetes_validate.validate(document, KUBERNETES, strict=True)
        print(f"{path.name}: {document['kind']} fits Kubernetes {KUBERNETES}")


def closed(schema):
    """The same schema, which takes no property that it does not name; Kubernetes would drop such a one without a word."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: closed(part) for key, part in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        result.setdefault("additionalProperties", False)
    return result


def application(path, definition):
    document = yaml.safe_load(path.read_text())
    group, version = document["apiVersion"].split("/")
    crd = yaml.safe_load(pathlib.Path(definition).read_text())["spec"]
    assert (crd["group"], crd["names"]["kind"]) == (group, document["kind"])
    schema = next(v for v in crd["versions"] if v["name"] == version)["schema"]["openAPIV3Schema"]
    jsonschema.validate(document["spec"], closed(schema["properties"]["spec"]))
    print(f"{path.name}: fits {group}/{version}")


compose()
for name in ("account.yaml", "pod.yaml"):
    kubernetes(HERE / "kubernetes" / name)
if len(sys.argv) > 1:
    application(HERE / "kubernetes" / "spark-application.yaml", sys.argv[1])
else:
    print("spark-application.yaml: not checked, no definition was given")
