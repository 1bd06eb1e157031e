import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// Says how much of a review could be judged, in the same words in all formats.
struct CompletenessWords {
    private let review: Review
    private let say: Speaker
    private let index: ReviewIndex
    let completeness: Completeness

    /// Further datasets are only counted.
    private static let limit = 3

    init(_ review: Review, _ say: Speaker) {
        self.init(review, knowing: Completeness(review), say)
    }

    /// Says what is known of the review already.
    init(_ review: Review, knowing completeness: Completeness, _ say: Speaker) {
        self.review = review
        self.say = say
        index = ReviewIndex(review.pack)
        self.completeness = completeness
    }

    var isComplete: Bool { completeness.isComplete }

    /// How many rules judged, and what the others are in want of; the headline of every report.
    var headline: DataText {
        var parts = [rules]
        let unread = completeness.unreadFiles.count
        if unread > 0 { parts.append(say("\(unread) 个文件未读", "files not read: \(unread)")) }
        if let material { parts.append(material) }
        return parts.joined(separator: say("；", "; "))
    }

    private var rules: DataText {
        let (judged, unjudged) = (completeness.judgedCount, completeness.unjudgedCount)
        let idle = completeness.idleCount
        let others =
            idle == 0
            ? "" : say("，\(idle) 条没有可判断的对象", ", \(idle) had nothing to judge")
        guard unjudged > 0 else {
            return say("判断了 \(judged) 条规则", "rules judged: \(judged)") + others
        }
        let isTooFew = completeness.gaps.contains(.rules) || completeness.gaps.contains(.noData)
        let rest = idle == 0 ? say("其余 ", "the other ") : ""
        guard !completeness.wants.isEmpty else {
            return say(
                "判断了 \(judged) 条规则，\(rest)\(unjudged) 条未能判断",
                "\(judged) rules judged; \(rest)\(unjudged) could not") + others
        }
        return say(
            "\(isTooFew ? "只" : "")判断了 \(judged) 条规则，\(rest)\(unjudged) 条需要\(wants)",
            "\(isTooFew ? "only " : "")\(judged) rules judged; \(rest)\(unjudged) need \(wants)")
            + others
    }

    private var wants: DataText {
        let names = completeness.wants.prefix(Self.limit).map { want in
            let title = index.datasetTitle(want.dataset, say)
            return say("“\(title)”", "“\(title)”")
        }.joined(separator: say("、", ", "))
        let count = completeness.wants.count
        guard count > Self.limit else { return names }
        return say("\(names)等 \(count) 种材料", "\(names) and \(count - Self.limit) more")
    }

    /// How many annexes are owed or not read whole; nil for none.
    private var material: DataText? {
        let forms = MaterialForm.all(in: review)
        let parts = forms.compactMap { form -> DataText? in
            let counts: [(DataText, Int)] = [
                (say("未收到", "not received:"), form.missing),
                (say("未能（全部）读取", "not read in full:"), form.unread),
                (say("有两个版本", "in two versions:"), form.twoVersions),
            ]
            let told = counts.filter { $0.1 > 0 }
                .map { say("\($0.0) \($0.1) 份", "\($0.0) \($0.1)") }
            guard !told.isEmpty else { return nil }
            return say(form.name) + say("", " ") + told.joined(separator: say("、", ", "))
        }
        return parts.isEmpty ? nil : parts.joined(separator: say("；", "; "))
    }

    /// Why not everything could be checked, a sentence each; empty where everything could.
    var reasons: [DataText] {
        completeness.gaps.map { gap in
            switch gap {
            case .noData: say(UncheckedWords.noData)
            case .errors: errors
            case .failures: say("有规则未能运行", "some rules could not run")
            case .material:
                material ?? say("有应交的材料没有收到", "something that is due was not received")
            case .idleFiles:
                say("有文件没有读到任何内容", "files gave nothing: ")
                    + say("", "\(completeness.unreadFiles.count)")
            case .rules: rules
            case .required(let name):
                say(
                    "没有必需的“\(index.datasetTitle(name, say))”",
                    "the demanded “\(index.datasetTitle(name, say))” is not there")
            }
        }
    }

    private var errors: DataText {
        let unread = completeness.unreadFiles.count
        if unread > 0 {
            return say("\(unread) 个文件未读", "files not read: \(unread)")
        }
        let first = review.diagnostics.first { $0.severity == .error }
        return first.map { say($0.message) } ?? ""
    }

    /// That not everything could be checked, and why; nil where everything could.
    var warning: DataText? {
        guard !isComplete else { return nil }
        var list: [DataText] = []
        for reason in reasons where !list.contains(reason) { list.append(reason) }
        let why = list.joined(separator: say("；", "; "))
        return say("未能全部检查：\(why)。", "Not everything could be checked: \(why).")
    }
}
