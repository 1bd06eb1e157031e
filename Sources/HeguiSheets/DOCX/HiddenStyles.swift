/// Takes which styles of a text document hide what is written in them.
final class HiddenStyles: MarkupHandler {
    private struct Style {
        var base: String?
        /// nil: as the style that it is based on.
        var isHidden: Bool?
    }

    private var styles: [String: Style] = [:]
    private var path: [String] = []
    private var current: String?

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        let parent = path.last
        path.append(name)
        switch (name, parent) {
        case ("style", "styles"):
            current = attributes.value("styleId")
            if let current { styles[current] = Style() }
        case ("basedOn", "style"): change { $0.base = attributes.value("val") }
        // Of the style itself, and not of some rows of a table in it.
        case ("vanish", "rPr"):
            if path.dropLast(2).last == "style" { change { $0.isHidden = attributes.isOn } }
        default: break
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        path.removeLast()
        if name == "style" { current = nil }
    }

    func text(_ piece: String) throws(IntakeFailure) {}

    private func change(_ change: (inout Style) -> Void) {
        if let current { change(&styles[current, default: Style()]) }
    }

    /// The ids of those that hide; styles that are based on each other in a circle do not.
    var ids: Set<String> { Set(styles.keys.filter(hides)) }

    private func hides(_ id: String) -> Bool {
        var next: String? = id
        var seen: Set<String> = []
        while let name = next, let style = styles[name], seen.insert(name).inserted {
            if let isHidden = style.isHidden { return isHidden }
            next = style.base
        }
        return false
    }
}
