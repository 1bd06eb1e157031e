internal import HeguiDiagnostics

/// Writes comments and the shapes that show them.
struct CommentWriter {
    let author: String
    let namespace: OfficeNamespace

    /// Returns a part with these comments.
    func part(_ comments: [(CellReference, String)]) -> [UInt8] {
        let list = comments.map { comment($0.0, $0.1, author: 0, prefix: "") }.joined()
        let text = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <comments xmlns="\(namespace.sheets)"><authors><author>\(author.markupEscaped)</author>\
            </authors><commentList>\(list)</commentList></comments>
            """
        return Array(text.utf8)
    }

    /// Returns a part that has comments already with these besides; a cell that has one gets the
    /// text below its own.
    func part(
        _ comments: [(CellReference, String)], addedTo bytes: [UInt8], _ list: CommentList
    ) -> [UInt8] {
        let prefix = MarkupTag(bytes[list.root]).prefix
        var splice = Splice()
        put(
            "<\(prefix)author>\(author.markupEscaped)</\(prefix)author>", before: list.authorsEnd,
            tag: list.authorsTag, of: bytes, &splice)
        var new = ""
        for (cell, text) in comments {
            if let end = list.textEnds[cell] {
                splice.insert(run("\n———\n" + text, prefix), at: end)
            } else {
                new += comment(cell, text, author: list.authorCount, prefix: prefix)
            }
        }
        put(new, before: list.listEnd, tag: list.listTag, of: bytes, &splice)
        return splice.applied(to: bytes)
    }

    private func put(
        _ text: String, before end: Int?, tag range: Range<Int>, of bytes: [UInt8],
        _ splice: inout Splice
    ) {
        if let end { return splice.insert(text, at: end) }
        var tag = MarkupTag(bytes[range])
        let name = tag.name
        tag.open()
        splice.replace(range, with: tag.text + text + "</\(name)>")
    }

    private func comment(
        _ cell: CellReference, _ text: String, author: Int, prefix: String
    ) -> String {
        "<\(prefix)comment ref=\"\(cell.text)\" authorId=\"\(author)\"><\(prefix)text>"
            + run(text, prefix) + "</\(prefix)text></\(prefix)comment>"
    }

    private func run(_ text: String, _ prefix: String) -> String {
        "<\(prefix)r><\(prefix)rPr><\(prefix)sz val=\"9\"/><\(prefix)rFont val=\"宋体\"/></\(prefix)rPr>"
            + "<\(prefix)t xml:space=\"preserve\">\(text.escapedForOffice.markupEscaped)</\(prefix)t></\(prefix)r>"
    }

    /// Returns a part that shows these comments when the mouse is over their cells.
    func drawing(_ comments: [(CellReference, String)]) -> [UInt8] {
        let text = """
            <xml xmlns:v="urn:schemas-microsoft-com:vml" \
            xmlns:o="urn:schemas-microsoft-com:office:office" \
            xmlns:x="urn:schemas-microsoft-com:office:excel">\
            <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>\
            \(shapes(comments))</xml>
            """
        return Array(text.utf8)
    }

    /// Returns a part of drawings with these besides, or nil where it is none.
    func drawing(_ comments: [(CellReference, String)], addedTo bytes: [UInt8]) -> [UInt8]? {
        let end = Array("</xml".utf8)
        guard let place = bytes.lastRange(of: end) else { return nil }
        var splice = Splice()
        splice.insert(shapes(comments), at: place)
        return splice.applied(to: bytes)
    }

    private func shapes(_ comments: [(CellReference, String)]) -> String {
        let type = """
            <v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" \
            xmlns:o="urn:schemas-microsoft-com:office:office" id="hegui_note" \
            coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
            <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>\
            </v:shapetype>
            """
        return comments.isEmpty ? "" : type + comments.map(shape).joined()
    }

    private func shape(_ cell: CellReference, _ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + max(1, (DisplayWidth.of(String($1)) + 39) / 40) }
        let (row, column) = (cell.row - 1, cell.column - 1)
        let bottom = row + max(4, min(lines + 1, 40))
        return """
            <v:shape xmlns:v="urn:schemas-microsoft-com:vml" \
            xmlns:o="urn:schemas-microsoft-com:office:office" \
            xmlns:x="urn:schemas-microsoft-com:office:excel" id="hegui_\(cell.text)" \
            type="#hegui_note" style="position:absolute;visibility:hidden" \
            fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>\
            <v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
            <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>\
            </v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
            <x:Anchor>\(column + 1), 15, \(row), 4, \(column + 5), 31, \(bottom), 4</x:Anchor>\
            <x:AutoFill>False</x:AutoFill><x:Row>\(row)</x:Row><x:Column>\(column)</x:Column>\
            </x:ClientData></v:shape>
            """
    }
}

extension [UInt8] {
    /// Where `needle` stands last, or nil.
    func lastRange(of needle: [UInt8]) -> Int? {
        guard count >= needle.count else { return nil }
        return stride(from: count - needle.count, through: 0, by: -1).first { start in
            self[start..<start + needle.count].elementsEqual(needle)
        }
    }
}

/// Where the authors and comments of a part stand in its bytes.
final class CommentList: PlacedHandler {
    var place = 0..<0
    private(set) var root = 0..<0
    private(set) var authorCount = 0
    /// Before the end tag; nil for `<authors/>`, whose tag is `authorsTag`.
    private(set) var authorsEnd: Int?
    private(set) var authorsTag = 0..<0
    private(set) var listEnd: Int?
    private(set) var listTag = 0..<0
    /// By cell: before the end of the comment's text.
    private(set) var textEnds: [CellReference: Int] = [:]
    private var depth = 0
    private var cell: CellReference?

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        depth += 1
        switch (depth, name) {
        case (1, _): root = place
        case (2, "authors"): authorsTag = place
        case (3, "author"): authorCount += 1
        case (2, "commentList"): listTag = place
        case (3, "comment"): cell = attributes.value("ref").flatMap { CellReference($0) }
        default: return
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        depth -= 1
        switch (depth, name) {
        case (1, "authors"): authorsEnd = place.isEmpty ? nil : place.lowerBound
        case (1, "commentList"): listEnd = place.isEmpty ? nil : place.lowerBound
        case (3, "text"):
            if let cell, !place.isEmpty { textEnds[cell] = place.lowerBound }
        default: return
        }
    }
}
