import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// A comparison put into sections of rows, for the formats that people read.
struct ComparisonTable {
    struct Entry {
        let level: Level?
        let clause: DataText
        let subject: DataText
        /// What has become of it, such as `未到期 → 违反`.
        let change: DataText
        let causes: DataText
        /// Further lines: the message and what is known besides.
        let notes: [DataText]
    }

    struct Section {
        let title: DataText
        let count: Int
        let entries: [Entry]
        /// Where entries were left out, how many.
        var leftOut: Int { count - entries.count }
    }

    /// A section lists at most so many; JSON has all.
    static let limit = 500

    let comparison: Comparison
    let say: Speaker

    /// The sections that are not empty, what is new first.
    var sections: [Section] {
        let changes = comparison.changes
        return [
            section(say("新增问题", "New findings"), changes.filter(\.isNewFinding), entry: entry),
            section(
                say("已消除的问题", "Findings that are gone"), changes.filter(\.isResolved), entry: entry),
            section(
                say("其他结论变化", "Other changed verdicts"),
                changes.filter { !$0.isNewFinding && !$0.isResolved }, entry: entry),
            section(say("评优变化", "Changed standings"), comparison.standings, entry: entry),
            section(say("新增数据问题", "New data findings"), comparison.newDataFindings, entry: entry),
            section(
                say("已消除的数据问题", "Data findings that are gone"), comparison.goneDataFindings,
                entry: entry),
            section(
                say("以往记录的改动（疑点，待核实）", "Changed entries of the past (to verify)"),
                comparison.pastChanges, entry: entry),
        ].filter { $0.count > 0 }
    }

    /// What the two reviews followed from, in lines of a title and a text.
    var header: [(title: DataText, text: DataText)] {
        let (old, new) = (comparison.old.provenance, comparison.new.provenance)
        let factors = comparison.factors
        var lines: [(title: DataText, text: DataText)] = [
            (say("审查", "reviews"), "\(comparison.old.name) → \(comparison.new.name)"),
            (say("截至", "as of"), pair(old.asOf, new.asOf)),
            (
                say("规则包", "pack"),
                pair("\(old.pack.id) \(old.pack.version)", "\(new.pack.id) \(new.pack.version)")
                    + (factors.isPackChanged ? say("（内容已变）", " (altered)") : "")
            ),
            (say("材料", "files"), files(factors)),
        ]
        let parameters = factors.parameters.map {
            "\($0.name): \($0.before?.description ?? "–") → \($0.after?.description ?? "–")"
                as DataText
        }
        if !parameters.isEmpty {
            lines.append((say("参数", "parameters"), parameters.joined(separator: say("；", "; "))))
        }
        if factors.isCalendarChanged {
            lines.append((say("工作日历", "calendar"), say("已变", "altered")))
        }
        if factors.isEngineChanged {
            lines.append((say("程序", "engine"), pair(old.engineVersion, new.engineVersion)))
        }
        return lines
    }

    /// How many changes there are, and how many have each cause.
    var summary: DataText {
        let changes = comparison.changes
        let new = changes.count(where: \.isNewFinding)
        let gone = changes.count(where: \.isResolved)
        let rest = changes.count - new - gone
        var text = say(
            "新增问题 \(new) · 已消除 \(gone) · 其他变化 \(rest)",
            "new findings: \(new) · gone: \(gone) · other changes: \(rest)")
        let causes = Cause.allCases.compactMap { cause -> DataText? in
            let count = changes.count { $0.causes.first == cause }
            return count > 0 ? "\(say(cause)) \(count)" : nil
        }
        if !causes.isEmpty {
            text += say("；原因：", "; causes: ") + causes.joined(separator: say("、", ", "))
        }
        let doubts = changes.count { !$0.isCertain }
        if doubts > 0 {
            text += say("；\(doubts) 项原因不确定", "; uncertain causes: \(doubts)")
        }
        return text
    }

    private func files(_ factors: ReviewFactors) -> DataText {
        let (added, removed, altered) = (
            factors.addedFiles.count, factors.removedFiles.count, factors.alteredFiles.count
        )
        guard added + removed + altered > 0 else { return say("未变", "the same") }
        let names = (factors.alteredFiles + factors.addedFiles + factors.removedFiles)
        let list = names.prefix(5).map { DataText($0) }.joined(separator: say("、", ", "))
        let more: DataText = names.count > 5 ? say(" 等", " …") : ""
        return say(
            "改 \(altered)、增 \(added)、减 \(removed)（\(list)\(more)）",
            "altered \(altered), added \(added), removed \(removed) (\(list)\(more))")
    }

    private func pair(_ old: String, _ new: String) -> DataText {
        old == new ? DataText(new) : "\(old) → \(new)"
    }

    private func section<Item>(
        _ title: DataText, _ items: [Item], entry: (Item) -> Entry
    ) -> Section {
        Section(title: title, count: items.count, entries: items.prefix(Self.limit).map(entry))
    }

}
