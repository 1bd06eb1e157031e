/// What `workbook.xml` says: the sheets in their order and the date system.
final class WorkbookOutline: MarkupHandler {
    struct Entry {
        let name: String
        let relationship: String
        let state: Sheet.State
    }

    private(set) var sheets: [Entry] = []
    private(set) var isDated1904 = false
    private var isInSheets = false

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        switch name {
        case "workbookPr": isDated1904 = attributes.isTrue("date1904")
        case "sheets": isInSheets = true
        case "sheet" where isInSheets:
            let state = attributes.value("state").flatMap(Sheet.State.init(rawValue:))
            sheets.append(
                Entry(
                    name: attributes.value("name") ?? "",
                    relationship: attributes.value("id") ?? "",
                    state: state ?? .visible
                )
            )
        default: break
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        if name == "sheets" { isInSheets = false }
    }
}

/// What the sheets of a workbook share.
struct WorkbookContent {
    let strings: [String]
    /// By style number.
    let formats: [NumberFormat]
    let system: DateSystem

    /// The format of a style; plain where there is no such style.
    func format(_ style: Int) -> NumberFormat {
        formats.indices.contains(style) ? formats[style] : .plain
    }
}

/// The relationships of a part: which part is meant by which id.
final class Relationships: MarkupHandler {
    struct Target {
        let id: String
        /// The last step of the type's address: `worksheet`, `sharedStrings`.
        let kind: String
        let part: String
    }

    private(set) var targets: [Target] = []
    private let folder: [Substring]

    /// - Parameter source: the part that the relationships belong to; empty for the package.
    init(of source: String) {
        folder = source.split(separator: "/").dropLast()
    }

    /// Where the relationships of `source` are kept.
    static func part(of source: String) -> String {
        var steps = source.split(separator: "/").map(String.init)
        let last = steps.popLast() ?? ""
        return (steps + ["_rels", last + ".rels"]).joined(separator: "/")
    }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        guard name == "Relationship", attributes.value("TargetMode") != "External",
            let id = attributes.value("Id"), let type = attributes.value("Type"),
            let target = attributes.value("Target")
        else { return }
        let kind = type.split(separator: "/").last.map(String.init) ?? type
        targets.append(Target(id: id, kind: kind, part: resolve(target)))
    }

    /// Targets are written relative to the source's folder, or from the root with a slash.
    private func resolve(_ target: String) -> String {
        let clean = target.replacing("\\", with: "/")
        var steps = clean.hasPrefix("/") ? [] : folder
        for step in clean.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}
