import HeguiDiagnostics
import HeguiPack

/// What a mistake in an expression is called in a pack's diagnostics.
struct ExpressionIssue {
    let code: PackCode
    let message: Message
    private let words: String

    /// - Parameters:
    ///   - kind: CEL's name of the kind of mistake.
    ///   - words: the underlined text.
    ///   - sentence: CEL's own sentence, in English.
    init(kind: String, words: String, english sentence: String) {
        let english = Self.plain(sentence)
        self.words = words
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

    /// Returns what to do: in words of packs where the mistake is one about days or functions of
    /// other programs, or else what CEL says.
    func help(or hint: String?) -> Message? {
        advice.map { Message(zh: "写 \($0)", en: "write \($0)") }
            ?? hint.map { Message(zh: Self.chinese(help: $0), en: $0) }
    }

    private var advice: String? {
        if code == .nameUndeclared, ["today", "now", "date.today", "TODAY"].contains(words) {
            return "`as_of`"
        }
        guard let match = message.en.wholeMatch(of: /`(.+)` does not apply to `(.+)` and `(.+)`/)
        else { return nil }
        let (_, sign, left, right) = match.output
        switch (left, right, sign) {
        case ("day", "day", "-"): return "`earlier.daysUntil(later)`"
        case ("day", "length", "+"): return "`day.plus(length)`"
        case ("day", "length", "-"): return "`day.minus(length)`"
        case ("day", "int", "+"): return "`day.addDays(3)`"
        case ("day", "int", "-"): return "`day.addDays(-3)`"
        case ("day", "string", _), ("string", "day", _), ("day", "int", _), ("int", "day", _):
            return "`date(\"2013-01-31\")`"
        default: return nil
        }
    }

    /// Types without the mark that they may be empty, which every column may.
    static func plain(_ sentence: String) -> String {
        sentence.replacing(/wrapper\(([^()]*)\)/) { $0.output.1 }
    }

    /// Returns CEL's hint in Chinese where it is a nearest name or a spelling, or as it stands.
    static func chinese(help: String) -> String {
        let name = "did you mean "
        if help.hasPrefix(name) {
            return "是不是想写 " + help.dropFirst(name.count).replacing("?", with: "？")
        }
        let known = [
            "write `!` before the operand": "在前面写 `!`", "write a plain blank": "改用普通空格",
            "take out this character, which has no width": "删去这个看不见的字符",
            "write `condition ? this : that`": "写 `条件 ? 是 : 否`",
        ]
        if let sentence = known[help] { return sentence }
        guard let match = help.wholeMatch(of: /write (`[^`]+`)(.*)/) else { return help }
        let (_, words, rest) = match.output
        switch rest {
        case " to call the method": return "方法要写 \(words)"
        case ", which is no function": return "写 \(words)，它不是函数"
        default: return "写 \(words)\(rest)"
        }
    }
}
