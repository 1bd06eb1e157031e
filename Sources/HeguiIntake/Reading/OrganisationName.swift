internal import HeguiDiagnostics

/// An organisation's name as written, and what is left of it to compare by.
package struct OrganisationName: Hashable, Sendable {
    /// In half-width forms, without blanks.
    package var written: String
    /// Without 中共 and the name of a party organisation: 中共区住建局支部委员会 is 区住建局.
    package var bare: String
    /// The number of a branch: 3 for 第三党支部.
    package var branch: Int?

    /// Returns the name that `text` writes; its bare form is never empty where the text is not.
    package init(_ text: String) {
        written = text.compact
        var name = written
        let isParty = ["中国共产党", "中共"].contains { name.hasPrefix($0) }
        for prefix in ["中国共产党", "中共"] where name.hasPrefix(prefix) {
            name.removeFirst(prefix.count)
        }
        var branch: Int?
        var isChanged = true
        while isChanged {
            isChanged = false
            let suffixes = OrganisationName.partySuffixes + (isParty ? ["委员会"] : [])
            for suffix in suffixes where name.hasSuffix(suffix) {
                guard !OrganisationName.keeps(name, suffix: suffix) else { continue }
                name.removeLast(suffix.count)
                isChanged = true
                break
            }
            if isChanged, branch == nil { branch = OrganisationName.takeNumber(&name) }
        }
        self.branch = branch
        bare = name.isEmpty ? written : OrganisationName.residents(name)
    }

    /// Whether the name may be another one with a slip, or with more before or behind it:
    /// 晚风社区, 云栈街道晚枫社区 and 晚枫 may be 晚枫社区.
    func mayBe(_ other: String) -> Bool {
        let (own, known) = (bare.prefix { $0 != "(" }, OrganisationName(other).bare)
        if own.count < 2 || known.count < 2 { return false }
        if own.hasSuffix(known) || known.hasPrefix(own) { return true }
        return max(own.count, known.count) <= 40
            && NearestName.editDistance(Array(own), Array(known)) <= 1
    }

    /// Longer ones first.
    private static let partySuffixes = [
        "总支部委员会", "支部委员会", "基层委员会", "机关委员会", "党总支部", "党总支", "总支部", "党支部",
        "党委会", "党工委", "党委", "党组", "支部", "总支", "机关党", "机关",
    ]

    /// 管理委员会 and 居民委员会 are organisations of their own, 机关党工委 is one of the party.
    private static func keeps(_ name: String, suffix: String) -> Bool {
        let rest = name.dropLast(suffix.count)
        if rest.isEmpty || rest == "党" { return true }
        if suffix == "委员会" {
            return ["管理", "居民", "村民", "监督", "工作", "业主"].contains { rest.hasSuffix($0) }
        }
        if suffix == "党工委" { return true }
        return false
    }

    /// Takes `第三`, `第3`, `三` or `3` off the end of a branch's name.
    private static func takeNumber(_ name: inout String) -> Int? {
        var scalars = Array(name.unicodeScalars)
        if scalars.last == "届" { return nil }
        let digits = Array(scalars.reversed().prefix { $0.digit != nil }.reversed())
        let numeral = digits.isEmpty ? Array(scalars.suffix(2)) : []
        let trailing = Array(numeral.reversed().prefix(while: ChineseNumeral.isPart).reversed())
        let run = digits.isEmpty ? trailing : digits
        guard !run.isEmpty, run.count < scalars.count else { return nil }
        let value =
            digits.isEmpty
            ? ChineseNumeral.value(run)
            : Int(String(String.UnicodeScalarView(run)))
        guard let value else { return nil }
        scalars.removeLast(run.count)
        if scalars.last == "第" { scalars.removeLast() }
        guard !scalars.isEmpty else { return nil }
        name = String(String.UnicodeScalarView(scalars))
        return value
    }

    /// 嘉绿社区居民委员会 and 嘉绿社区居委会 are 嘉绿社区.
    private static func residents(_ name: String) -> String {
        for suffix in ["居民委员会", "居委会", "村民委员会", "村委会"]
        where name.hasSuffix(suffix) && name != suffix {
            let rest = String(name.dropLast(suffix.count))
            return rest.hasSuffix("社区") || rest.hasSuffix("村") ? rest : name
        }
        return name
    }
}
