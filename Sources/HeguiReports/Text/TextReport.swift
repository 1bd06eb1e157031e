package import HeguiDiagnostics
import HeguiPack
package import HeguiReview

/// Writes a review for people to read in a terminal.
package struct TextReport: Sendable {
    /// How many violations are listed: the weightiest of them.
    package static let findingLimit = 10_000
    /// How many of each other kind of outcome are listed.
    package static let otherLimit = 1_000
    /// The columns of a terminal for which lines are broken.
    static let width = 80

    let review: Review
    let say: Speaker
    let scope: ReviewScope
    let pen: Pen
    let index: ReviewIndex
    let grouping: OutcomeGrouping
    let facts: FactLines
    let provenance: Provenance
    /// Whether only what is asked first is told.
    let isBrief: Bool

    package init(
        _ review: Review, scope: ReviewScope, language: Language, isColoured: Bool = false,
        isBrief: Bool = false, provenance: Provenance = Provenance()
    ) {
        self.review = review
        self.scope = scope
        self.isBrief = isBrief
        say = Speaker(language)
        self.provenance = provenance
        pen = Pen(isColoured: isColoured, redaction: Redaction(review.pack))
        index = ReviewIndex(review.pack)
        grouping = OutcomeGrouping(review, index: index)
        facts = FactLines(say: say)
    }

    /// Writes the whole report.
    package func write(to stream: inout ReportStream) {
        writeHeader(to: &stream)
        writeAnswers(to: &stream)
        if isBrief {
            writeConclusion(VerdictCounts(review), to: &stream)
            return
        }
        writeMaterial(to: &stream)
        writeFindings(to: &stream)
        if scope == .everything {
            writeAdvised(to: &stream)
            writeWaived(to: &stream)
            writePending(to: &stream)
            writeUndetermined(to: &stream)
        }
        writeDataFindings(to: &stream)
        writeFailures(to: &stream)
        if scope == .everything {
            writeRulesNotRun(to: &stream)
            writeStandings(to: &stream)
            writeRuleTable(to: &stream)
        }
        writeFiles(to: &stream)
        writeOrigin(to: &stream)
        writeSummary(to: &stream)
    }

    /// Writes a section's heading, with what is said beside it.
    func writeHeading(_ title: DataText, beside: DataText = "", to stream: inout ReportStream) {
        let rest: MaskedText = beside.isEmpty ? "" : "  " + pen(beside, .muted)
        stream.write("\n" + pen("■ " + title, .heading) + rest + "\n")
    }

    /// Writes how many of a list are left out, and where they are; nothing where it has all.
    func writeLeftOut(_ count: Int, to stream: inout ReportStream) {
        guard count > 0 else { return }
        let words = say(
            "另有 \(count) 项未列出，全部见 --format csv 或 jsonl，或用 --only 单位 分别查看。",
            "\(count) more are not listed; all are in --format csv and jsonl, or look at one unit "
                + "with --only.")
        stream.write("  " + pen(words, .muted) + "\n")
    }

    /// Writes `text` below what it belongs to, broken into lines that all begin after `indent`.
    func write(
        _ text: DataText, _ tone: Tone = .plain, after indent: MaskedText,
        to stream: inout ReportStream
    ) {
        for line in pen.clean(text).wrapped(to: Self.width - indent.width) {
            stream.write(indent + pen.coloured(line, tone) + "\n")
        }
    }

    func held(_ verdict: Verdict) -> HeldOutcomes {
        HeldOutcomes(review.outcomes, of: verdict, limit: Self.otherLimit)
    }

    func tone(of level: Level) -> Tone {
        switch level {
        case .mandatory: .mandatory
        case .verify: .verify
        case .hint: .hint
        }
    }

    func name(of subject: Outcome.Subject) -> DataText {
        SubjectWords(say: say).name(of: subject)
    }

    func fullName(of subject: Outcome.Subject) -> DataText {
        SubjectWords(say: say).fullName(of: subject)
    }

    /// `强制性 5 · 提示 1`, levels with none left out; empty if all are none.
    func levelCounts(_ count: (Level) -> Int) -> DataText {
        Level.byWeight.filter { count($0) > 0 }
            .map { "\(say($0)) \(count($0))" as DataText }
            .joined(separator: " · ")
    }
}
