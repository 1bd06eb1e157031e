import Hegui
import HeguiDiagnostics

/// A mistake on the command line, said in Chinese beside what the parser says in English, with the
/// subcommand that may have been meant.
struct UsageProblem {
    private let message: String
    private let subcommands: [String]

    /// - Parameters:
    ///   - message: what the parser says.
    ///   - subcommands: those that there are.
    init(_ message: String, subcommands: [String]) {
        self.message = message
        self.subcommands = subcommands
    }

    /// Lines for standard error; the parser's own words are not among them.
    var text: String {
        let language = UserLanguage.preferred(Self.askedLanguage)
        var lines: [String] = []
        if language != .english { lines.append("错误：" + chinese) }
        if let near = suggestion {
            if language != .english { lines.append("帮助：是不是想写 `hegui \(near)`？") }
            if language != .chinese { lines.append("help: did you mean `hegui \(near)`?") }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var chinese: String {
        let quoted = quoted
        let first = quoted.first ?? ""
        let known: [(String, String)] = [
            ("Unknown option", "没有选项 `\(first)`"), ("Missing value for", "`\(first)` 后面缺少值"),
            ("Missing expected argument", "缺少参数 `\(first)`"),
            ("Missing one of", "缺少参数 \(quoted.map { "`\($0)`" }.joined(separator: "、")) 之一"),
            ("The value", "`\(quoted.last { $0.hasPrefix("-") } ?? "")` 不接受 `\(first)`"),
            ("Value to be set with", "`\(first)` 给了不止一次"),
        ]
        if unexpected != nil, isSubcommandMissing { return "没有子命令 `\(first)`" }
        if message.hasPrefix("Unexpected argument") || message.contains("unexpected argument") {
            return "多出参数 `\(first)`"
        }
        return known.first { message.hasPrefix($0.0) }?.1 ?? "命令行有误"
    }

    /// What stands in single quotes.
    private var quoted: [String] {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false)
        return parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    private var unexpected: String? {
        message.lowercased().contains("unexpected argument") ? quoted.first : nil
    }

    /// Whether the first argument names none of the subcommands.
    private var isSubcommandMissing: Bool {
        guard let first = CommandLine.arguments.dropFirst().first, !first.hasPrefix("-") else {
            return false
        }
        return !subcommands.contains(first)
    }

    private var suggestion: String? {
        guard isSubcommandMissing, let first = CommandLine.arguments.dropFirst().first else {
            return nil
        }
        return NearestName.suggestion(for: first, among: subcommands)
    }

    /// The language that the command line asks for, which could not be parsed.
    private static var askedLanguage: ReportLanguage? {
        let arguments = CommandLine.arguments
        guard let place = arguments.firstIndex(of: "--lang"),
            arguments.indices.contains(place + 1)
        else { return nil }
        return ReportLanguage(rawValue: arguments[place + 1])
    }
}
