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
                + " Id=\"\($0.id)\" Type=\"\(namespace.relationships)/\($0.kind)\""
                + " Target=\"/\($0.part.markupEscaped)\"/>"
        }.joined()
        // The list holds nothing but such elements, so its end tag is the last one.
        guard let close = bytes.lastIndex(of: 0x3C) else { return bytes }
        var splice = Splice()
        if bytes[bytes.index(after: close)] == 0x2F {
            splice.insert(items, at: close)
        } else {
            var tag = MarkupTag(bytes[close...].prefix { $0 != 0x3E } + [0x3E])
            let name = tag.name
            tag.open()
            let end = bytes[close...].firstIndex(of: 0x3E).map { $0 + 1 } ?? bytes.count
            splice.replace(close..<end, with: tag.text + items + "</\(name)>")
        }
        return splice.applied(to: bytes)
    }
}
