import Hegui

/// Says on standard error what is being done; on a terminal the last word is wiped off again.
struct ProgressLine {
    private let isShown: Bool
    private let isTerminal: Bool
    private let language: ReportLanguage

    init(_ options: ReviewOptions, language: ReportLanguage) {
        isTerminal = StandardStream.error.isTerminal
        isShown = !options.quiet && (options.progress || isTerminal)
        self.language = language
    }

    func show(_ step: ReviewStep) {
        guard isShown else { return }
        let text =
            switch step {
            case .readingPack: language.say("读取规则包……", "reading the pack …")
            case .readingDrop: language.say("读取材料……", "reading the drop …")
            case .judging: language.say("审查……", "judging …")
            }
        StandardStream.error.write(isTerminal ? "\r\u{1B}[K" + text : text + "\n")
    }

    /// Leaves a terminal's line empty.
    func clear() {
        if isShown, isTerminal { StandardStream.error.write("\r\u{1B}[K") }
    }
}
