package import HeguiDiagnostics

extension Pack {
    /// A `name=value` that the pack cannot take, with what it could.
    package struct RejectedSetting: Error {
        package let message: Message
        package let help: Message?
    }

    /// Returns the pack with the parameter `name` at `text` on every day, marked as overridden.
    ///
    /// - Throws: `RejectedSetting` for an unknown name or a text that is no such value.
    package func setting(_ name: String, to text: String) throws(RejectedSetting) -> Pack {
        guard let index = parameters.firstIndex(where: { $0.name == name }) else {
            throw RejectedSetting(
                message: Message(zh: "没有参数 `\(name)`", en: "no parameter `\(name)`"),
                help: LoadContext().hint(for: name, among: parameters.map(\.name)))
        }
        let (kind, choices) = (parameters[index].kind, parameters[index].choices)
        guard let value = ParameterValueReader.value(text, kind, choices) else {
            let wanted = ParameterValueReader.name(of: kind)
            let isChoice = kind == .choice
            throw RejectedSetting(
                message: Message(
                    zh: "参数 `\(name)` 应为\(wanted.zh)，而不是 `\(text)`",
                    en: "parameter `\(name)` takes \(wanted.en), not `\(text)`"),
                help: isChoice ? LoadContext().hint(for: text, among: choices) : nil)
        }
        var pack = self
        let own = parameters[index].packValues ?? parameters[index].values
        pack.parameters[index].packValues = own
        pack.parameters[index].values = [Parameter.Dated(from: nil, value: value)]
        pack.overrides = Set(overrides).union([name]).sorted()
        return pack
    }
}
