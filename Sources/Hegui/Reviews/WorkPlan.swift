public import HeguiCalendar
import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiReports
import HeguiSheets
import HeguiTables

/// How the rules of a pack are worked on a drop.
public struct WorkPlan: Sendable {
    /// How one rule is worked.
    struct Line: Sendable {
        let rule: String
        /// Why it is worked row by row; nil for one that is worked on columns.
        let obstacle: Message?
    }

    /// Why the drop as a whole is read row by row, where it is.
    let refusal: Message?
    let lines: [Line]

    /// Returns a line for each rule, in the pack's order, and one that sums up.
    public func text(in language: ReportLanguage) -> String {
        let language = language.language
        if let refusal {
            let all = Message(zh: "全部逐行计算：", en: "everything is worked row by row: ")
            return all.text(in: language) + refusal.text(in: language) + "\n"
        }
        let columns = Message(zh: "按列", en: "columns").text(in: language)
        let rows = Message(zh: "逐行", en: "rows").text(in: language)
        let width = lines.map(\.rule.count).max() ?? 0
        var text = ""
        for line in lines {
            let pad = String(repeating: " ", count: width - line.rule.count)
            text += line.rule + pad + "  "
            text += line.obstacle.map { rows + "  " + $0.text(in: language) } ?? columns
            text += "\n"
        }
        let count = lines.count { $0.obstacle == nil }
        let sum = Message(
            zh: "\(lines.count) 条规则中 \(count) 条按列计算",
            en: "\(count) of \(lines.count) rules are worked on columns")
        return text + sum.text(in: language) + "\n"
    }
}

extension RulePack {
    /// Returns how each rule is worked on the material in `paths`, ignoring its size.
    ///
    /// - Complexity: as reading the material.
    public func workPlan(drop paths: DropPaths, asOf: Day) -> WorkPlan {
        let plan = Plan(pack)
        let listing = DropListing(of: paths.selection)
        let intake = ColumnIntake(
            pack, needed: plan.neededColumns, asOf: asOf, threads: ReviewEngine.threads,
            named: namedWaivers(of: listing))
        do throws(ColumnRefusal) {
            let tables = try intake.read(listing)
            try plan.check(columns: tables)
            let lines = plan.explanation(columns: tables, asOf: asOf).map {
                WorkPlan.Line(rule: $0.rule, obstacle: $0.obstacle)
            }
            return WorkPlan(refusal: nil, lines: lines)
        } catch {
            return WorkPlan(refusal: error.message(Redaction(pack)), lines: [])
        }
    }
}

extension ColumnRefusal {
    /// The reason with the file, where it is about one.
    func message(_ redaction: Redaction) -> Message {
        guard let file = file.map({ redaction.masked(DataText($0)).string }) else { return reason }
        return Message(zh: "\(file)：\(reason.zh)", en: "\(file): \(reason.en)")
    }
}
