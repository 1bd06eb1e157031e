import HeguiDiagnostics
import HeguiReports
import HeguiSheets

/// One file of a report, not yet written.
public struct ReportFile: Sendable {
    /// The name that the file goes by in a folder, such as `outcomes.csv`.
    public let name: String
    private let redaction: Redaction
    private let body: @Sendable (inout ReportStream) throws -> Void

    /// - Parameters:
    ///   - name: the name that the file goes by in a folder.
    ///   - redaction: what hides personal numbers in the file.
    ///   - body: writes the file.
    init(
        name: String, redaction: Redaction,
        _ body: @escaping @Sendable (inout ReportStream) throws -> Void
    ) {
        self.name = name
        self.redaction = redaction
        self.body = body
    }

    /// Writes the file in blocks; a block of text never ends inside a character.
    ///
    /// - Parameter receive: takes the blocks in order.
    /// - Throws: the first error of `receive`, after which it gets nothing more, or what keeps the
    ///   format from being written.
    public func write(to receive: ([UInt8]) throws -> Void) throws {
        try withoutActuallyEscaping(receive) { receive in
            var stream = ReportStream(redaction: redaction, to: receive)
            try body(&stream)
            try stream.finish()
        }
    }
}

/// A language that reports and messages are written in.
public enum ReportLanguage: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"

    init(_ language: Language) {
        switch language {
        case .chinese: self = .chinese
        case .english: self = .english
        }
    }

    var language: Language {
        switch self {
        case .chinese: .chinese
        case .english: .english
        }
    }
}

/// Why nothing could be checked: mistakes in the pack, or a request that makes no sense.
public struct ReviewFailure: Error, Sendable {
    private enum Cause: Sendable {
        case diagnostics([Diagnostic], texts: [String: SourceText])
        case request(Message, help: Message?)
    }

    private let cause: Cause

    /// Lines are quoted from `texts`, by file name.
    init(_ diagnostics: [Diagnostic], texts: [String: SourceText]) {
        cause = .diagnostics(Diagnostic.first(of: diagnostics), texts: texts)
    }

    /// A request of the program's own, in both languages.
    public init(zh: String, en: String) {
        cause = .request(Message(zh: zh, en: en), help: nil)
    }

    init(_ message: Message, help: Message? = nil) {
        cause = .request(message, help: help)
    }

    /// Returns everything that was wrong, for a terminal, without numbers of persons; each line ends
    /// in a line break.
    public func text(in language: ReportLanguage, isColoured: Bool = false) -> String {
        // The lines that it quotes are masked as well.
        Redaction.full.masked(DataText(whole(in: language, isColoured: isColoured))).string
    }

    private func whole(in language: ReportLanguage, isColoured: Bool) -> String {
        switch cause {
        case .diagnostics(let diagnostics, let texts):
            return DiagnosticRenderer(
                language: language.language, texts: texts, usesColour: isColoured
            ).render(diagnostics)
        case .request(let message, let help):
            let title = Message(zh: "错误：", en: "error: ").text(in: language.language)
            var text = title + VisibleText.of(message.text(in: language.language)) + "\n"
            if let help {
                let title = Message(zh: "帮助：", en: "help: ").text(in: language.language)
                text += title + VisibleText.of(help.text(in: language.language)) + "\n"
            }
            return text
        }
    }
}

extension Message {
    /// Says that a file cannot be read, with the system's reason where it has one.
    static func unreadable(_ path: String) -> Message {
        let reason = FileSystem.obstacle(to: FilePath(path))
        let path = DisplayName.text(FilePath(path).bytes)
        return Message(
            zh: "读不了文件 `\(path)`" + (reason.map { "：\($0.zh)" } ?? ""),
            en: "cannot read the file `\(path)`" + (reason.map { ": \($0.en)" } ?? ""))
    }
}
