package import HeguiDiagnostics

/// The codes of everything that can be said about saved reviews; each has a page in docs/codes.
package enum SavedCode: String, DiagnosticCode {
    case notJSON = "S0001"
    case notAReview = "S0002"
    case versionUnknown = "S0003"
    case memberMissing = "S0004"
    case reviewsUnlike = "S0005"
    case dropUnlike = "S0006"
    case memberRepeated = "S0007"
}

extension Diagnostic {
    static func savedNotJSON(_ file: String) -> Diagnostic {
        Diagnostic(
            SavedCode.notJSON, at: .file(file), zh: "文件不是 JSON", en: "the file is no JSON",
            help: .savedByReview)
    }

    static func savedCutOff(_ file: String) -> Diagnostic {
        Diagnostic(
            SavedCode.notJSON, at: .file(file),
            zh: "文件不完整：JSON 在中途断开", en: "the file is cut off in the middle of its JSON",
            help: .savedByReview)
    }

    /// `format` is what the file says that it is.
    static func savedNotAReview(_ file: String, format: String?) -> Diagnostic {
        let found = format.map { Message(zh: "，而是 `\($0)`", en: " but `\($0)`") }
        return Diagnostic(
            SavedCode.notAReview, at: .file(file),
            zh: "文件不是保存的审查结果" + (found?.zh ?? ""),
            en: "the file is no saved review" + (found?.en ?? ""), help: .savedByReview)
    }

    static func savedVersionUnknown(_ file: String, isNewer: Bool) -> Diagnostic {
        Diagnostic(
            SavedCode.versionUnknown, at: .file(file),
            zh: isNewer ? "审查结果由更新的版本写成" : "审查结果由旧版写成，缺少对比所需的来源信息",
            en: isNewer
                ? "the saved review was written by a later version of hegui"
                : "the saved review is too old and does not say where it comes from",
            help: isNewer
                ? Message(zh: "请升级 hegui", en: "use the version that wrote it, or a later one")
                : Message(zh: "请用现在的版本重新审查并保存", en: "review again with this version and save it"))
    }

    package static func savedMemberMissing(_ file: String, path: String) -> Diagnostic {
        Diagnostic(
            SavedCode.memberMissing, at: .file(file),
            zh: "审查结果的 `\(path)` 缺少或不是应有的样子",
            en: "`\(path)` of the saved review is missing or not what it should be",
            help: .savedByReview)
    }

    package static func reviewsOfOtherPacks(
        _ old: SavedReview, _ new: SavedReview
    ) -> Diagnostic {
        let (old, pack) = (old.provenance.pack.id, new.provenance.pack.id)
        return Diagnostic(
            SavedCode.reviewsUnlike, at: .file(new.name),
            zh: "两次审查用的不是同一规则包：`\(old)`、`\(pack)`",
            en: "the reviews are of different packs: `\(old)` and `\(pack)`")
    }

    static func baselineOfOtherPack(
        _ file: String, _ found: String, wanted: String
    ) -> Diagnostic {
        Diagnostic(
            SavedCode.reviewsUnlike, at: .file(file),
            zh: "基线用的是规则包 `\(found)`，不是 `\(wanted)`",
            en: "the baseline is by the pack `\(found)`, not by `\(wanted)`",
            help: Message(
                zh: "请给出用同一规则包保存的审查结果",
                en: "give a review that was saved with the same pack"))
    }

    static func savedMemberRepeated(_ file: String, path: String) -> Diagnostic {
        Diagnostic(
            SavedCode.memberRepeated, at: .file(file),
            zh: "审查结果里 `\(path)` 出现不止一次，读哪一个都可能不对",
            en: "the saved review has `\(path)` more than once, and readers may take either",
            help: .savedByReview)
    }

    package static func reviewsOfOtherScope(_ new: SavedReview) -> Diagnostic {
        Diagnostic(
            SavedCode.reviewsUnlike, at: .file(new.name),
            zh: "两次审查的范围（--only 或 --reveal）不同",
            en: "the reviews were limited to, or reveal, different things")
    }

    /// `file` is one of the drop that `review` did not judge so.
    package static func dropUnlike(_ review: SavedReview, file: String) -> Diagnostic {
        Diagnostic(
            SavedCode.dropUnlike, at: .file(review.name),
            zh: "材料不是 `\(review.name)` 所审查的：`\(file)` 不同",
            en: "the drop is not what `\(review.name)` judged: `\(file)` differs")
    }
}

extension Message {
    fileprivate static let savedByReview = Message(
        zh: "请给出 hegui review --format json 写的文件",
        en: "give a file that `hegui review --format json` wrote")
}
