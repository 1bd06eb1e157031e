import HeguiDiagnostics
import HeguiPack

/// What a mistake in an expression is called in a pack's diagnostics.
struct ExpressionIssue {
    let code: PackCode
    let message: Message

    /// - Parameters:
    ///   - kind: CEL's name of the kind of mistake.
    ///   - words: the underlined text.
    ///   - sentence: CEL's own sentence, in English.
    init(kind: String, words: String, english sentence: String) {
        let english = Self.plain(sentence)
        switch kind {
        case "undeclared-field":
            code = .columnUndeclared
            message = Message(zh: "未声明的列 `\(words)`", en: english)
        case "undeclared-name", "undeclared-function":
            code = .nameUndeclared
            message = Message(zh: "未声明的名称 `\(words)`", en: english)
        case "no-overload", "type-mismatch", "not-iterable", "not-selectable":
            code = .typesMismatched
            message = Message(zh: "类型不合：`\(words)` 不能这样用", en: english)
        case "syntax":
            code = .expressionMalformed
            message = Message(zh: "表达式写法有误（\(english)）", en: english)
        default:
            code = .expressionUnusable
            message = Message(zh: "表达式有误（\(english)）", en: english)
        }
    }

    /// Types without the mark that they may be empty, which every column may.
    static func plain(_ sentence: String) -> String {
        sentence.replacing(/wrapper\(([^()]*)\)/) { $0.output.1 }
    }

    /// Returns CEL's hint in Chinese where it is a nearest name, or as it stands.
    static func chinese(help: String) -> String {
        let start = "did you mean "
        guard help.hasPrefix(start) else { return help }
        return "是不是想写 " + help.dropFirst(start.count).drop { $0 == " " }.replacing("?", with: "？")
    }
}
