internal import HeguiDiagnostics

/// A syntax error as people get to see it.
struct SyntaxReport {
    let diagnostic: Diagnostic
    /// Where libyaml noticed the error.
    let offset: Int
    /// Whether more can be learnt from the lines after it.
    let mayGoOn: Bool

    init(_ problem: SyntaxProblem, composer: Composer) {
        let source = composer.source
        let noticed = problem.problemMark.map(composer.offset) ?? composer.lastOffset
        let context = problem.contextMark.map(composer.offset)
        offset = noticed
        if Self.isTab(problem, at: noticed, in: source) {
            diagnostic = Self.tab(at: noticed, in: source)
            mayGoOn = false
            return
        }
        let known = Self.advice(problem, at: noticed, in: source)
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
        return last == 0x22 || last == 0x27 ? .afterQuote : known
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
