public import ArgumentParser
import FoundationEssentials
public import Hegui

/// The language in which the user is spoken to.
enum UserLanguage {
    /// Returns what was asked for, or Chinese where the environment is Chinese, else nil.
    static func preferred(_ asked: ReportLanguage?) -> ReportLanguage? {
        if let asked { return asked }
        let environment = ProcessInfo.processInfo.environment
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") == true ? .chinese : nil
    }
}

extension ReportLanguage {
    func say(_ zh: String, _ en: String) -> String {
        switch self {
        case .chinese: zh
        case .english: en
        }
    }
}

extension ReportLanguage: ExpressibleByArgument {}

/// The language of messages, as every command takes it.
struct LanguageOption: ParsableArguments {
    @Option(help: "消息的语言。The language of messages.")
    var lang: ReportLanguage?

    /// Does a command's work in the language that was asked for; nil leaves it to the pack.
    ///
    /// - Throws: the exit status, after everything has been said.
    func run(_ work: (ReportLanguage?) throws -> Void) throws {
        let asked = UserLanguage.preferred(lang)
        try FailureReport(language: asked).run { try work(asked) }
    }
}

/// The language and the colours of what a person reads on the screen.
struct ScreenOptions: ParsableArguments {
    @OptionGroup var language: LanguageOption

    @Option(help: "是否着色。Whether to colour.")
    var color: ColourChoice = .auto

    /// Whether to colour what goes to standard output.
    var isColoured: Bool { color.isColoured(on: .output) }

    /// Does a command's work in the language that was asked for; nil leaves it to the pack.
    ///
    /// - Throws: the exit status, after everything has been said.
    func run(_ work: (ReportLanguage?) throws -> Void) throws {
        let asked = UserLanguage.preferred(language.lang)
        try FailureReport(language: asked, color: color).run { try work(asked) }
    }
}
