"""Which folder of a target names a type of which other, and where that goes round in a circle."""

import bisect
import collections
import dataclasses

from measuring.source import Declaration, Source, TYPES

Path = tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Arrow:
    """A folder names a type that another folder of the target declares."""

    source: str
    home: str
    name: str
    file: str
    line: int


class Target:
    """The types of a target, its folders and the arrows between them."""

    def __init__(self, name: str, sources: list[Source]):
        self.name = name
        self.sources = sources
        self.folders = sorted({source.folder for source in sources})
        #: Where types are declared, by their path; what is private at the top counts in its file alone.
        self.homes: dict[Path, set[str]] = collections.defaultdict(set)
        self.private: dict[str, set[Path]] = collections.defaultdict(set)
        self.generics: dict[Path, set[str]] = collections.defaultdict(set)
        for source in sources:
            for one in source.declarations:
                if one.kind not in TYPES or in_function(one):
                    continue
                self.generics[one.path] |= one.generics
                if one.is_private and one.parent is None:
                    self.private[source.path].add(one.path)
                else:
                    self.homes[one.path].add(source.folder)
        self.arrows = sorted(
            {arrow for source in sources for arrow in self._arrows(source)},
            key=lambda arrow: (arrow.source, arrow.home, arrow.name, arrow.file, arrow.line))
        self.rings = rings(self.folders, {(arrow.source, arrow.home) for arrow in self.arrows})

    def _arrows(self, source: Source):
        scopes = Scopes(source.declarations)
        for names, line, column in source.uses:
            if names[0] == self.name and (self.name,) not in self.homes:
                names = names[1:]
            if not names:
                continue
            path = self._resolved(names[0], scopes.around(line, column), source)
            if path is None:
                continue
            for following in (None, *names[1:]):
                path = path if following is None else path + (following,)
                homes = self.homes.get(path)
                if not homes:
                    break
                if source.folder not in homes:
                    for home in homes:
                        yield Arrow(source.folder, home, ".".join(path), source.path, line)

    def _resolved(self, name: str, scopes: list[Declaration], source: Source) -> Path | None:
        """The path of the type that a name stands for there; None for a parameter and for types of others."""
        for scope in scopes:
            if name in scope.generics:
                return None
            if scope.kind in TYPES or scope.kind == "extension_decl":
                path = scope.path
                while path:
                    if path + (name,) in self.homes:
                        return path + (name,)
                    if name in self.generics[path]:
                        return None
                    path = path[:-1]
        if (name,) in self.private[source.path]:
            return None
        return (name,) if (name,) in self.homes else None


class Scopes:
    """Which declarations of a file stand around a place, the innermost first."""

    def __init__(self, declarations: list[Declaration]):
        self.declarations = sorted(declarations, key=lambda one: one.first)
        self.starts = [one.first for one in self.declarations]

    def around(self, line: int, column: int) -> list[Declaration]:
        index = bisect.bisect_right(self.starts, (line, column)) - 1
        one = self.declarations[index] if index >= 0 else None
        # The last range ends where its last word begins, so the whole line counts.
        while one and one.last[0] < line:
            one = one.parent
        found = []
        while one:
            found.append(one)
            one = one.parent
        return found


def in_function(one: Declaration) -> bool:
    return one.parent is not None and (
        one.parent.kind not in TYPES | {"extension_decl"} or in_function(one.parent))


def rings(folders: list[str], arrows: set[tuple[str, str]]) -> list[list[str]]:
    """Folders that reach each other, each ring once; empty where all arrows go one way."""
    after = {folder: {home for start, home in arrows if start == folder} for folder in folders}

    def reached(start: str) -> set[str]:
        seen, left = set(), [start]
        while left:
            for home in after[left.pop()] - seen:
                seen.add(home)
                left.append(home)
        return seen

    reach = {folder: reached(folder) for folder in folders}
    found = []
    for folder in folders:
        ring = [other for other in folders if other in reach[folder] and folder in reach[other]]
        if ring and ring not in found:
            found.append(ring)
    return found
