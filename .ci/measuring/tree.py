"""The Swift sources of a project, read by several processes, and its targets."""

import collections
import concurrent.futures
import pathlib

from measuring import source
from measuring.folders import Target

PARTS = 8


def read(root: pathlib.Path, trees: list[str]) -> list[source.Source]:
    paths = sorted(
        str(path.relative_to(root)) for tree in trees for path in (root / tree).rglob("*.swift")
        if len(path.relative_to(root).parts) > 2)
    parts = [part for part in (paths[start::PARTS] for start in range(PARTS)) if part]
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        read = pool.map(source.read, [str(root)] * len(parts), parts)
        return sorted((one for part in read for one in part), key=lambda one: one.path)


def folders(root: pathlib.Path, trees: list[str]) -> list[str]:
    return sorted(
        str(path.relative_to(root)) for tree in trees for path in (root / tree).rglob("*") if path.is_dir())


def targets(sources: list[source.Source]) -> list[Target]:
    held = collections.defaultdict(list)
    for one in sources:
        held[one.tree, one.target].append(one)
    return [Target(name, held[tree, name]) for tree, name in sorted(held)]
