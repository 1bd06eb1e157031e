"""One workbook as other programs write it, and as Excel writes it rarely: each kind is made from the parts
of a plain one. `KINDS` has a function for each, from parts by name to parts by name."""

import re
import zipfile

SHEET = "xl/worksheets/sheet1.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


STRICT = [
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        b"http://purl.oclc.org/ooxml/officeDocument/customProperties",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
        b"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
    ),
]


def read(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class RawName(zipfile.ZipInfo):
    """An entry whose name is any bytes."""

    raw = None

    def _encodeFilenameFlags(self):
        if self.raw is None:
            return super()._encodeFilenameFlags()
        return self.raw, self.flag_bits


def write(parts, path, zip64=False):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = RawName(name if isinstance(name, str) else "raw", (2013, 1, 4, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.filename = name if isinstance(name, str) else "raw"
            entry.raw = name if isinstance(name, bytes) else None
            with archive.open(entry, "w", force_zip64=zip64) as file:
                file.write(content)


def sub(parts, name, pattern, replacement, flags=0):
    text = parts[name].decode()
    new = re.sub(pattern, replacement, text, flags=flags)
    if new == text:
        raise ValueError(f"{name} has nothing like {pattern}")
    return parts | {name: new.encode()}


def without_styles(parts):
    parts = {name: content for name, content in parts.items() if name != "xl/styles.xml"}
    parts = sub(parts, "xl/_rels/workbook.xml.rels", r"<Relationship [^>]*styles[^>]*/>", "")
    parts = sub(parts, "[Content_Types].xml", r"<Override [^>]*styles[^>]*/>", "")
    return sub(parts, SHEET, r' s="\d+"', "")


def shared_strings(parts):
    items = []

    def shared(found):
        items.append(found[2])
        return f'{found[1]}t="s"><v>{len(items) - 1}</v></c>'

    parts = sub(parts, SHEET, r'(<c [^>]*)t="inlineStr"><is>(.*?)</is></c>', shared, re.S)
    main = STRICT[0][0].decode()
    list_ = "".join(f"<si>{item}</si>" for item in items)
    link = f'<Relationship Id="rId95" Type="{OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    parts = sub(parts, "xl/_rels/workbook.xml.rels", "</Relationships>", link + "</Relationships>")
    parts = sub(parts, "[Content_Types].xml", "</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>')
    return parts | {"xl/sharedStrings.xml": f'<sst xmlns="{main}">{list_}</sst>'.encode()}


def plain(parts):
    """The parts of a copy as openpyxl reads them: names and namespaces as most programs write them."""
    new = {}
    for name, content in parts.items():
        name = name.replace("\\", "/").replace("Worksheets/Sheet1.XML", "worksheets/sheet1.xml")
        for old, other in STRICT:
            content = content.replace(other, old)
        new[name] = content
    return new


def prefixed(parts):
    for name in ["xl/workbook.xml", SHEET, "xl/styles.xml"]:
        parts = sub(parts, name, r"<(/?)(?=[A-Za-z]+[ />])(?!/?\w+:)", r"<\1x:")
        parts = sub(parts, name, r'xmlns="', 'xmlns:x="')
    return parts


def strict(parts):
    new = {}
    for name, content in parts.items():
        for old, other in STRICT:
            content = content.replace(old, other)
        new[name] = content
    return new


def without_properties(parts):
    parts = {name: content for name, content in parts.items() if not name.startswith("docProps/")}
    parts = sub(parts, "_rels/.rels", r"<Relationship [^>]*docProps[^>]*/>", "")
    return sub(parts, "[Content_Types].xml", r"<Override [^>]*docProps[^>]*/>", "")


def without_defaults(parts):
    names = [name for name in parts if name.endswith(".rels")]
    kind = "application/vnd.openxmlformats-package.relationships+xml"
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name in names)
    parts = sub(parts, "[Content_Types].xml", r"<Default [^>]*/>", "")
    return sub(parts, "[Content_Types].xml", r"</Types>", overrides + "</Types>")


def absolute(parts):
    return sub(parts, "xl/_rels/workbook.xml.rels", r'Target="(?!/)', 'Target="/xl/')


def backslashes(parts):
    return {name.replace("/", "\\"): content for name, content in parts.items()}


def capitals(parts):
    return {name.replace("worksheets/sheet1.xml", "Worksheets/Sheet1.XML"): content for name, content in parts.items()}


def picture_in_gbk(parts):
    parts = sub(parts, "[Content_Types].xml", r"<Override", '<Default Extension="png" ContentType="image/png"/><Override')
    return parts | {b"xl/media/" + "图".encode("gbk") + b".png": b"png"}


def macros(parts):
    parts = sub(parts, "[Content_Types].xml", r"application/vnd[^\"]*sheet\.main\+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    return parts | {"xl/vbaProject.bin": bytes(range(256))}


def without_references(parts):
    """Cells and rows say where they are by their order alone."""
    text = parts[SHEET].decode()

    def cells(found):
        new, last = "", 0
        for cell in re.finditer(r'<c r="([A-Z]+)\d+"([^>]*?)(/>|>.*?</c>)', found[2], re.S):
            column = 0
            for letter in cell[1]:
                column = column * 26 + ord(letter) - 64
            new += "<c/>" * (column - last - 1) + f"<c{cell[2]}{cell[3]}"
            last = column
        return f"<row{found[1]}>{new}</row>"

    numbers = [int(number) for number in re.findall(r'<row r="(\d+)"', text)]
    if numbers != list(range(1, len(numbers) + 1)):
        raise ValueError("the sheet has no such rows")
    text = re.sub(r'<row r="\d+"([^>]*)>(.*?)</row>', cells, text, flags=re.S)
    return parts | {SHEET: text.encode()}


def protected(parts):
    return sub(parts, SHEET, r"</sheetData>", '</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/>')


def marked_as_text(parts):
    return {name: (b"\xef\xbb\xbf" + content if name.endswith("xml") else content) for name, content in parts.items()}


def conversation(parts):
    """A comment of newer programs at a cell that has a problem."""
    thread = "{6F0C2A2E-0B1C-4C59-9C0A-000000000001}"
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, kind, target in [
            (91, f"{OFFICE}/comments", "/xl/comments1.xml"),
            (92, f"{OFFICE}/vmlDrawing", "/xl/drawings/vmlDrawing1.vml"),
            (93, "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "/xl/threadedComments/threadedComment1.xml"),
        ])
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    parts = parts | {
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'.encode(),
        "xl/comments1.xml": f'<comments xmlns="{main}"><authors><author>tc={thread}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>原有</t></text></comment></commentList></comments>'.encode(),
        "xl/drawings/vmlDrawing1.vml": b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>',
        "xl/threadedComments/threadedComment1.xml": f'<ThreadedComments xmlns="{threads}"><threadedComment ref="A1" dT="2013-01-04T00:00:00.00" personId="{{6F0C2A2E-0B1C-4C59-9C0A-0000000000AA}}" id="{thread}"><text>原有</text></threadedComment></ThreadedComments>'.encode(),
        "xl/persons/person.xml": f'<personList xmlns="{threads}"><person displayName="甲" id="{{6F0C2A2E-0B1C-4C59-9C0A-0000000000AA}}" userId="甲" providerId="None"/></personList>'.encode(),
    }
    parts = sub(parts, "xl/_rels/workbook.xml.rels", "</Relationships>", '<Relationship Id="rId94" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/></Relationships>')
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        for name, kind in [
            ("/xl/comments1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"),
            ("/xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml"),
            ("/xl/persons/person.xml", "application/vnd.ms-excel.person+xml"),
        ])
    vml = '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
    parts = sub(parts, "[Content_Types].xml", "(<Override)", vml + r"\1") if b"vml" not in parts["[Content_Types].xml"] else parts
    parts = sub(parts, "[Content_Types].xml", "</Types>", overrides + "</Types>")
    link = f'<legacyDrawing xmlns:r="{OFFICE}" r:id="rId92"/>'
    return sub(parts, SHEET, "(<tableParts|<extLst|</worksheet>)", link + r"\1")


KINDS = {
    "no styles": without_styles, "shared strings": shared_strings, "prefixes": prefixed, "strict": strict,
    "no properties": without_properties, "no defaults of types": without_defaults, "absolute targets": absolute,
    "backslashes": backslashes, "another case": capitals, "a picture named in GBK": picture_in_gbk,
    "macros": macros, "no references": without_references, "a protected sheet": protected,
    "marks of UTF-8": marked_as_text, "a conversation": conversation, "zip64": lambda parts: parts,
}
