import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

extension XLSXReport {
    /// Writes every finding, unit by unit.
    func writeFindings(_ clauses: ClauseRows, to workbook: WorkbookWriter) throws {
        let name = say("问题清单", "Findings")
        try write(digest.violations, sheet: name, clauses: clauses, to: workbook) { outcome in
            if let explanation = outcome.explanation {
                return [say("已说明", "explained"), facts.explanation(explanation)]
            }
            return [say("待处理", "open"), ""]
        }
    }

    /// Writes what is neither met nor broken: pending, undetermined, waived, advised, failed.
    func writeOthers(_ clauses: ClauseRows, to workbook: WorkbookWriter) throws {
        let verdicts: [Verdict] = [.pending, .undetermined, .waived, .advised, .failed]
        var all = ReviewDigest.Held()
        for verdict in verdicts {
            guard let held = digest.others[verdict] else { continue }
            all.total += held.total
            all.outcomes += held.outcomes.prefix(max(0, limit - all.outcomes.count))
        }
        guard all.total > 0 else { return }
        let name = say("其他事项", "Other outcomes")
        try write(all, sheet: name, clauses: clauses, to: workbook) { outcome in
            let missing = MissingList(index: index, say: say).text(of: outcome)
            let note = outcome.waiver.map { facts.waiver($0) } ?? missing
            return [say(outcome.verdict), note]
        }
    }

    private func write(
        _ held: ReviewDigest.Held, sheet name: DataText, clauses: ClauseRows,
        to workbook: WorkbookWriter, _ state: (Outcome) -> [DataText]
    ) throws {
        let columns: [(title: DataText, width: Double)] = [
            (say("序号", "no."), 6), (say("级别", "level"), 9), (say("条款", "clause"), 9),
            (say("规则", "rule"), 18), (say("单位", "unit"), 16), (say("对象", "subject"), 13),
            (say("编号", "id"), 11), (say("疑点", "finding"), 42),
            (say("依据的数值", "values"), 22), (say("依据的单元格", "cells"), 26),
            (say("办理要求", "what to do"), 26), (say("状态", "state"), 9),
            (say("备注", "note"), 20),
        ]
        try addTable(name, columns: columns, to: workbook) { sheet in
            var number = 0
            for group in grouping.groups(of: held.outcomes) {
                for member in group.members {
                    for outcome in member.outcomes {
                        number += 1
                        sheet.add(
                            cells(of: outcome, number: number, group: group, clauses: clauses)
                                + state(outcome).map { .text($0) })
                    }
                }
            }
            addLeftOut(held.left, to: sheet, columns: columns.count)
        }
    }

    private func cells(
        of outcome: Outcome, number: Int, group: OutcomeGroup, clauses: ClauseRows
    ) -> [SheetCell] {
        let rule = index.rule(outcome.rule)
        let message = say(outcome.message)
        let missing = MissingList(index: index, say: say).text(outcome.missing)
        let subject = outcome.subject
        let id = subject.id
        return [
            .number(number, .centred), cell(outcome.level), clauses.cell(outcome.clause),
            .text(index.ruleTitle(outcome.rule, say)), .text(group.name ?? ""),
            .text(subject.name.isEmpty ? id : subject.name), .text(id),
            .text(message.isEmpty ? missing : message),
            .lines([facts.line(of: outcome)] + facts.partLines(of: outcome)),
            .text(SourceList.text(outcome.sources, say)),
            .text(say(outcome.remedy) ?? say(rule?.remedy) ?? ""),
        ]
    }

    /// Writes what is wrong with the data, the weightiest first.
    func writeData(to workbook: WorkbookWriter) throws {
        let findings = review.dataFindings
        guard !findings.isEmpty else { return }
        let columns: [(title: DataText, width: Double)] = [
            (say("级别", "level"), 9), (say("代码", "code"), 9), (say("文件", "file"), 34),
            (say("工作表", "sheet"), 14), (say("单元格", "cell"), 10),
            (say("疑点", "finding"), 50), (say("办理要求", "what to do"), 40),
            (say("另见", "see also"), 30),
        ]
        try addTable(say("数据问题", "Data"), columns: columns, to: workbook) { sheet in
            var room = limit
            for level in Level.byWeight where room > 0 {
                for finding in findings.lazy.filter({ $0.level == level }).prefix(room) {
                    room -= 1
                    let cell = finding.cell
                    sheet.add([
                        self.cell(level), .text(finding.code, .centred), .text(cell.file),
                        .text(cell.sheet ?? ""), .text(say.reference(of: cell)),
                        .text(say(finding.message)), .text(say(finding.help) ?? ""),
                        .text(SourceList.text(finding.related, say)),
                    ])
                }
            }
            addLeftOut(findings.count - limit, to: sheet, columns: columns.count)
        }
    }
}
