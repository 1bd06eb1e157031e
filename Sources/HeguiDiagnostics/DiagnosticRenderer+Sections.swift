extension DiagnosticRenderer {
    /// The parts of a diagnostic between its first line and its notes, one a file or cell.
    struct Sections {
        private struct Section {
            /// What stands after the arrow.
            var place: String
            var snippet: Snippet?
        }

        private var sections: [Section] = []
        private var indexOfFile: [String: Int] = [:]
        private let renderer: DiagnosticRenderer
        private let severity: Severity

        init(_ diagnostic: Diagnostic, renderer: DiagnosticRenderer) {
            self.renderer = renderer
            severity = diagnostic.severity
            if let location = diagnostic.location {
                add(location, isPrimary: true, label: renderer.line(diagnostic.label))
            }
            for label in diagnostic.secondary {
                add(label.location, isPrimary: false, label: renderer.line(label.text))
            }
        }

        /// The columns that line numbers take; at least two, so that arrows line up.
        var gutter: Int {
            let last = sections.compactMap(\.snippet?.lastLine).max() ?? 0
            return max(2, String(last).count)
        }

        func rows() -> [InkedRow] {
            sections.enumerated().flatMap { index, section in
                var row = InkedRow()
                row.advance(to: gutter)
                row.append(index == 0 ? "--> " : "::: ", .frame)
                row.append(section.place)
                return [row] + (section.snippet?.rows(gutter: gutter) ?? [])
            }
        }

        private mutating func add(_ location: Location, isPrimary: Bool, label: String) {
            let place = VisibleText.of(location.description(in: renderer.language))
            if case .text(let span) = location, let source = renderer.texts[span.file] {
                let index = indexOfFile[span.file]
                var snippet =
                    index.flatMap { sections[$0].snippet }
                    ?? Snippet(source: source, severity: severity)
                if snippet.mark(span, isPrimary: isPrimary, label: label) {
                    indexOfFile[span.file] = index ?? sections.count
                    if let index {
                        sections[index].snippet = snippet
                    } else {
                        sections.append(Section(place: place, snippet: snippet))
                    }
                    return
                }
            }
            let colon = renderer.language == .chinese ? "：" : ": "
            sections.append(Section(place: label.isEmpty ? place : place + colon + label))
        }
    }
}
