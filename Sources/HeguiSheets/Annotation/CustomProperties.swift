/// The properties of a workbook that people and programs may add, to which some are added.
final class CustomProperties: PlacedHandler {
    var place = 0..<0
    private var root = 0..<0
    /// Before the end tag; nil for `<Properties/>`.
    private var end: Int?
    private var depth = 0
    private var highest = 1
    /// Where properties of an earlier copy stand.
    private var stale: [Range<Int>] = []
    private var start: Int?

    /// What the names of added properties begin with.
    static let prefix = OwnProperties.prefix
    static let type = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    /// The only format of properties that there is.
    private static let format = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

    func start(_ name: String, _ attributes: [MarkupAttribute]) {
        depth += 1
        if depth == 1 { root = place }
        guard depth == 2, name == "property" else { return }
        highest = max(highest, attributes.value("pid").flatMap { Int($0) } ?? 0)
        let isStale = attributes.value("name")?.hasPrefix(Self.prefix) ?? false
        start = isStale ? place.lowerBound : nil
    }

    func end(_ name: String) {
        depth -= 1
        if depth == 1, let start, !place.isEmpty { stale.append(start..<place.upperBound) }
        if depth == 0 { end = place.isEmpty ? nil : place.lowerBound }
    }

    /// Returns the part with `properties`; those of an earlier copy go.
    func adding(
        _ properties: [(name: String, value: String)], to bytes: [UInt8],
        _ namespace: OfficeNamespace
    ) -> [UInt8] {
        let prefix = MarkupTag(bytes[root]).prefix
        let items = Self.items(properties, prefix, after: highest, in: namespace)
        var splice = Splice()
        for range in stale { splice.replace(range, with: "") }
        if let end {
            splice.insert(items, at: end)
        } else {
            var tag = MarkupTag(bytes[root])
            let name = tag.name
            tag.open()
            splice.replace(root, with: tag.text + items + "</\(name)>")
        }
        return splice.applied(to: bytes)
    }

    /// Returns a part with `properties` alone.
    static func part(
        _ properties: [(name: String, value: String)], _ namespace: OfficeNamespace
    ) -> [UInt8] {
        let text = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Properties xmlns="\(namespace.customProperties)">\
            \(items(properties, "", after: 1, in: namespace))</Properties>
            """
        return Array(text.utf8)
    }

    /// Names have to differ, so what comes more than once is numbered.
    private static func items(
        _ properties: [(name: String, value: String)], _ prefix: String, after highest: Int,
        in namespace: OfficeNamespace
    ) -> String {
        var counts: [String: Int] = [:]
        return properties.enumerated().map { number, property in
            counts[property.name, default: 0] += 1
            let count = counts[property.name, default: 1]
            let name = Self.prefix + property.name + (count > 1 ? " \(count)" : "")
            return "<\(prefix)property fmtid=\"\(format)\" pid=\"\(highest + 1 + number)\""
                + " name=\"\(name.markupEscaped)\">"
                + "<vt:lpwstr xmlns:vt=\"\(namespace.propertyTypes)\">"
                + "\(property.value.markupEscaped)</vt:lpwstr></\(prefix)property>"
        }.joined()
    }
}
