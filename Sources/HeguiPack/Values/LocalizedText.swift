package import HeguiDiagnostics

/// A pack's text in Chinese and English; either may be missing, never both.
package struct LocalizedText: Hashable, Sendable {
    package var zh: String?
    package var en: String?

    package init(zh: String?, en: String?) {
        self.zh = zh
        self.en = en
    }

    /// Whether neither language says anything.
    package var isBlank: Bool {
        [zh, en].allSatisfy { $0?.allSatisfy(\.isWhitespace) ?? true }
    }

    /// Returns the text in `language`, or in the other one where that is missing.
    package func text(in language: Language) -> String {
        switch language {
        case .chinese: zh ?? en ?? ""
        case .english: en ?? zh ?? ""
        }
    }
}
