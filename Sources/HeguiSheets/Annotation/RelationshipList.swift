/// The relationships of a part, to which new ones are added.
struct RelationshipList {
    private(set) var added: [(id: String, kind: String, part: String)] = []
    private let known: Set<String>

    init(known ids: some Sequence<String>) {
        known = Set(ids)
    }

    /// Adds a relationship and returns its id, which no other has.
    mutating func add(_ kind: String, to part: String) -> String {
        var number = 1
        func id() -> String { "rIdHegui\(number)" }
        while known.contains(id()) || added.contains(where: { $0.id == id() }) { number += 1 }
        let id = id()
        added.append((id, kind, part))
        return id
    }

    /// Adds a relationship under an id that something refers to already.
    mutating func add(_ kind: String, to part: String, as id: String) {
        added.append((id, kind, part))
    }

    /// Returns the part with what was added; `bytes` is nil where there was none.
    func written(to bytes: [UInt8]?, _ namespace: OfficeNamespace) -> [UInt8] {
        let empty = Array(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            </Relationships>
            """.utf8)
        let bytes = bytes ?? empty
        let items = added.map {
            "<Relationship xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
                + " Id=\"\($0.id.markupEscaped)\" Type=\"\(namespace.relationships)/\($0.kind)\""
                + " Target=\"/\($0.part.markupEscaped)\"/>"
        }.joined()
        // A comment may stand behind the list.
        let end = bytes.lastRange(of: Array("</".utf8)) ?? bytes.lastRange(of: Array("/>".utf8))
        guard let end else { return bytes }
        var splice = Splice()
        if bytes[end] == 0x3C {
            splice.insert(items, at: end)
        } else {
            let start = bytes[..<end].lastIndex(of: 0x3C) ?? 0
            var tag = MarkupTag(bytes[start..<end + 2])
            let name = tag.name
            tag.open()
            splice.replace(start..<end + 2, with: tag.text + items + "</\(name)>")
        }
        return splice.applied(to: bytes)
    }
}
