package import HeguiDiagnostics
import HeguiPack

/// Writes a verification for people: what was compared, and precisely what differs.
package struct VerificationText: Sendable {
    /// How many differing files are told one by one.
    private static let limit = 20

    private let verification: Verification
    private let say: Speaker

    package init(_ verification: Verification, language: Language) {
        self.verification = verification
        say = Speaker(language)
    }

    package func write(to stream: inout ReportStream) {
        let heading =
            verification.isReproduced
            ? say("可以复现", "reproduced") : say("不能复现", "not reproduced")
        let pen = Pen(isColoured: false, redaction: stream.redaction)
        let title = say("复核", "verification")
        stream.write("\(pen.clean("\(title)  \(verification.saved.name)  \(heading)"))\n")
        var table = TextTable([.left, .left, .left])
        addOrigins(to: &table)
        for parameter in verification.factors.parameters {
            table.add([
                say("参数", "parameter"), mark(false),
                "\(parameter.name): \(parameter.before?.description ?? "–") → "
                    + "\(parameter.after?.description ?? "–")",
            ])
        }
        let counts = [
            (say("结论", "outcomes"), verification.outcomeCount),
            (say("评优", "standings"), verification.standingCount),
            (say("数据问题", "data findings"), verification.dataFindingCount),
        ]
        for (title, count) in counts {
            table.add([title, mark(count == 0), count == 0 ? "" : "\(count)"])
        }
        let parts = verification.parts
        table.add([say("文件各部分", "parts of the file"), mark(parts.isEmpty), words(for: parts)])
        table.write(to: &stream, indent: "  ", pen: pen)
        writeOutcomes(to: &stream, pen)
    }

    /// Names the parts that differ.
    private func words(for parts: PartDifferences) -> DataText {
        let altered = parts.altered.map { DataText($0) }
        let repeated = parts.repeated.map { say("\($0)（不止一次）", "\($0) (more than once)") }
        let between = parts.isBetween ? [say("各部分之间", "between the parts")] : []
        return (altered + repeated + between).joined(separator: say("、", ", "))
    }

    private func addOrigins(to table: inout TextTable) {
        let factors = verification.factors
        let (saved, rerun) = (verification.saved.provenance, verification.rerun.provenance)
        table.add([say("截至", "as of"), DataText(saved.asOf)])
        table.add([
            say("规则包", "pack"), mark(!factors.isPackChanged), Self.pair(saved.pack, rerun.pack),
        ])
        table.add([say("工作日历", "calendar"), mark(!factors.isCalendarChanged)])
        table.add([
            say("程序", "engine"), mark(!factors.isEngineChanged),
            Self.pair(saved.engineVersion, rerun.engineVersion),
        ])
        let files = [
            (say("改动", "altered"), factors.alteredFiles),
            (say("缺少", "missing"), factors.removedFiles), (say("多出", "extra"), factors.addedFiles),
        ].filter { !$0.1.isEmpty }.map { $0 + say("：", ": ") + list($1) }
        table.add([
            say("材料", "files"), mark(factors.changedFiles.isEmpty),
            files.joined(separator: say("；", "; ")),
        ])
    }

    private func list(_ files: [String]) -> DataText {
        let more = files.count - Self.limit
        return files.prefix(Self.limit).map { DataText($0) }.joined(separator: say("、", ", "))
            + (more > 0 ? say(" 等另 \(more) 个", " and \(more) more") : "")
    }

    private func writeOutcomes(to stream: inout ReportStream, _ pen: Pen) {
        for (saved, rerun) in verification.outcomes {
            guard let outcome = rerun ?? saved else { continue }
            let before = say(saved?.outcome) ?? say("（无）", "(none)")
            let after = say(rerun?.outcome) ?? say("（无）", "(none)")
            let subject = outcome.subject
            let name = subject.name.isEmpty ? subject.id : subject.name
            let fields = saved.flatMap { saved in rerun.map { Self.fields(saved, $0) } } ?? []
            let what: DataText =
                fields.isEmpty ? "" : "  " + fields.joined(separator: say("、", ", "))
            let line: DataText = "\(outcome.rule)  \(name)  \(before) → \(after)\(what)"
            stream.write("  \(pen.clean(line))\n")
        }
        let rest = verification.outcomeCount - verification.outcomes.count
        if rest > 0 { stream.write("  \(pen.clean(say("另有 \(rest) 项", "\(rest) more")))\n") }
    }

    /// The members of an outcome in which two differ.
    private static func fields(_ saved: SavedOutcome, _ rerun: SavedOutcome) -> [DataText] {
        let pairs: [(DataText, Bool)] = [
            ("fingerprint", saved.fingerprint == rerun.fingerprint),
            ("clause", saved.clause == rerun.clause), ("subject", saved.subject == rerun.subject),
            ("level", saved.level == rerun.level), ("observed", saved.observed == rerun.observed),
            ("required", saved.required == rerun.required), ("gap", saved.gap == rerun.gap),
            ("due", saved.due == rerun.due),
            ("done", saved.doneFrom == rerun.doneFrom && saved.doneTo == rerun.doneTo),
            ("rate", saved.rate == rerun.rate), ("parts", saved.parts == rerun.parts),
            ("sources", saved.sources == rerun.sources),
            ("missing", saved.missing == rerun.missing),
            ("message", saved.message == rerun.message), ("waiver", saved.waiver == rerun.waiver),
            ("explanation", saved.explanation == rerun.explanation),
        ]
        return pairs.filter { !$0.1 }.map(\.0)
    }

    private static func pair(_ old: SavedReview.Pack, _ new: SavedReview.Pack) -> DataText {
        let text = { (pack: SavedReview.Pack) in
            "\(pack.id) \(pack.version) \(pack.sha256.map { String($0.prefix(12)) } ?? "")"
        }
        return pair(text(old), text(new))
    }

    private static func pair(_ old: String, _ new: String) -> DataText {
        old == new ? DataText(new) : "\(old) → \(new)"
    }

    private func mark(_ isSame: Bool) -> DataText {
        isSame ? say("一致", "same") : say("不同", "differs")
    }

}
