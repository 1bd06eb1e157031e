import HeguiDiagnostics
import HeguiReview
import HeguiTables

/// How a subject is called in a line for people.
struct SubjectWords {
    let say: Speaker

    /// `name（id）`, or the name alone where it is the id too.
    func name(of subject: Outcome.Subject) -> DataText {
        guard !subject.id.isEmpty, subject.id != subject.name else {
            return DataText(subject.name)
        }
        guard !subject.name.isEmpty else { return DataText(subject.id) }
        return say("\(subject.name)（\(subject.id)）", "\(subject.name) (\(subject.id))")
    }

    /// The subject with its group before it, for lists that are not by group.
    func fullName(of subject: Outcome.Subject) -> DataText {
        [(subject.groupName ?? subject.groupID).map { DataText($0) }, name(of: subject)]
            .compactMap(\.self).joined(separator: " ")
    }
}

/// Writes the cells that a verdict rests on in one line.
enum SourceList {
    /// Further cells are only counted: a rate may rest on hundreds.
    private static let limit = 3

    /// Returns `a.xlsx ▸ Sheet1 ▸ C5`, the first few where there are several; empty for none.
    ///
    /// A cell of the same sheet as the one before it is named by its column and row alone.
    static func text(_ cells: [CellAddress], _ say: Speaker) -> DataText {
        var text: DataText = ""
        var last: CellAddress?
        for cell in cells.prefix(limit) {
            if let last, last.file == cell.file, last.sheet == cell.sheet {
                text += say("、", ", ") + say.reference(of: cell)
            } else {
                text += (last == nil ? "" : say("；", "; ")) + say(.cell(cell))
            }
            last = cell
        }
        guard cells.count > limit else { return text }
        return text + say(" 等 \(cells.count) 处", " and \(cells.count - limit) more")
    }
}

/// Writes in one line what is missing for a verdict.
struct MissingList {
    /// Further ones are only counted.
    private static let limit = 3

    let index: ReviewIndex
    let say: Speaker

    /// Returns what would settle an outcome: the rows that keep a rate open, or what is missing.
    func text(of outcome: Outcome) -> DataText {
        let undecided = FactLines(say: say).undecided(outcome.undecided)
        return undecided.isEmpty ? text(outcome.missing) : undecided
    }

    /// Returns the first few that are missing; empty for none.
    func text(_ missing: [Outcome.Missing]) -> DataText {
        let named = missing.prefix(Self.limit).map { text($0) }.joined(separator: say("；", "; "))
        let more = missing.count - Self.limit
        guard more > 0 else { return named }
        return named + say("；另有 \(more) 处", "; \(more) more")
    }

    private func text(_ missing: Outcome.Missing) -> DataText {
        switch missing {
        case .cell(let cell, let column, let isVague):
            let place = say(.cell(cell))
            let title = index.columnTitle(column, say)
            if isVague {
                return say("\(place) “\(title)”只写到月", "\(place) has no day of `\(title)`")
            }
            return say("\(place) 缺“\(title)”", "\(place) lacks `\(title)`")
        case .column(let dataset, let column):
            let table = index.datasetTitle(dataset, say)
            let title = index.columnTitle(column, of: dataset, say)
            return say(
                "“\(table)”的材料没有“\(title)”一列", "the sheets of \(table) have no column `\(title)`")
        case .dataset(let dataset):
            let table = index.datasetTitle(dataset, say)
            return say("没有文件提供“\(table)”", "no file provides \(table)")
        case .material(let rows): return text(rows)
        case .table(let name, let reading):
            let title = index.parameterTitle(name, say)
            let open = say(reading) ?? say("在表所列范围之外", "outside the table")
            return say("“\(title)”未规定（\(open)）", "`\(title)` does not say (\(open))")
        }
    }

    /// What was not read.
    private func text(_ rows: OpenRows) -> DataText {
        switch rows.reason {
        case .registerMissing:
            let title = index.datasetTitle(rows.dataset, say)
            return say("未收到“\(title)”的登记表", "the register of \(title) has not come")
        case .notReceived(let annex, _, let owner):
            let title = index.annexTitle(annex, say)
            let name = DataText(owner)
            return say("未收到“\(title)”：\(name)", "\(title) of \(name) has not come")
        case .unread(let annex, let cell):
            let (title, place) = (index.annexTitle(annex, say), say(.cell(cell)))
            return say("“\(title)”未能读取：\(place)", "\(title) was not read: \(place)")
        case .perhaps(let row):
            let place = say(.cell(row))
            return say("\(place) 可能有关，未能对应", "\(place) may belong here")
        case .versions(let row):
            let place = say(.cell(row))
            return say("\(place) 在另一份材料中不同或没有", "\(place) differs between two versions")
        case .piece(let cell):
            let place = say(.cell(cell))
            return say("\(place) 有未读懂的内容", "\(place) has text that was not understood")
        }
    }
}
