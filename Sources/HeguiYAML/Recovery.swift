internal import HeguiDiagnostics

/// Reads a file stretch by stretch: after a syntax error, from the next line at the margin on.
struct Recovery {
    let source: SourceText
    let limits: YAML.Limits
    /// Keys of the outermost mapping whose values nobody asks for.
    let omitted: Set<String>

    /// Returns the root, if there was no syntax error, and all diagnostics.
    func run() -> YAMLDocument {
        var result = YAMLDocument(root: nil, diagnostics: [])
        var start = source.bytes.starts(with: UTF8Check.mark) ? UTF8Check.mark.count : 0
        for attempt in 0..<max(1, limits.syntaxErrors) {
            let isContinuation = attempt > 0
            guard
                var composer = Composer(
                    source, from: start, limits: limits, isContinuation: isContinuation,
                    leavingOut: omitted)
            else {
                result.diagnostics.append(.noMemory(source))
                return result
            }
            do throws(Composer.Stop) {
                try composer.run()
                result.diagnostics += composer.diagnostics
                if !isContinuation { result.root = composer.root }
                return result
            } catch {
                result.diagnostics += composer.diagnostics
                guard case .syntax(let problem) = error else { return result }
                let report = SyntaxReport(problem, composer: composer)
                result.diagnostics.append(report.diagnostic)
                guard report.mayGoOn, let next = nextStart(after: report.offset, composer)
                else { return result }
                start = next
            }
        }
        return result
    }

    /// Returns the beginning of the first line that looks like a new start, after the error.
    ///
    /// The error's own line will do if the error is at its margin: that is where an unclosed
    /// bracket is noticed.
    private func nextStart(after offset: Int, _ composer: Composer) -> Int? {
        let errorLine = source.lineIndex(at: offset)
        let lastLine = source.lineIndex(at: composer.lastOffset)
        let isAtMargin = source.lineStarts[errorLine] == offset && errorLine > lastLine
        let first = isAtMargin ? errorLine : errorLine + 1
        return source.lineStarts.dropFirst(first).first(where: isFreshStart)
    }

    /// Whether at `start` stands a line like `key: …` that is not indented.
    private func isFreshStart(_ start: Int) -> Bool {
        guard start < source.bytes.count else { return false }
        let first = source.bytes[start]
        let isLetter = (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7A
        guard isLetter || first == 0x5F || first >= 0x80 else { return false }
        let line = source.bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        guard let colon = line.firstIndex(of: 0x3A) else { return false }
        return colon + 1 == line.endIndex || line[colon + 1] == 0x20
    }
}

/// A syntax error as people get to see it.
struct SyntaxReport {
    let diagnostic: Diagnostic
    /// Where libyaml noticed the error.
    let offset: Int
    /// Whether more can be learnt from the lines after it.
    let mayGoOn: Bool

    init(_ problem: SyntaxProblem, composer: Composer) {
        let source = composer.source
        let place = { (mark: Int) in source.offset(ofCodePoint: composer.base + mark) }
        let noticed = problem.problemMark.map(place) ?? composer.lastOffset
        let context = problem.contextMark.map(place)
        offset = noticed
        if Self.isTab(problem, at: noticed, in: source) {
            diagnostic = Self.tab(at: noticed, in: source)
            mayGoOn = false
            return
        }
        let known = Self.advice(problem, at: noticed, in: source)
        let key = known.problem == "could not find expected ':'" ? context : nil
        if let found = LookAlike.diagnostic(noticedAt: noticed, key: key, in: source) {
            diagnostic = found
            mayGoOn = true
            return
        }
        let pointsBack = known.pointsAtBeginning && context != nil
        let primary = pointsBack ? context ?? noticed : noticed
        var secondary: [Diagnostic.Label] = []
        if let opening = known.beginning, let context, !pointsBack, context < noticed {
            let place = Location.text(source.character(at: context))
            secondary.append(Diagnostic.Label(location: place, text: opening))
        }
        diagnostic = Diagnostic(
            code: known.code.rawValue,
            message: known.message,
            at: .text(known.marksLine ? source.rest(at: primary) : source.character(at: primary)),
            label: known.label,
            secondary: secondary,
            help: known.help
        )
        mayGoOn = !pointsBack || problem.problem != "found unexpected end of stream"
    }

    private static func advice(
        _ problem: SyntaxProblem, at offset: Int, in source: SourceText
    ) -> SyntaxAdvice {
        let known = SyntaxAdvice.all.first { $0.matches(problem) } ?? .unknown(problem)
        guard known.problem == SyntaxAdvice.afterQuote.problem else { return known }
        let line = source.lineStarts[source.lineIndex(at: offset)]
        let last = source.bytes[line..<offset].last { !LineBreak.isBlank($0) }
        switch last {
        case 0x22, 0x27: return .afterQuote
        case 0x5D, 0x7D: return .afterBracket
        default: return known
        }
    }

    /// Whether a tab stands where only spaces may; libyaml has three ways to say so.
    private static func isTab(
        _ problem: SyntaxProblem, at offset: Int, in source: SourceText
    ) -> Bool {
        guard offset < source.bytes.count, source.bytes[offset] == 0x09 else { return false }
        return problem.problem.contains("tab character")
            || problem.problem == "found character that cannot start any token"
    }

    private static func tab(at offset: Int, in source: SourceText) -> Diagnostic {
        let line = source.lineIndex(at: offset)
        let more = source.lineStarts.dropFirst(line + 1).count { start in
            source.bytes[start...].prefix(while: LineBreak.isBlank).contains(0x09)
        }
        return .tab(source.character(at: offset), more: more)
    }
}
