"""Trains a byte-level language model from shards through a mixture, to see how fast data arrives.

    python train.py SHARDS MIXTURE/mixture.json [--steps 200] [--device auto] [--workers 2]

Prints documents, bytes and tokens a second and the share of time spent waiting for data. Runs on a CPU; where PyTorch
sees a GPU, the same command uses it. The mixture's proof says how often each document is seen; a document's copies come
in the order of the shards, mixed over languages by their shares.
"""

import argparse
import glob
import json
import os
import time

import pyarrow.parquet as pq
import torch
from torch import nn
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

END = 256  # after each document
VOCABULARY = 257


class Mixture(IterableDataset):
    """Sequences of bytes, drawn from languages by the shares of one stage; workers share the row groups."""

    def __init__(self, shards, mixture, stage, length):
        self.shards = shards
        self.proof = os.path.join(os.path.dirname(mixture), "proof")
        with open(mixture, encoding="utf-8") as file:
            plan = json.load(file)["plan"]
        self.seed = plan["seed"]
        self.stage = stage
        self.length = length
        self.shares = {p["name"]: p["share"] for p in plan["stages"][stage]["parts"] if p["amount"] > 0}

    def documents(self, language, worker, workers):
        """Texts of a language as often as the proof says, again and again."""
        files = sorted(glob.glob(os.path.join(self.shards, "data", language, "train-*.parquet")))
        while True:
            group = found = 0
            for file in files:
                shard = pq.ParquetFile(file)
                proof = pq.read_table(
                    os.path.join(self.proof, os.path.relpath(file, self.shards)), columns=["seen_by_stage"]
                ).column(0)
                row = 0
                for g in range(shard.num_row_groups):
                    count = shard.metadata.row_group(g).num_rows
                    # A language with fewer groups than workers is read by all of them, a part each.
                    if group % workers == worker:
                        texts = shard.read_row_group(g, columns=["text"]).column(0)
                        for i in range(count):
                            for _ in range(proof[row + i].as_py()[self.stage]):
                                found += 1
                                yield texts[i].as_py().encode("utf-8")
                    row += count
                    group += 1
            if not found:
                return

    def __iter__(self):
        info = get_worker_info()
        worker, workers = (info.id, info.num_workers) if info else (0, 1)
        random = torch.Generator().manual_seed(self.seed * 1000 + worker)
        names = sorted(self.shares)
        streams = {n: self.documents(n, worker, workers) for n in names}
        buffers = {n: [] for n in names}
        weights = torch.tensor([self.shares[n] for n in names])
        while weights.sum() > 0:
            at = int(torch.multinomial(weights, 1, generator=random))
            name = names[at]
            buffer = buffers[name]
            documents = 0
            while len(buffer) <= self.length:
                document = next(streams[name], None)
                if document is None:
                    weights[at] = 0  # another worker has this language
                    break
                buffer.extend(document)
                buffer.append(END)
                documents += 1
            else:
                yield torch.tensor(buffer[: self.length + 1]), documents
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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shards")
    parser.add_argument("mixture")
    parser.add_argument("--stage", type=int, default=0)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--length", type=int, default=256)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--device", default="auto")
    options = parser.parse_args()
    device = options.device
    if device == "auto":
        device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(0)
    data = Mixture(options.shards, options.mixture, options.stage, options.length)
    loader = iter(DataLoader(data, options.batch, num_workers=options.workers, pin_memory=device == "cuda"))
    model = Model(options.width, options.layers, options.length).to(device)
    optimizer = torch.optim.AdamW(model.parameters(), 1e-3)
    batch, _ = next(loader)  # starting the workers is no waiting for data
    documents = tokens = 0
    waited = 0.0
    losses = []
    begun = time.perf_counter()
    for _ in range(options.steps):
        asked = time.perf_counter()
        batch, counts = next(loader)
        batch = batch.to(device, non_blocking=True)
        waited += time.perf_counter() - asked
        logits = model(batch[:, :-1])
        loss = nn.functional.cross_entropy(logits.reshape(-1, VOCABULARY), batch[:, 1:].reshape(-1))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        documents += int(counts.sum())
        tokens += options.batch * options.length
    seconds = time.perf_counter() - begun
    print(f"device {device}, {sum(p.numel() for p in model.parameters()):,} parameters, {options.steps} steps")
    print(f"loss {losses[0]:.3f} -> {sum(losses[-10:]) / len(losses[-10:]):.3f}")
    print(f"{documents / seconds:,.1f} documents/s, {tokens / seconds:,.0f} tokens/s (a token is a byte)")
    print(f"waited for data {100 * waited / seconds:.1f} % of {seconds:.1f} s")


if __name__ == "__main__":
    main()
