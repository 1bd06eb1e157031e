package import HeguiDiagnostics
package import HeguiPack
package import HeguiReview
package import HeguiSheets
import HeguiTables

/// What is to be written at the cells of one file of a drop.
package struct CellNotes: Sendable {
    /// A cell with more notes than this says how many there are besides.
    private static let notesOfCell = 6
    /// A verdict that rests on more cells is marked at the most telling one of each sheet alone.
    private static let cellsOfOutcome = 3
    /// More comments make a sheet that nobody can open.
    package static let limit = 20_000

    /// In order of cells, the weightiest note of a cell first.
    package private(set) var notes: [CellNote] = []
    /// How many findings are marked, by level.
    package private(set) var counts: [Level: Int] = [:]
    /// How many verdicts wait for a cell that is marked.
    package private(set) var openCount = 0
    /// How many findings of the units in this file are in no cell of it.
    package private(set) var elsewhere = 0
    /// How many findings of this file are left out.
    package private(set) var left = 0

    private let index: ReviewIndex
    private let say: Speaker
    private let facts: FactLines
    private let redaction: Redaction
    private let file: String
    /// By unit: findings elsewhere, and whether it has any here.
    private var units: [String: (elsewhere: Int, isHere: Bool)] = [:]
    private var byCell: [CellAddress: [(tone: CellNote.Tone, text: DataText)]] = [:]

    /// Collects what `review` says of `file`, which is named as cells name it.
    ///
    /// - Complexity: linear in the outcomes.
    package init(_ review: Review, file: String, language: Language) {
        index = ReviewIndex(review.pack)
        say = Speaker(language)
        facts = FactLines(say: say)
        redaction = Redaction(review.pack)
        self.file = file
        for outcome in review.outcomes.those(of: [.violated, .undetermined]) { add(outcome) }
        for finding in review.dataFindings { add(finding) }
        let cells = byCell.keys.sorted {
            ($0.sheet ?? "", $0.row, $0.column ?? 0) < ($1.sheet ?? "", $1.row, $1.column ?? 0)
        }
        notes = cells.map { note(at: $0, byCell[$0] ?? []) }
        byCell = [:]
        elsewhere = units.values.reduce(0) { $1.isHere ? $0 + $1.elsewhere : $0 }
    }

    private mutating func add(_ outcome: Outcome) {
        if outcome.verdict == .undetermined {
            addOpen(outcome)
        } else if outcome.isOpen {
            let cells = outcome.sources.filter { $0.file == file }
            let unit = outcome.subject.groupID ?? outcome.subject.id
            guard !cells.isEmpty else {
                units[unit, default: (0, false)].elsewhere += 1
                return
            }
            units[unit, default: (0, false)].isHere = true
            let isAdded = add(CellNote.Tone(outcome.level), text(of: outcome), at: telling(cells))
            if isAdded { counts[outcome.level, default: 0] += 1 } else { left += 1 }
        }
    }

    /// What cannot be judged as long as a cell is empty or unreadable.
    private mutating func addOpen(_ outcome: Outcome) {
        let cells = outcome.missing.compactMap { missing -> CellAddress? in
            guard case .cell(let cell, _, _) = missing, cell.file == file else { return nil }
            return cell
        }
        guard !cells.isEmpty else { return }
        let title = index.ruleTitle(outcome.rule, say)
        let why = MissingList(index: index, say: say).text(outcome.missing)
        let text = [
            say("【无法判定】", "[undetermined] ") + "\(outcome.clause) \(title)", why,
        ].joined(separator: "\n")
        if add(.open, text, at: telling(cells)) {
            openCount += 1
        } else {
            left += 1
        }
    }

    private mutating func add(_ finding: DataFinding) {
        guard finding.cell.file == file else { return }
        var lines = [
            mark(finding.level) + say("数据问题 ", "data ") + DataText(finding.code),
            say(finding.message),
        ]
        if let help = finding.help {
            lines.append(say("办理要求：", "What to do: ") + say(help))
        }
        let text = lines.joined(separator: "\n")
        if add(CellNote.Tone(finding.level), text, at: [finding.cell]) {
            counts[finding.level, default: 0] += 1
        } else {
            left += 1
        }
    }

    private func telling(_ cells: [CellAddress]) -> [CellAddress] {
        guard cells.count > Self.cellsOfOutcome else { return cells }
        var sheets: Set<String?> = []
        return Array(cells.filter { sheets.insert($0.sheet).inserted }.prefix(Self.cellsOfOutcome))
    }

    private mutating func add(
        _ tone: CellNote.Tone, _ text: DataText, at cells: some Sequence<CellAddress>
    ) -> Bool {
        var isAdded = false
        for cell in cells where byCell[cell] != nil || byCell.count < Self.limit {
            byCell[cell, default: []].append((tone, text))
            isAdded = true
        }
        return isAdded
    }

    /// What is wrong, what was found and asked, and what to do.
    private func text(of outcome: Outcome) -> DataText {
        let rule = index.rule(outcome.rule)
        var lines = [
            mark(outcome.level) + "\(outcome.clause) \(index.ruleTitle(outcome.rule, say))",
            say(outcome.message), facts.line(of: outcome),
        ]
        lines += facts.partLines(of: outcome)
        let remedy = say(outcome.remedy) ?? say(rule?.remedy)
        if let remedy { lines.append(say("办理要求：", "What to do: ") + remedy) }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func note(
        at cell: CellAddress, _ entries: [(tone: CellNote.Tone, text: DataText)]
    ) -> CellNote {
        let order = entries.indices.sorted { left, right in
            let (first, second) = (entries[left].tone, entries[right].tone)
            return first == second ? left < right : first > second
        }
        var texts = order.prefix(Self.notesOfCell).map { shown(entries[$0].text) }
        let more = entries.count - Self.notesOfCell
        if more > 0 { texts.append(shown(say("另有 \(more) 项", "\(more) more"))) }
        let tone = entries.map(\.tone).max() ?? .open
        return CellNote(cell: cell, text: texts.joined(separator: "\n\n").string, tone: tone)
    }

    private func shown(_ text: DataText) -> MaskedText {
        redaction.masked(text).lines.map(\.visible).joined(separator: "\n")
    }

    private func mark(_ level: Level) -> DataText {
        say("【\(say(level))】", "[\(say(level))] ")
    }

}

extension CellNotes {
    /// What became of the file in a line or two, each with its line break.
    package func summary(cellCount: Int, path: String) -> MaskedText {
        let levels = Level.byWeight.filter { counts[$0, default: 0] > 0 }
            .map { "\(say($0)) \(counts[$0, default: 0])" as DataText }
        let open = say("无法判定 \(openCount)", "undetermined \(openCount)")
        let parts = (levels + (openCount > 0 ? [open] : [])).joined(separator: " · ")
        var text =
            cellCount == 0
            ? say("没有需要标注的单元格\n", "no cell had to be marked\n")
            : say(
                "标注了 \(cellCount) 个单元格（\(parts)）：\(path)\n",
                "marked \(cellCount) cells (\(parts)): \(path)\n")
        if elsewhere > 0 {
            text += say(
                "这些单位另有 \(elsewhere) 项问题不在本文件的单元格中，见 hegui review\n",
                "\(elsewhere) findings of these units are in no cell of this file; "
                    + "see hegui review\n")
        }
        if left > 0 {
            text += say(
                "单元格太多，另有 \(left) 项没有标注\n", "too many cells: \(left) findings are not marked\n")
        }
        return redaction.masked(text).visibleLines
    }
}

extension CellNote.Tone {
    fileprivate init(_ level: Level) {
        switch level {
        case .mandatory: self = .mandatory
        case .verify: self = .verify
        case .hint: self = .hint
        }
    }
}
