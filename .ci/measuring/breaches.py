"""What the house refuses: each rule gives the lines that break it."""

import collections
import os
import re
import statistics

from measuring.folders import Target
from measuring.source import CALLABLES, Declaration, Source, TYPES

FILE_LINES = 500
BODY_LINES = 40
#: How many parameters of a function may go without a label.
UNLABELLED = 2
#: In tests, where a function mostly makes a value of one row of a table.
UNLABELLED_IN_TESTS = 3
FILES_IN_FOLDER = 24
SMALL_FILE = 25
EMPTY_NAMES = re.compile(r"(core|common|utils?|utilities|helpers?|misc)", re.IGNORECASE)


def unread(sources: list[Source]):
    for source in sources:
        yield from source.errors


def long_files(sources: list[Source]):
    for source in sources:
        if source.lines > FILE_LINES:
            yield f"{source.path}: {source.lines}"


def long_functions(sources: list[Source]):
    for source in sources:
        for one in source.declarations:
            # A closure in a function counts with it; one that a property begins with counts by itself.
            if one.kind == "closure_expr" and one.parent and one.parent.kind in CALLABLES:
                continue
            if one.body is not None and one.body > BODY_LINES:
                yield f"{source.path}:{one.first[0]}: {qualified(one)}: {one.body} lines"


def unlabelled(sources: list[Source]):
    for source in sources:
        most = UNLABELLED_IN_TESTS if source.path.startswith("Tests/") else UNLABELLED
        for one in source.declarations:
            if one.kind in CALLABLES | {"subscript_decl"} and one.unlabelled > most:
                yield f"{source.path}:{one.first[0]}: {qualified(one)}"


def qualified(one: Declaration) -> str:
    around = one.parent
    if around and around.kind == "subscript_decl":
        around = around.parent
    held = around.path if around and around.kind in TYPES | {"extension_decl"} else ()
    return ".".join((*held, one.name))


def rings(targets: list[Target]):
    for target in targets:
        for ring in target.rings:
            yield f"{target.name}: {len(ring)} of {len(target.folders)} folders: {' '.join(ring)}"


def shared_names(sources: list[Source]):
    """Types that only their file sees may be named as they like."""
    homes: dict[str, set[str]] = collections.defaultdict(set)
    for source in sources:
        for one in source.declarations:
            if one.kind in TYPES and one.parent is None and not one.is_private:
                homes[one.name].add(source.target)
    for name, targets in sorted(homes.items()):
        if len(targets) > 1:
            yield f"{name}: {' '.join(sorted(targets))}"


def full_folders(sources: list[Source]):
    held = collections.Counter(os.path.dirname(source.path) for source in sources)
    for folder, count in sorted(held.items()):
        if count > FILES_IN_FOLDER:
            yield f"{folder}: {count} files"


def empty_names(folders: list[str]):
    for folder in folders:
        if EMPTY_NAMES.fullmatch(os.path.basename(folder)):
            yield folder


def odd_names(sources: list[Source]):
    """A file is named after a type that it declares or extends, or after the kind of its small types."""
    for source in sources:
        name = os.path.basename(source.path).removesuffix(".swift").partition("+")[0]
        kind = re.search(r"([A-Z][a-z]*)s$", name)
        held = {
            part for one in source.declarations if not inside(one)
            for part in re.sub(r"<.*?>|\(.*", "", one.name).split(".")
        }
        # The parser leaves out what stands below `#if`.
        named = not held or name.lower() in {part.lower() for part in held}
        if not named and not (kind and any(part.endswith(kind[1]) for part in held)):
            yield source.path


def inside(one: Declaration) -> bool:
    """Whether it is a part of a function or of a variable, not a name that a file could bear."""
    return one.kind in ("accessor_decl", "closure_expr") or (
        one.parent is not None and (one.parent.kind in CALLABLES or inside(one.parent)))


def sizes(sources: list[Source]) -> list[str]:
    """A table of targets: how many files and lines, their median, the longest and the small ones."""
    rows = [("target", "files", "lines", "median", "longest", f"under {SMALL_FILE}")]
    for target in sorted({source.target for source in sources}):
        rows.append(row(target, [source for source in sources if source.target == target]))
    rows.append(row("all", sources))
    widths = [max(len(cells[column]) for cells in rows) for column in range(len(rows[0]))]
    return [
        cells[0].ljust(widths[0]) + "".join(
            "  " + cell.rjust(width) for cell, width in zip(cells[1:], widths[1:]))
        for cells in rows
    ]


def row(name: str, sources: list[Source]) -> tuple[str, ...]:
    lines = [source.lines for source in sources]
    small = sum(count < SMALL_FILE for count in lines)
    figures = (len(lines), sum(lines), statistics.median(lines), max(lines), small)
    return (name, *(f"{figure:.0f}" for figure in figures))
