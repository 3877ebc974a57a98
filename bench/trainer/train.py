"""Trains a byte-level language model from shards through a mixture, to see how fast data arrives.

    python train.py SHARDS MIXTURE/mixture.json [--steps 200] [--device auto] [--workers 2]

MIXTURE is what `babelmill mixture SHARDS --output MIXTURE` wrote. Prints documents, bytes and tokens a second and the
share of time spent waiting for data. Runs on a CPU; where PyTorch sees a GPU, the same command uses it. The mixture's
proof says how often each document is seen; a document's copies come in the order of the shards, mixed over languages by
their shares.
"""

import argparse
import glob
import json
import os
import sys
import time

import pyarrow.parquet as pq
import torch
from torch import nn
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

END = 255  # after each document: a byte that UTF-8 never has
VOCABULARY = 256


class Mixture(IterableDataset):
    """Sequences of bytes, drawn from languages by the shares of one stage; workers share row groups, or a group's rows."""

    def __init__(self, shards, mixture, stage, length):
        self.shards = shards
        self.proof = os.path.join(os.path.dirname(mixture), "proof")
        with open(mixture, encoding="utf-8") as file:
            plan = json.load(file)["plan"]
        self.seed = plan["seed"]
        self.stage = stage
        self.length = length
        self.shares = {p["name"]: p["share"] for p in plan["stages"][stage]["parts"] if p["amount"] > 0}
        if not self.shares:
            sys.exit(f"{mixture}: stage {stage} has no documents")

    def groups(self, language):
        """Row groups of a language, and for each how often its documents are seen in the stage."""
        for path in sorted(glob.glob(os.path.join(self.shards, "data", language, "train-*.parquet"))):
            shard = pq.ParquetFile(path)
            proof = os.path.join(self.proof, os.path.relpath(path, self.shards))
            seen = pq.read_table(proof, columns=["seen_by_stage"]).column(0).combine_chunks()
            seen = seen.flatten().to_numpy().reshape(len(seen), -1)[:, self.stage]
            row = 0
            for g in range(shard.num_row_groups):
                rows = shard.metadata.row_group(g).num_rows
                yield shard, g, seen[row : row + rows]
                row += rows

    def documents(self, language, worker, workers):
        """Texts of a language as often as the proof says, again and again."""
        groups = list(self.groups(language))
        # A language with fewer groups than workers is read by all of them, a part of the rows each.
        shared = len(groups) < workers
        found = True
        while found:
            found = False
            for shard, g, seen in groups if shared else groups[worker::workers]:
                rows = range(worker, len(seen), workers) if shared else range(len(seen))
                if not any(seen[i] for i in rows):
                    continue
                found = True
                texts = shard.read_row_group(g, columns=["text"]).column(0).combine_chunks()
                for i in rows:
                    if seen[i]:
                        text = texts[i].as_py().encode("utf-8")
                        yield from [text] * int(seen[i])

    def __iter__(self):
        info = get_worker_info()
        worker, workers = (info.id, info.num_workers) if info else (0, 1)
        random = torch.Generator().manual_seed(self.seed * 1000 + worker)
        names = sorted(self.shares)
        streams = {n: self.documents(n, worker, workers) for n in names}
        buffers = {n: bytearray() for n in names}
        weights = torch.tensor([self.shares[n] for n in names])
        while weights.sum() > 0:
            at = int(torch.multinomial(weights, 1, generator=random))
            buffer = buffers[names[at]]
            documents = 0
            while len(buffer) <= self.length:
                document = next(streams[names[at]], None)
                if document is None:
                    weights[at] = 0  # fewer documents than workers, and this worker has none
                    break
                buffer += document
                buffer.append(END)
                documents += 1
            else:
                yield torch.frombuffer(buffer[: self.length + 1], dtype=torch.uint8), documents
                del buffer[: self.length]


class Model(nn.Module):
    """A small transformer over bytes."""

    def __init__(self, width, layers, length):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, width)
        self.position = nn.Parameter(torch.zeros(length, width))
        layer = nn.TransformerEncoderLayer(width, max(1, width // 32), 4 * width, 0.0, batch_first=True, norm_first=True)
        self.layers = nn.TransformerEncoder(layer, layers, enable_nested_tensor=False)
        self.head = nn.Linear(width, VOCABULARY)
        self.register_buffer("mask", nn.Transformer.generate_square_subsequent_mask(length))

    def forward(self, tokens):
        hidden = self.embedding(tokens) + self.position
        return self.head(self.layers(hidden, mask=self.mask, is_causal=True))


class Count:
    """What a loop over batches has seen."""

    def __init__(self):
        self.documents = self.bytes = self.tokens = 0
        self.waited = 0.0

    def next(self, loader):
        asked = time.perf_counter()
        batch, documents = next(loader)
        self.waited += time.perf_counter() - asked
        self.documents += int(documents.sum())
        self.tokens += batch[:, 1:].numel()
        self.bytes += int((batch[:, 1:] != END).sum())
        return batch

    def print(self, seconds):
        print(
            f"{self.documents / seconds:,.1f} documents/s, {self.bytes / seconds:,.0f} bytes of text/s, "
            f"{self.tokens / seconds:,.0f} tokens/s (a token is a byte or the end of a document)"
        )
        print(f"waited for data {100 * self.waited / seconds:.1f} % of {seconds:.1f} s")


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shards", help="folder of a release, with manifest.json in it")
    parser.add_argument("mixture", help="mixture.json, beside its folder proof")
    parser.add_argument("--stage", type=int, default=0, help="stage of the curriculum, from 0")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--batch", type=int, default=16, help="sequences in a step")
    parser.add_argument("--length", type=int, default=256, help="tokens in a sequence")
    parser.add_argument("--width", type=int, default=128, help="of the model, a multiple of 32")
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--workers", type=int, default=2, help="processes that read shards")
    parser.add_argument("--device", default="auto", help="auto, cpu or cuda")
    return parser.parse_args()


def main(given):
    device = given.device
    if device == "auto":
        device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(0)
    torch.set_float32_matmul_precision("high")
    data = Mixture(given.shards, given.mixture, given.stage, given.length)
    loader = iter(DataLoader(data, given.batch, num_workers=given.workers, pin_memory=device == "cuda"))
    model = Model(given.width, given.layers, given.length).to(device)
    optimizer = torch.optim.AdamW(model.parameters(), 1e-3)

    def step(batch):
        batch = batch.to(device, non_blocking=True).long()
        logits = model(batch[:, :-1])
        loss = nn.functional.cross_entropy(logits.reshape(-1, VOCABULARY), batch[:, 1:].reshape(-1))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    # Starting the workers is no waiting for data, loading a GPU's kernels no training.
    first = step(Count().next(loader))
    count = Count()
    begun = time.perf_counter()
    losses = [step(count.next(loader)) for _ in range(given.steps)]
    seconds = time.perf_counter() - begun
    where = torch.cuda.get_device_name() if device == "cuda" else f"{torch.get_num_threads()} threads"
    print(f"{device} ({where}): {sum(p.numel() for p in model.parameters()):,} parameters, {given.steps} steps")
    print(f"loss {first:.3f} -> {sum(losses[-10:]) / len(losses[-10:]):.3f}")
    count.print(seconds)


if __name__ == "__main__":
    main(options())
