import HeguiDiagnostics
import HeguiEngine
import HeguiPack

extension Standing.Result {
    /// Whether the candidate may be given the award.
    var isEligible: Bool {
        switch self {
        case .eligible, .eligibleWithFlags, .eligibleByWaiver: true
        case .beyondQuota, .blocked, .undetermined, .notApplicable: false
        }
    }

    /// The result's name for people.
    func word(in language: Language) -> String {
        switch self {
        case .eligible: Message(zh: "可评", en: "eligible").text(in: language)
        case .eligibleWithFlags:
            Message(zh: "可评（有提示）", en: "eligible, with flags").text(in: language)
        case .eligibleByWaiver:
            Message(zh: "可评（经批准）", en: "eligible by waiver").text(in: language)
        case .beyondQuota: Message(zh: "名额之外", en: "beyond the quota").text(in: language)
        case .blocked: Message(zh: "不符合条件", en: "blocked").text(in: language)
        case .undetermined: Message(zh: "无法判定", en: "undetermined").text(in: language)
        case .notApplicable: Message(zh: "不参评", en: "no candidate").text(in: language)
        }
    }
}

extension Award.Gate.Modality {
    /// The wording that binds, for people.
    func word(in language: Language) -> String {
        switch self {
        case .never: Message(zh: "不得", en: "never").text(in: language)
        case .generallyNot: Message(zh: "一般不得", en: "generally not").text(in: language)
        case .flag: Message(zh: "提示", en: "flag").text(in: language)
        }
    }
}
