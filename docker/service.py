#!/usr/bin/env python3
"""Prints the options, image and command with which podman starts a service of compose.yaml, one word a line: verify.sh has
no network for compose itself, but starts what compose.yaml says."""

import os
import pathlib
import re
import sys

import yaml

HERE = pathlib.Path(__file__).parent.resolve()


def filled(text):
    """compose.yaml with its variables as compose would fill them in."""
    return re.sub(r"\$\{(\w+):-([^}]*)\}", lambda m: os.environ.get(m[1]) or m[2], text)


def words(service):
    # S3's own image is not built here and runs as it is.
    yield from ("--read-only",) if service.get("read_only") else ()
    yield from (f"--cap-drop={c}" for c in service.get("cap_drop", []))
    yield from (f"--security-opt={o.replace(':true', '')}" for o in service.get("security_opt", []))
    yield from (f"--env={k}={v}" for k, v in service.get("environment", {}).items())
    for volume in service.get("volumes", []):
        yield "--volume=" + (str(HERE) + volume[1:] if volume.startswith("./") else volume)
    entrypoint = service.get("entrypoint")
    if entrypoint:
        yield f"--entrypoint={entrypoint[0]}"
    yield service["image"]
    yield from entrypoint[1:] if entrypoint else ()
    yield from service.get("command", [])


services = yaml.safe_load(filled((HERE / "compose.yaml").read_text()))["services"]
print("\n".join(words(services[sys.argv[1]])))
