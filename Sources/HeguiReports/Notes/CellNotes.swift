package import HeguiDiagnostics
package import HeguiPack
package import HeguiReview
package import HeguiSheets
import HeguiTables

/// What is to be written at the cells of one file of a drop, and what is said of it as a whole.
package struct CellNotes: Sendable {
    /// A cell with more notes than this says how many there are besides.
    private static let notesOfCell = 6
    /// A verdict that rests on more cells is marked at the most telling one of each sheet alone.
    private static let cellsOfOutcome = 3
    /// More comments make a sheet that nobody can open.
    package static let limit = 20_000
    /// More findings make a list that nobody answers.
    package static let listLimit = 1_000

    /// The file, as cells name it.
    package let file: String
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
    /// All that is said of the file, as far as it is listed.
    private(set) var findings: [FileFinding] = []
    /// How many findings there are in all.
    private(set) var findingCount = 0
    /// How many findings no cell shows, by level.
    package private(set) var wholeCounts: [Level: Int] = [:]

    /// The language of all that is said.
    package var language: Language { words.say.language }

    let words: FileFindingWords
    let redaction: Redaction
    /// By unit: how many of its findings are in this file.
    private var units: [String: Int] = [:]
    private var byCell: [CellAddress: [(tone: CellNote.Tone, text: DataText)]] = [:]

    /// Collects what `review` says of `file`, which is named as cells name it.
    ///
    /// - Complexity: linear in the outcomes.
    package init(_ review: Review, file: String, language: Language) {
        self =
            CellNotes.all(review, files: [file], language: language).notes.first
            ?? CellNotes(
                file, FileFindingWords(review.pack, Speaker(language)), pack: review.pack)
    }

    init(_ file: String, _ words: FileFindingWords, pack: Pack) {
        self.file = file
        self.words = words
        redaction = Redaction(pack)
    }

    /// Whether there is anything to be said of the file.
    package var isEmpty: Bool { findingCount == 0 }

    /// Returns how many findings of `level` or a weightier one the file has.
    package func findings(atOrAbove level: Level) -> Int {
        let marked = counts.reduce(0) { $1.key >= level ? $0 + $1.value : $0 }
        return wholeCounts.reduce(marked) { $1.key >= level ? $0 + $1.value : $0 }
    }

    /// Adds an open violation with cells of the file.
    mutating func add(_ outcome: Outcome, at cells: [CellAddress], of unit: String) {
        units[unit, default: 0] += 1
        let finding = words.finding(outcome, at: cells)
        if add(finding, at: telling(cells)) {
            counts[outcome.level, default: 0] += 1
        } else {
            left += 1
        }
    }

    /// Adds what cannot be judged as long as cells of the file are empty or unreadable.
    mutating func addOpen(_ outcome: Outcome, at cells: [CellAddress]) {
        if add(words.open(outcome, at: cells), at: telling(cells)) {
            openCount += 1
        } else {
            left += 1
        }
    }

    mutating func add(_ finding: DataFinding) {
        if add(words.finding(finding), at: [finding.cell]) {
            counts[finding.level, default: 0] += 1
        } else {
            left += 1
        }
    }

    /// Adds what concerns the file and is in none of its cells.
    mutating func addWhole(_ finding: FileFinding, _ level: Level) {
        list(finding)
        wholeCounts[level, default: 0] += 1
    }

    /// Puts the notes together, knowing how many findings each unit has.
    mutating func finish(_ totals: [String: Int]) {
        let cells = byCell.keys.sorted {
            ($0.sheet ?? "", $0.row, $0.column ?? 0) < ($1.sheet ?? "", $1.row, $1.column ?? 0)
        }
        notes = cells.map { note(at: $0, byCell[$0] ?? []) }
        byCell = [:]
        elsewhere = units.reduce(0) { $0 + totals[$1.key, default: 0] - $1.value }
    }

    private func telling(_ cells: [CellAddress]) -> [CellAddress] {
        guard cells.count > Self.cellsOfOutcome else { return cells }
        var sheets: Set<String?> = []
        return Array(cells.filter { sheets.insert($0.sheet).inserted }.prefix(Self.cellsOfOutcome))
    }

    private mutating func add(
        _ finding: FileFinding, at cells: some Sequence<CellAddress>
    ) -> Bool {
        list(finding)
        let text = words.text(finding)
        var isAdded = false
        for cell in cells where byCell[cell] != nil || byCell.count < Self.limit {
            byCell[cell, default: []].append((finding.tone, text))
            isAdded = true
        }
        return isAdded
    }

    private mutating func list(_ finding: FileFinding) {
        findingCount += 1
        guard findings.count >= Self.listLimit else { return findings.append(finding) }
        // A weightier one takes the place of the last of the lightest.
        let lightest = findings.indices.reversed().min { findings[$0].tone < findings[$1].tone }
        guard let lightest, findings[lightest].tone < finding.tone else { return }
        findings[lightest] = finding
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
        if more > 0 { texts.append(shown(words.say("另有 \(more) 项", "\(more) more"))) }
        let tone = entries.map(\.tone).max() ?? .open
        return CellNote(cell: cell, text: texts.joined(separator: "\n\n").string, tone: tone)
    }

    /// A text in lines without control characters, masked.
    func shown(_ text: DataText) -> MaskedText {
        redaction.masked(text).lines.map(\.visible).joined(separator: "\n")
    }
}
