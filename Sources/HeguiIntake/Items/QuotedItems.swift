/// A list of which every item stands in quotes or brackets of its own: `“理发”和“水电维修”`, `【理发】【水电维修】`.
struct QuotedItems {
    let items: [String]

    private static let pairs: [Character: Character] = [
        "“": "”", "《": "》", "【": "】", "「": "」", "『": "』", "〖": "〗", "〔": "〕",
    ]
    private static let joints = "、,;/和及与兼并+&。 \n"

    /// Returns nil where anything stands outside the quotes that joins nothing, or where there is
    /// only one item.
    init?(_ text: String) {
        var items: [String] = []
        var rest = text[...]
        while let first = rest.first {
            if let closing = Self.pairs[first] {
                guard let end = rest.firstIndex(of: closing) else { return nil }
                let item = rest[rest.index(after: rest.startIndex)..<end]
                guard !item.isEmpty, !item.contains(first) else { return nil }
                items.append(String(item))
                rest = rest[rest.index(after: end)...]
            } else {
                guard Self.joints.contains(first), !items.isEmpty else { return nil }
                rest = rest.dropFirst()
            }
        }
        guard items.count > 1 else { return nil }
        self.items = items
    }
}
