package import HeguiDiagnostics
package import HeguiPack

extension Pack {
    /// A `name=value` that the pack cannot take, with what it could.
    package struct RejectedSetting: Error {
        package let message: Message
        package let help: Message?
    }

    /// Returns the pack with the parameter `name` at `text` on every day, marked as overridden.
    ///
    /// `text` is a value as pack.yaml writes it, or the name of an alternative.
    ///
    /// - Throws: `RejectedSetting` for an unknown name or a text that is no such value.
    package func setting(_ name: String, to text: String) throws(RejectedSetting) -> Pack {
        guard let index = parameters.firstIndex(where: { $0.name == name }) else {
            throw RejectedSetting(
                message: Message(zh: "没有参数 `\(name)`", en: "no parameter `\(name)`"),
                help: .suggestion(for: name, among: parameters.map(\.name)))
        }
        guard let value = parameters[index].value(reading: text) else {
            throw rejected(text, for: parameters[index])
        }
        var pack = self
        let own = parameters[index].packValues ?? parameters[index].values
        pack.parameters[index].packValues = own
        pack.parameters[index].values = [Parameter.Dated(from: nil, value: value)]
        pack.overrides = Set(overrides).union([name]).sorted()
        return pack
    }

    private func rejected(_ text: String, for parameter: Parameter) -> RejectedSetting {
        let wanted = ParameterValueReader.name(of: parameter.kind)
        let names = parameter.alternatives.compactMap(\.name)
        let known = (parameter.kind == .choice ? parameter.choices : []) + names
        return RejectedSetting(
            message: Message(
                zh: "参数 `\(parameter.name)` 应为\(wanted.zh)，而不是 `\(text)`",
                en: "parameter `\(parameter.name)` takes \(wanted.en), not `\(text)`"),
            help: .suggestion(for: text, among: known))
    }
}

extension Pack {
    /// Returns the pack with the personal columns called `word` shown unmasked.
    ///
    /// The word is a column's name, meaning that column of every dataset, or one with its
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
