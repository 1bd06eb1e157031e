/// Comments in source texts that silence warnings and notes at one place:
/// `# hegui: ignore R0705 — kept for next year`.
///
/// One that ends a line is about that line, one on a line of its own about the next line that is no
/// comment. It names the codes and the reason; what it does not silence is not touched, and a comment
/// that silences nothing is reported itself (L0002), so that none outlives its cause.
package struct SilencedDiagnostics: Sendable {
    /// What is left, and what is wrong with the comments, in the order of the diagnostics.
    package let diagnostics: [Diagnostic]

    /// - Complexity: linear in the texts and the diagnostics.
    package init(_ diagnostics: [Diagnostic], in texts: some Sequence<SourceText>) {
        var comments = texts.flatMap(IgnoreComment.all)
        var kept: [Diagnostic] = []
        for diagnostic in diagnostics {
            var isSilenced = false
            for index in comments.indices where comments[index].silences(diagnostic) {
                comments[index].used.insert(diagnostic.code)
                isSilenced = true
            }
            if !isSilenced { kept.append(diagnostic) }
        }
        self.diagnostics = kept + comments.compactMap(\.mistake)
    }
}

/// A comment that silences diagnostics.
private struct IgnoreComment {
    private static let mark = "# hegui: ignore"

    let span: Span
    /// The line that it is about.
    let line: Int
    let codes: [String]
    let reason: String
    var used: Set<String> = []

    static func all(in text: SourceText) -> [IgnoreComment] {
        let lines = String(decoding: text.bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.compactMap { index in
            guard let start = lines[index].firstRange(of: mark)?.lowerBound else { return nil }
            let before = lines[index][..<start]
            // In the middle of a word it is no comment.
            guard before.last.map({ $0 == " " || $0 == "\t" }) ?? true else { return nil }
            let offset = text.lineStarts[index] + before.utf8.count
            let end = text.lineStarts[index] + lines[index].utf8.count
            var about = index
            if before.allSatisfy({ $0 == " " || $0 == "\t" }) {
                about =
                    lines[(index + 1)...].firstIndex { line in
                        let words = line.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
                        return !words.isEmpty && words.first != "#"
                    } ?? index
            }
            return IgnoreComment(
                lines[index][start...].dropFirst(mark.count), span: text.span(offset..<end),
                line: about + 1)
        }
    }

    private init(_ words: Substring, span: Span, line: Int) {
        self.span = span
        self.line = line
        var rest = words.drop { $0 == " " || $0 == "\t" }
        var codes: [String] = []
        while let code = rest.prefixMatch(of: /([A-Z]\d{4})[,\s]*/) {
            codes.append(String(code.output.1))
            rest = rest[code.range.upperBound...]
        }
        self.codes = codes
        reason = rest.trimmingPrefix(/[—–:：\-\s]+/).filter { !$0.isWhitespace }
    }

    /// Mistakes are never silenced: what cannot be used is not better for being expected.
    func silences(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.severity != .error, !reason.isEmpty, codes.contains(diagnostic.code),
            case .text(let place)? = diagnostic.location
        else { return false }
        return place.file == span.file && place.start.line == line
    }

    /// What is wrong with the comment itself.
    var mistake: Diagnostic? {
        guard !codes.isEmpty, !reason.isEmpty else { return .ignoreUnclear(at: span) }
        let idle = codes.filter { !used.contains($0) }
        return idle.isEmpty ? nil : .ignoreUnused(idle, at: span)
    }
}

extension Diagnostic {
    fileprivate static func ignoreUnused(_ codes: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            LimitCode.ignoreUnused, .warning, at: .text(span),
            zh: "这里没有可忽略的 \(codes.joined(separator: "、"))",
            en: "there is no \(codes.joined(separator: ", ")) to ignore here",
            help: Message(
                zh: "删去这条注释；错误不能忽略", en: "remove the comment; mistakes cannot be ignored"))
    }

    fileprivate static func ignoreUnclear(at span: Span) -> Diagnostic {
        Diagnostic(
            LimitCode.ignoreUnclear, .warning, at: .text(span),
            zh: "没有写明忽略哪个代码或为什么", en: "it is not said which code is ignored, or why",
            help: Message(
                zh: "写 `# hegui: ignore R0705 — 原因`", en: "write `# hegui: ignore R0705 — reason`"))
    }
}
