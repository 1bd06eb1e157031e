import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiSheets
import HeguiTables

/// One thing that is said of a file: what is wrong or open, where, and what to do.
struct FileFinding: Sendable {
    let tone: CellNote.Tone
    /// The level, or that nothing can be judged.
    let mark: DataText
    let title: DataText
    /// What was found and what is asked.
    let lines: [DataText]
    let remedy: DataText?
    /// Those of the file, the most telling first; empty where none of them shows it.
    var cells: [CellAddress]
}

/// Puts what a review says into findings of files.
struct FileFindingWords: Sendable {
    let say: Speaker
    private let index: ReviewIndex
    private let facts: FactLines

    init(_ pack: Pack, _ say: Speaker) {
        self.say = say
        index = ReviewIndex(pack)
        facts = FactLines(say: say)
    }

    /// What is wrong, what was found and asked, and what to do.
    func finding(_ outcome: Outcome, at cells: [CellAddress]) -> FileFinding {
        let rule = index.rule(outcome.rule)
        let lines = [say(outcome.message), facts.line(of: outcome)] + facts.partLines(of: outcome)
        return FileFinding(
            tone: CellNote.Tone(outcome.level), mark: say(outcome.level),
            title: "\(outcome.clause) \(index.ruleTitle(outcome.rule, say))",
            lines: lines.filter { !$0.isEmpty }, remedy: say(outcome.remedy) ?? say(rule?.remedy),
            cells: cells)
    }

    /// What cannot be judged as long as these cells are empty or unreadable.
    func open(_ outcome: Outcome, at cells: [CellAddress]) -> FileFinding {
        FileFinding(
            tone: .open, mark: say("无法判定", "undetermined"),
            title: "\(outcome.clause) \(index.ruleTitle(outcome.rule, say))",
            lines: [MissingList(index: index, say: say).text(outcome.missing)], remedy: nil,
            cells: cells)
    }

    func finding(_ finding: DataFinding) -> FileFinding {
        FileFinding(
            tone: CellNote.Tone(finding.level), mark: say(finding.level),
            title: say("数据问题 ", "data ") + DataText(finding.code),
            lines: [say(finding.message)], remedy: say(finding.help), cells: [finding.cell])
    }

    func finding(_ item: MaterialItem) -> FileFinding {
        FileFinding(
            tone: CellNote.Tone(item.level), mark: say(item.level),
            title: item.clause.map { "\($0) \(say(item.state))" as DataText } ?? say(item.state),
            lines: [say(item.message)], remedy: remedy(of: item), cells: [])
    }

    private func remedy(of item: MaterialItem) -> DataText? {
        switch item.state {
        case .unread:
            say("按提示改正后重新报送", "correct what is said of the file and hand it in again")
        case .twoVersions: say("说明以哪一份为准", "say which of the two counts")
        case .received, .notReceived: nil
        }
    }

    /// What is said of the file itself, as of rows that it hides.
    func finding(_ diagnostic: Diagnostic) -> FileFinding {
        let tone: CellNote.Tone = diagnostic.severity == .error ? .verify : .hint
        let level: Level = diagnostic.severity == .error ? .verify : .hint
        return FileFinding(
            tone: tone, mark: say(level),
            title: say("文件提示 ", "file ") + DataText(diagnostic.code),
            lines: [say(diagnostic.message)], remedy: say(diagnostic.help), cells: [])
    }

    /// The finding as the comment of a cell says it.
    func text(_ finding: FileFinding) -> DataText {
        let head = say("【\(finding.mark)】", "[\(finding.mark)] ") + finding.title
        let remedy = finding.remedy.map { say("办理要求：", "What to do: ") + $0 }
        return ([head] + finding.lines + [remedy].compactMap(\.self)).joined(separator: "\n")
    }
}

extension CellNote.Tone {
    init(_ level: Level) {
        switch level {
        case .mandatory: self = .mandatory
        case .verify: self = .verify
        case .hint: self = .hint
        }
    }
}
