"""One Swift file as it is measured: what it declares, from `swiftc -dump-parse`, and which names it uses.

The parser leaves out the types of parameters, of payloads and of casts and what a type conforms to, so
names are read from the text without its comments and literals.
"""

import dataclasses
import os
import pathlib
import re
import subprocess
import tempfile

TYPES = {"struct_decl", "class_decl", "enum_decl", "protocol", "typealias", "associated_type_decl"}
CALLABLES = {"func_decl", "constructor_decl", "destructor_decl", "accessor_decl", "closure_expr"}
KINDS = TYPES | CALLABLES | {"extension_decl", "subscript_decl", "var_decl", "brace_stmt", "access_control_attr"}

NODE = re.compile(r"( *)\((?:\w+=)?(\w+) ")
RANGE = re.compile(r"range=\[.*?:(\d+):(\d+) - line:(\d+):(\d+)\]")
NAME = re.compile(r'\] (?:trailing_semi |unbound |implicit )*"([^"]*)"(?: "<([^"]*)>")?')
ACCESSOR = re.compile(r'(\w+) for="([^"]*)"')


@dataclasses.dataclass
class Declaration:
    """A type, an extension, a function, an accessor or a closure, and where it stands."""

    kind: str
    name: str
    first: tuple[int, int]
    last: tuple[int, int]
    parent: "Declaration | None"
    generics: frozenset[str] = frozenset()
    #: How many lines stand between the braces, for what has a body.
    body: int | None = None
    is_private: bool = False

    @property
    def path(self) -> tuple[str, ...]:
        """The names of the types around it and its own: `("Outcome", "Kind")`."""
        above = self.parent.path if self.parent else ()
        return above + tuple(re.sub(r"<.*?>", "", self.name).split("."))

    @property
    def unlabelled(self) -> int:
        labels = re.search(r"\(((?:\w+:)*)\)", self.name)
        return labels[1].split(":").count("_") if labels else 0


@dataclasses.dataclass
class Source:
    """A file: `place` is its target, `folder` the folder within it, "." for the target's own."""

    path: str
    lines: int
    declarations: list[Declaration]
    #: Each chain of names with its line and column: `("Outcome", "Kind"), 12, 5`.
    uses: list[tuple[tuple[str, ...], int, int]]
    errors: list[str]

    @property
    def tree(self) -> str:
        return pathlib.PurePath(self.path).parts[0]

    @property
    def target(self) -> str:
        return pathlib.PurePath(self.path).parts[1]

    @property
    def folder(self) -> str:
        return "/".join(pathlib.PurePath(self.path).parts[2:-1]) or "."


def declarations(dump: str) -> list[Declaration]:
    """Reads what the parser wrote. It writes some expressions twice, which are taken once."""
    found: dict[tuple[str, tuple[int, int]], Declaration] = {}
    around: list[tuple[int, Declaration]] = []
    for line in dump.splitlines():
        node = NODE.match(line)
        if not node or node[2] not in KINDS:
            continue
        indent, kind = len(node[1]), node[2]
        while around and around[-1][0] >= indent:
            around.pop()
        owner = around[-1][1] if around and around[-1][0] == indent - 2 else None
        if kind == "access_control_attr":
            if owner:
                owner.is_private |= "private" in line.rpartition("access_level=")[2]
            continue
        place = RANGE.search(line)
        if kind == "closure_expr":
            around.append((indent, Declaration(kind, "a closure", (0, 0), (0, 0), above(around))))
            continue
        if not place:
            continue
        first, last = (int(place[1]), int(place[2])), (int(place[3]), int(place[4]))
        if kind == "brace_stmt":
            if owner and owner.kind in CALLABLES and owner.body is None:
                owner.body = max(0, last[0] - first[0] - 1)
                if owner.kind == "closure_expr":
                    owner.first, owner.last = first, last
                    found.setdefault((owner.kind, first), owner)
            continue
        declaration = Declaration(kind, "", first, last, above(around))
        if kind == "accessor_decl":
            called = ACCESSOR.search(line)
            declaration.name = f"{called[2]}.{called[1]}" if called else "an accessor"
        elif called := NAME.search(line):
            declaration.name = called[1]
            parameters = re.sub(r":[^,]*", "", called[2] or "")
            declaration.generics = frozenset(re.findall(r"\w+", parameters))
        around.append((indent, found.setdefault((kind, first), declaration)))
    return list(found.values())


def above(around: list[tuple[int, Declaration]]) -> Declaration | None:
    """The innermost declaration, but for variables, which have no scope."""
    return next((one for _, one in reversed(around) if one.kind != "var_decl"), None)


#: What may hold letters that are no names. A literal of a regular expression begins where no operand ends.
OPENING = re.compile(r'//|/\*|(#*)("""|")|(?<=[(,=:\[{\s])(#*)/(?=[^\s/*])|[()]')


def without_literals(text: str) -> str:
    """The text with comments and literals blank and everything else, interpolations too, where it was."""
    blank = list(text)

    def wipe(start: int, end: int) -> None:
        for index in range(start, end):
            if blank[index] != "\n":
                blank[index] = " "

    def string(index: int, quote: str, hashes: str) -> int:
        """Wipes a string from behind its quote and returns where it ends."""
        start = index
        while index < len(text):
            if text.startswith(quote + hashes, index):
                index += len(quote + hashes)
                break
            if text.startswith("\\" + hashes, index):
                index += 1 + len(hashes)
                if text.startswith("(", index):
                    wipe(start, index)
                    start = index = code(index + 1, depth=1)
                else:
                    index += 1
            elif quote == '"' and text[index] == "\n":
                break
            else:
                index += 1
        wipe(start, min(index, len(text)))
        return index

    def code(index: int, depth: int) -> int:
        """Goes through code to its end, or to behind the parenthesis that closes `depth` ones."""
        while opening := OPENING.search(text, index):
            index, mark = opening.end(), opening[0]
            if mark == "(":
                depth += 1
            elif mark == ")":
                depth -= 1
                if depth == 0:
                    return index
            elif mark == "//":
                index = (text.find("\n", index) + 1 or len(text) + 1) - 1
                wipe(opening.start(), index)
            elif mark == "/*":
                index = comment(index)
                wipe(opening.start(), index)
            elif opening[2]:
                wipe(opening.start(), index)
                index = string(index, opening[2], opening[1])
            else:
                closing = re.compile(r"(?:\\.|[^\\\n])*?/" + opening[3]).match(text, index)
                if closing:
                    index = closing.end()
                    wipe(opening.start(), index)
        return len(text)

    def comment(index: int) -> int:
        depth = 1
        for mark in re.compile(r"/\*|\*/").finditer(text, index):
            depth += 1 if mark[0] == "/*" else -1
            if depth == 0:
                return mark.end()
        return len(text)

    index = 0
    while index < len(text):
        index = code(index, depth=1)
    return "".join(blank)


CHAIN = re.compile(r"(?<![\w.`])(?<!\w\?\.)[A-Z]\w*(?:\.[A-Z]\w*)*")


def uses(text: str) -> list[tuple[tuple[str, ...], int, int]]:
    found = []
    for number, line in enumerate(without_literals(text).split("\n"), 1):
        if re.match(r"\s*(?:\w+ )?import ", line):
            continue
        for chain in CHAIN.finditer(line):
            found.append((tuple(chain[0].split(".")), number, chain.start() + 1))
    return found


def read(root: str, paths: list[str]) -> list[Source]:
    """Parses some files with one run of the compiler. Raises OSError where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["swiftc", "-frontend", "-dump-parse", "-swift-version", "6", "-suppress-warnings"]
        for path in paths:
            command += ["-primary-file", path]
        dumps = [os.path.join(folder, str(number)) for number in range(len(paths))]
        for dump in dumps:
            command += ["-o", dump]
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, errors="replace")
        errors = re.findall(r"^(\S.*?):(\d+):\d+: error: (.*)", run.stderr, re.MULTILINE)
        sources = []
        for path, dump in zip(paths, dumps):
            text = pathlib.Path(root, path).read_text(encoding="utf-8")
            said = [f"{file}:{line}: {error}" for file, line, error in errors if file == path]
            parsed = ""
            if os.path.exists(dump):
                parsed = pathlib.Path(dump).read_text(encoding="utf-8", errors="replace")
            if not parsed.strip() and not said:
                said = [f"{path}: the parser wrote nothing"]
            lines = text.count("\n")
            sources.append(Source(path, lines, declarations(parsed), uses(text), said))
        return sources
