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
