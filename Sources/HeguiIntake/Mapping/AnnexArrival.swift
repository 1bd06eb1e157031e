internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

/// An annex that came, before it is known whose it is.
struct AnnexArrival {
    /// What tells which annex an unread sheet or file is.
    enum Evidence {
        /// Its title or its headings.
        case contents
        /// The name of the sheet, the file or the folder.
        case name
    }

    let annex: Annex
    let address: CellAddress
    var state: ReceivedAnnex.State
    var evidence = Evidence.contents
    /// Whether it may as well be something else, unless its name says whose it is.
    var needsOwner = false
    /// What stands behind the label of the owner.
    var named: String?
    /// Texts in which the owner may be named, the surest first.
    var clues: [String] = []
    /// The rows that were not understood.
    var rejected: [CellAddress] = []

    /// The texts of a file's and a sheet's names.
    static func clues(file: String, sheet: String?) -> [String] {
        let name = FileName(file)
        return [sheet ?? "", name.base] + name.folders
    }
}

extension Annex {
    /// Whose the annex is: the heading field that says so and the dataset of the owners; for an
    /// annex of one person the dataset of the people.
    func owner(in pack: Pack) -> (heading: String?, dataset: Int)? {
        for yield in rows + totals {
            for assignment in yield.assignments {
                guard case .heading(let name) = assignment.source,
                    let dataset = pack.dataset(yield.dataset),
                    let column = dataset.columnIndex(assignment.column),
                    let target = dataset.columns[column].reference?.dataset,
                    let index = pack.datasets.firstIndex(where: { $0.name == target })
                else { continue }
                return (name, index)
            }
        }
        guard layout == .vertical else { return nil }
        for case .match(let target, _) in rows.flatMap(\.assignments).map(\.source) {
            return pack.datasets.firstIndex { $0.name == target }.map { (nil, $0) }
        }
        return nil
    }
}

extension Annex {
    /// The datasets in which rows are looked for: those of its searches and that of its owners.
    func targets(in pack: Pack) -> [Int] {
        let searches = (rows + totals + standIns).flatMap(\.assignments).compactMap { assignment in
            if case .match(let target, _) = assignment.source { target } else { nil }
        }
        return searches.compactMap { name in pack.datasets.firstIndex { $0.name == name } }
            + [owner(in: pack)?.dataset].compactMap(\.self)
    }
}

extension SourceValue {
    /// What is written in the cell.
    var written: String? {
        guard case .cell(let cell, _, _) = self, case .written(let text) = CellWriting(cell) else {
            return nil
        }
        return text
    }

    /// Whether any box is ticked.
    var hasTicks: Bool {
        guard case .ticks(let labels, _, let doubts) = self else { return false }
        return !labels.isEmpty || doubts > 0
    }
}
