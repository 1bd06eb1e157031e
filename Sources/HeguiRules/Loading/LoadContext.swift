import HeguiDiagnostics
import HeguiYAML

/// Collects the mistakes of a pack while it is loaded, so that all are reported in one go.
final class LoadContext {
    private(set) var diagnostics: [Diagnostic] = []
    /// The files that nodes were read from, by name.
    private var texts: [String: SourceText] = [:]

    /// Whether anything found so far keeps the pack from being used.
    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    func remember(_ text: SourceText) {
        texts[text.name] = text
    }

    /// Returns the YAML of a value as it is written, without the indent that its lines share.
    func yaml(of node: Node?) -> String {
        guard let span = node?.span, let text = texts[span.file] else { return "" }
        return text.unindented(span)
    }

    func report(
        _ code: String, _ message: Message, at span: Span, label: Message? = nil,
        severity: Severity = .error, secondary: [Diagnostic.Label] = [], help: Message? = nil
    ) {
        report(
            Diagnostic(
                code: code, severity: severity, message: message, at: .text(span), label: label,
                secondary: secondary, help: help))
    }

    /// Reports that `word` is not one of `known`, with the nearest of them.
    func reportUnknown(
        _ code: String, _ message: Message, _ word: String, among known: [String], at span: Span,
        label: Message? = nil
    ) {
        report(code, message, at: span, label: label, help: hint(for: word, among: known))
    }

    /// Returns `did you mean …?`, or the whole list where nothing is near and the list is short.
    func hint(for word: String, among known: [String]) -> Message? {
        if let near = NearestName.suggestion(for: word, among: known) {
            return Message(zh: "是不是想写 `\(near)`？", en: "did you mean `\(near)`?")
        }
        guard !known.isEmpty, known.count <= 24 else { return nil }
        let list = known.map { "`\($0)`" }
        return Message(
            zh: "可用的有 " + list.joined(separator: "、"),
            en: "known here: " + list.joined(separator: ", "))
    }
}

extension LoadContext {
    /// Reports that `name` (in backticks) is declared again.
    func reportDuplicate(_ name: String, at span: Span, first: Span) {
        report(
            "R0108", Message(zh: "\(name) 重复了", en: "\(name) is declared twice"), at: span,
            secondary: [
                Diagnostic.Label(
                    location: .text(first), text: Message(zh: "第一次在这里", en: "first declared here"))
            ],
            help: Message(zh: "改名或删去一处", en: "rename or remove one of them"))
    }
}

extension LoadContext {
    /// Reports a file that is not named like what it declares.
    func checkFileName(_ name: String, _ file: String, at span: Span) {
        let base = file.split(separator: "/").last.map(String.init) ?? file
        guard base != name + ".yaml" else { return }
        report(
            "R0107",
            Message(
                zh: "`\(name)` 应写在 `\(name).yaml` 里，这里是 `\(base)`",
                en: "`\(name)` belongs in `\(name).yaml`, not in `\(base)`"),
            at: span, help: Message(zh: "给文件或名称改名", en: "rename the file or the name"))
    }
}

extension LoadContext {
    /// Returns whether `dataset` has a column of that name; reports where it has not.
    func isColumn(_ name: Scalar, of dataset: Dataset) -> Bool {
        guard dataset.columnIndex(name.text) == nil else { return true }
        reportUnknown(
            "R0210",
            Message(
                zh: "数据表 `\(dataset.name)` 没有列 `\(name.text)`",
                en: "dataset `\(dataset.name)` has no column `\(name.text)`"),
            name.text, among: dataset.columns.map(\.name), at: name.span)
        return false
    }
}
