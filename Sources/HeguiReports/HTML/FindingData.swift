import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Writes all findings as data of which the page's script makes rows when they are shown.
///
/// Rows are arrays of numbers that lead to lists after them, since most texts are said of many. In
/// a text, `\u{1}` stands for the subject's name.
struct FindingData {
    private let report: HTMLReport
    private var texts = Numbering<MaskedText>()
    private var rules = Numbering<String>()
    private var units = Numbering<OutcomeGrouping.GroupKey>()
    private var subjects = Numbering<Outcome.Subject>()

    /// What stands at which place of a list, in the order in which it came.
    private struct Numbering<Value: Hashable> {
        private(set) var values: [Value] = []
        private var numbers: [Value: Int] = [:]

        @discardableResult
        mutating func number(of value: Value) -> Int {
            if let number = numbers[value] { return number }
            numbers[value] = values.count
            values.append(value)
            return values.count - 1
        }
    }

    init(_ report: HTMLReport) {
        self.report = report
        // Rows are sorted by these numbers, so both have the order of the report.
        for group in report.digest.groups where group.violations > 0 {
            units.number(of: group.key)
        }
        for rule in report.review.rules where rule.counts[.violated, default: 0] > 0 {
            rules.number(of: rule.rule)
        }
    }

    /// Writes the element that holds the data.
    ///
    /// - Complexity: linear in the outcomes; memory for subjects and for texts that differ.
    mutating func write(to stream: inout ReportStream) {
        stream.write("<script type=\"application/json\" id=\"data\">\n{\"rows\":[\n")
        var count = 0
        for outcome in report.review.outcomes.those(of: [.violated]) {
            guard count < report.limits.listed else { break }
            stream.write(count == 0 ? "" : ",\n")
            write(outcome, to: &stream)
            count += 1
        }
        stream.write("],\n")
        writeLists(to: &stream)
        let left = report.digest.violations.total - count
        stream.write("\"left\":\(left),\n\"words\":{")
        for (number, word) in words.enumerated() {
            stream.write("\(number == 0 ? "" : ",\n")\"\(word.key)\":")
            stream.write(string(stream.redaction.masked(word.text).visible))
        }
        stream.write("}}\n</script>\n")
    }

    private mutating func write(_ outcome: Outcome, to stream: inout ReportStream) {
        let redaction = stream.redaction
        let name = redaction.masked(DataText(outcome.subject.name)).visible
        func template(_ text: DataText) -> MaskedText {
            let shown = redaction.masked(text).visible
            guard !name.isEmpty else { return shown }
            return shown.changed { $0.replacing(name.string, with: "\u{1}") }
        }
        let say = report.say
        let sources = SourceList.text(outcome.sources, say)
        let remedy = outcome.remedy.map { say($0) } ?? say(report.index.rule(outcome.rule)?.remedy)
        let details =
            [report.facts.line(of: outcome)] + report.facts.partLines(of: outcome)
            + [sources.isEmpty ? "" : say("见 ", "see ") + sources]
            + [outcome.explanation.map { report.facts.explanation($0) } ?? ""]
            + [remedy.map { say("办理要求：", "What to do: ") + $0 } ?? ""]
        let level = Level.byWeight.firstIndex(of: outcome.level) ?? 0
        let unit = units.number(of: report.grouping.key(of: outcome.subject))
        let numbers =
            [
                level, rules.number(of: outcome.rule), unit, subjects.number(of: outcome.subject),
                outcome.isOpen ? 0 : 1, texts.number(of: template(say(outcome.message))),
            ]
            + details.filter { !$0.isEmpty }.map { texts.number(of: template($0)) }
        stream.write("[" + numbers.map { "\($0)" }.joined(separator: ",") + "]")
    }

    private func writeLists(to stream: inout ReportStream) {
        let report = report
        let redaction = stream.redaction
        let names = Dictionary(
            report.digest.groups.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
        func text(_ text: DataText) -> MaskedText { string(redaction.masked(text).visible) }
        write("texts", texts.values.map(string), to: &stream)
        let levels = Level.byWeight.map { level -> MaskedText in
            "[\"\(MaskedText(word: level))\",\(text(report.say(level)))]"
        }
        write("levels", levels, to: &stream)
        let rules = rules.values.map { id -> MaskedText in
            let clause = report.index.rule(id)?.clause ?? ""
            let title = text(report.index.ruleTitle(id, report.say))
            let anchor = text(DataText(report.anchor(ofClause: clause)))
            return "[\(text(DataText(id))),\(title),\(text(DataText(clause))),\(anchor)]"
        }
        write("rules", rules, to: &stream)
        let units = units.values.map { key -> MaskedText in
            let name = report.name(ofGroup: names[key] ?? nil, dataset: key.dataset)
            return "[\(text(name)),\(text(DataText(report.anchors[key] ?? "")))]"
        }
        write("units", units, to: &stream)
        let subjects = subjects.values.map { subject -> MaskedText in
            "[\(text(DataText(subject.name))),\(text(report.name(of: subject)))]"
        }
        write("subjects", subjects, to: &stream)
    }

    private func write(
        _ name: MaskedText, _ entries: [MaskedText], to stream: inout ReportStream
    ) {
        stream.write("\"\(name)\":[")
        for (number, entry) in entries.enumerated() {
            stream.write(number == 0 ? entry : ",\n" + entry)
        }
        stream.write("],\n")
    }

    /// What the script says.
    private var words: [(key: MaskedText, text: DataText)] {
        let say = report.say
        return [
            ("shown", say("项", "shown")), ("explained", say("已说明", "explained")),
            ("all", say("全部", "all")), ("more", say("再显示一些", "Show more")),
            ("details", say("详情", "Details")),
            ("none", say("没有符合条件的事项。", "Nothing fits.")),
            (
                "left",
                say("（未列出的部分没有搜索）", "(what is not listed was not searched)")
            ),
            ("copied", say("已复制", "Copied")), ("file", say("问题清单.csv", "findings.csv")),
            ("level", say("级别", "level")), ("clause", say("条款", "clause")),
            ("rule", say("规则", "rule")), ("unit", say("单位", "unit")),
            ("subject", say("对象", "subject")), ("finding", say("疑点", "finding")),
            ("facts", say("依据和要求", "facts")), ("state", say("状态", "state")),
        ]
    }

    /// A string of JSON that cannot end the element in which it stands.
    private func string(_ text: MaskedText) -> MaskedText {
        "\"\(text.inJSON.escaped { $0 == "<" ? "\\u003c" : nil })\""
    }
}
