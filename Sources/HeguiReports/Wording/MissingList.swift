import HeguiDiagnostics
import HeguiEngine
import HeguiPack

/// Writes in one line what is missing for a verdict.
struct MissingList {
    /// Further ones are only counted.
    private static let limit = 3

    let index: ReviewIndex
    let language: Language

    /// Returns the first few that are missing; empty for none.
    func text(_ missing: [Outcome.Missing]) -> String {
        let separator = Message(zh: "；", en: "; ").text(in: language)
        let named = missing.prefix(Self.limit).map { text($0) }.joined(separator: separator)
        let more = missing.count - Self.limit
        guard more > 0 else { return named }
        return named + Message(zh: "；另有 \(more) 处", en: "; \(more) more").text(in: language)
    }

    private func text(_ missing: Outcome.Missing) -> String {
        switch missing {
        case .cell(let cell, let column):
            let place = Location.cell(cell).description(in: language)
            let title = index.columnTitle(column, in: language)
            return Message(zh: "\(place) 缺“\(title)”", en: "\(place) lacks `\(title)`")
                .text(in: language)
        case .column(let dataset, let column):
            let table = index.datasetTitle(dataset, in: language)
            let title = index.columnTitle(column, of: dataset, in: language)
            return Message(
                zh: "“\(table)”的材料没有“\(title)”一列",
                en: "the sheets of \(table) have no column `\(title)`"
            ).text(in: language)
        case .dataset(let dataset):
            let table = index.datasetTitle(dataset, in: language)
            return Message(zh: "没有文件提供“\(table)”", en: "no file provides \(table)")
                .text(in: language)
        case .table(let name, let reading):
            let title = index.parameterTitle(name, in: language)
            let open =
                reading?.text(in: language)
                ?? Message(zh: "在表所列范围之外", en: "outside the table").text(in: language)
            return Message(
                zh: "“\(title)”未规定（\(open)）", en: "`\(title)` does not say (\(open))"
            ).text(in: language)
        }
    }
}
