/// The codes of what can be said about what is said; each has a page in docs/codes.
package enum LimitCode: String, DiagnosticCode {
    case diagnosticsLeftOut = "L0001"
    case ignoreUnused = "L0002"
    case ignoreUnclear = "L0003"
}

/// The first diagnostics of each code and file, and how many there are besides: a file may have the
/// same mistake in millions of cells.
package struct FirstDiagnostics: Sendable {
    /// How many of one code are said of one file.
    package static let mostOfAKind = 100

    private struct Kind: Hashable {
        let code: String
        let severity: Severity
        let file: String?
    }

    private let limit: Int
    private var kept: [Diagnostic] = []
    private var counts: [Kind: Int] = [:]
    /// Behind which of those that are kept there are more.
    private var full: [(place: Int, kind: Kind)] = []

    package init(limit: Int = mostOfAKind) {
        self.limit = limit
    }

    package mutating func append(_ diagnostic: Diagnostic) {
        let kind = Kind(
            code: diagnostic.code, severity: diagnostic.severity, file: diagnostic.location?.file)
        let count = counts[kind, default: 0] + 1
        counts[kind] = count
        guard count <= limit else { return }
        kept.append(diagnostic)
        if count == limit { full.append((kept.count, kind)) }
    }

    /// The diagnostics in the order in which they came, with how many of a kind are left out behind
    /// the last of that kind.
    package var items: [Diagnostic] {
        var items: [Diagnostic] = []
        var start = 0
        for (place, kind) in full {
            items += kept[start..<place]
            start = place
            let more = counts[kind, default: 0] - limit
            guard more > 0 else { continue }
            items.append(.leftOut(more, of: kind.code, kind.severity, in: kind.file))
        }
        return items + kept[start...]
    }
}

extension Diagnostic {
    /// Returns the first diagnostics of each code and file, and how many there are besides.
    ///
    /// - Complexity: linear in the diagnostics.
    package static func first(
        of diagnostics: [Diagnostic], limit: Int = FirstDiagnostics.mostOfAKind
    ) -> [Diagnostic] {
        var first = FirstDiagnostics(limit: limit)
        for diagnostic in diagnostics { first.append(diagnostic) }
        return first.items
    }

    fileprivate static func leftOut(
        _ count: Int, of code: String, _ severity: Severity, in file: String?
    ) -> Diagnostic {
        Diagnostic(
            LimitCode.diagnosticsLeftOut, severity, at: file.map { .file($0) },
            zh: "另有 \(count) 条 \(code) 没有列出",
            en: "\(count) more of \(code) are not listed",
            help: Message(
                zh: "改正已列出的各条后重新检查", en: "mend those that are listed and check again"))
    }
}
