import HeguiDiagnostics
import HeguiEngine

extension Verdict {
    /// The verdict's name for people.
    func word(in language: Language) -> String {
        switch self {
        case .met: Message(zh: "符合", en: "met").text(in: language)
        case .violated: Message(zh: "违反", en: "violated").text(in: language)
        case .advised: Message(zh: "建议改进", en: "advised").text(in: language)
        case .pending: Message(zh: "未到期", en: "pending").text(in: language)
        case .undetermined: Message(zh: "无法判定", en: "undetermined").text(in: language)
        case .notApplicable: Message(zh: "不适用", en: "not applicable").text(in: language)
        case .waived: Message(zh: "已豁免", en: "waived").text(in: language)
        case .failed: Message(zh: "未能运行", en: "failed").text(in: language)
        }
    }

    /// In the order in which summaries list them: what needs action first.
    static let inSummary: [Verdict] = [
        .violated, .advised, .waived, .pending, .undetermined, .failed, .met, .notApplicable,
    ]
}
