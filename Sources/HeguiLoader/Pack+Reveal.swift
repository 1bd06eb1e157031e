import HeguiDiagnostics
package import HeguiPack

extension Pack {
    /// Returns the pack with the personal columns called `word` shown unmasked.
    ///
    /// The word is a column's name, which stands for that column of every dataset, or one with its
    /// dataset: `members.mobile`.
    ///
    /// - Throws: `RejectedSetting` for a word that names no column that is masked.
    package func revealing(_ word: String) throws(RejectedSetting) -> Pack {
        let masked = datasets.flatMap { dataset in
            dataset.columns.filter(\.isMasked).map {
                ColumnName(dataset: dataset.name, column: $0.name)
            }
        }
        let named = masked.filter { $0.column == word || $0.description == word }
        guard !named.isEmpty else {
            let isColumn = datasets.contains { dataset in
                dataset.columns.contains { $0.name == word || "\(dataset.name).\($0.name)" == word }
            }
            throw RejectedSetting(
                message: isColumn
                    ? Message(
                        zh: "列 `\(word)` 本来就不遮盖", en: "column `\(word)` is not masked anyway")
                    : Message(zh: "没有列 `\(word)`", en: "no column `\(word)`"),
                help: .suggestion(
                    for: word, among: masked.flatMap { [$0.column, $0.description] }))
        }
        var pack = self
        pack.revealed = Set(revealed).union(named).sorted()
        return pack
    }
}
