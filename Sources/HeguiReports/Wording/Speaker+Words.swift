import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

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

extension MaterialItem.State: Worded {
    var words: Message {
        switch self {
        case .received: Message(zh: "已交", en: "received")
        case .notReceived: Message(zh: "应交材料未收到", en: "not received")
        case .unread: Message(zh: "应交材料未能（全部）读取", en: "not read in full")
        case .twoVersions: Message(zh: "应交材料有两个版本", en: "two versions")
        }
    }
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
    var isAwardable: Bool {
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

/// What a code of data findings stands for, as the heading of its page in docs/codes says it.
enum DataCodeTitle {
    /// Returns the title of `code`, the code itself where it is unknown.
    static func of(_ code: String) -> Message {
        DataCode(rawValue: code).flatMap { titles[$0] } ?? Message(zh: code, en: code)
    }

    static let titles: [DataCode: Message] = [
        .valueUnreadable: Message(zh: "无法识读的值", en: "a value that cannot be read"),
        .valueAmbiguous: Message(zh: "不能确定的值", en: "an ambiguous value"),
        .wordUnknown: Message(zh: "不在可选范围内的词", en: "a word that is not allowed"),
        .requiredEmpty: Message(zh: "必填项没有填写", en: "a required cell that is empty"),
        .keyRepeated: Message(zh: "编号重复", en: "a repeated key"),
        .referenceOrphan: Message(zh: "找不到所指的对象", en: "a reference that leads nowhere"),
        .referenceAmbiguous: Message(zh: "符合的不止一个", en: "a reference that fits several rows"),
        .referenceProbable: Message(zh: "可能是同一人，待核实", en: "someone who is probably meant"),
        .matchContradicted: Message(zh: "同一人在两处的信息不一致", en: "a match with a contradiction"),
        .sheetUnrecognised: Message(zh: "没有认出的表", en: "a sheet that nothing recognises"),
        .formsTied: Message(zh: "无法确定是哪一种表", en: "a table that may be two things"),
        .rowRejected: Message(zh: "无法知道所指的行", en: "a row about nobody"),
        .totalDiffers: Message(zh: "合计与各行不符", en: "a total that does not add up"),
        .footerMissing: Message(zh: "表末缺少汇总", en: "a footer that is missing"),
        .headingMissing: Message(zh: "表格上方缺少填报项", en: "a value above the table that is missing"),
        .columnMissing: Message(zh: "缺少必需的列", en: "a required column that is missing"),
        .columnsUnread: Message(zh: "没有读取的列", en: "columns that are not read"),
        .referencesOpen: Message(zh: "引用无法核对", en: "references that stay open"),
        .eventDateDoubtful: Message(zh: "活动日期不可用", en: "an event without a usable date"),
        .listCountDiffers: Message(zh: "列出的项数与写明的不符", en: "a list of another length than it says"),
        .headingRepeated: Message(zh: "列名重复", en: "a heading that is there twice"),
        .textOutside: Message(zh: "表格之外的文字", en: "a text outside the table"),
        .personRepeated: Message(zh: "可能是同一人的两行", en: "two rows that may be one person"),
        .cellMayHoldMore: Message(zh: "可能不止读出的这些", en: "a cell that may hold more than was read"),
        .headingNear: Message(
            zh: "列名、标签或名称与表单略有不同，按相近的读取",
            en: "read by a heading, a label or a name that is nearly the form's"),
        .dayImplausible: Message(zh: "不可能的日期，按不明处理", en: "a day that nobody can have meant"),
        .rowMayContinue: Message(zh: "没有写明是谁的行", en: "a row that does not say of whom"),
        .versions: Message(zh: "同一单位同一张表有两个版本", en: "two versions of an annex"),
        .versionsDiffer: Message(
            zh: "两个版本的这一行不一致", en: "versions of an annex differ in a row"),
        .cellTooLong: Message(zh: "单元格过长，未读取", en: "a cell that is too long"),
        .ancestryCyclic: Message(zh: "按隶属关系逐级向上又回到自己", en: "a row that stands below itself"),
        .pastChanged: Message(
            zh: "以往的记录事后有改动", en: "an entry of the past that was changed"),
    ]
}
