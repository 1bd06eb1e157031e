import HeguiDiagnostics
import HeguiEngine
import HeguiPack

/// What has a name for people in both languages: levels, verdicts, results, gates.
protocol Worded {
    var words: Message { get }
}

extension Level: Worded {
    var words: Message {
        switch self {
        case .mandatory: Message(zh: "强制性", en: "mandatory")
        case .verify: Message(zh: "核实性", en: "to verify")
        case .hint: Message(zh: "提示", en: "hint")
        }
    }

    /// From the weightiest to the lightest, as reports list them.
    static var byWeight: [Level] { allCases.sorted(by: >) }
}

extension Verdict: Worded {
    var words: Message {
        switch self {
        case .met: Message(zh: "符合", en: "met")
        case .violated: Message(zh: "违反", en: "violated")
        case .advised: Message(zh: "建议改进", en: "advised")
        case .pending: Message(zh: "未到期", en: "pending")
        case .undetermined: Message(zh: "无法判定", en: "undetermined")
        case .notApplicable: Message(zh: "不适用", en: "not applicable")
        case .waived: Message(zh: "已豁免", en: "waived")
        case .failed: Message(zh: "未能运行", en: "failed")
        }
    }

    /// In the order in which summaries list them: what needs action first.
    static let inSummary: [Verdict] = [
        .violated, .advised, .waived, .pending, .undetermined, .failed, .met, .notApplicable,
    ]
}

extension Standing.Result: Worded {
    var words: Message {
        switch self {
        case .eligible: Message(zh: "可评", en: "eligible")
        case .eligibleWithFlags: Message(zh: "可评（有提示）", en: "eligible, with flags")
        case .eligibleByWaiver: Message(zh: "可评（经批准）", en: "eligible by waiver")
        case .beyondQuota: Message(zh: "名额之外", en: "beyond the quota")
        case .blocked: Message(zh: "不符合条件", en: "blocked")
        case .undetermined: Message(zh: "无法判定", en: "undetermined")
        case .notApplicable: Message(zh: "不参评", en: "no candidate")
        }
    }

    /// Whether the candidate may be given the award.
    var isEligible: Bool {
        switch self {
        case .eligible, .eligibleWithFlags, .eligibleByWaiver: true
        case .beyondQuota, .blocked, .undetermined, .notApplicable: false
        }
    }
}

extension Award.Gate.Modality: Worded {
    /// The wording that binds.
    var words: Message {
        switch self {
        case .never: Message(zh: "不得", en: "never")
        case .generallyNot: Message(zh: "一般不得", en: "generally not")
        case .flag: Message(zh: "提示", en: "flag")
        }
    }
}

extension Speaker {
    /// The level in brackets, as it stands before a finding.
    func mark(_ level: Level) -> DataText {
        self("【\(self(level))】", "[\(self(level))]")
    }
}
