import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// What became of the annexes that are to be handed in, in the words of all formats.
struct MaterialWords {
    let say: Speaker

    /// The titles of the counts of a form.
    var columns: [DataText] {
        [
            say("应交", "due from"), say("已交", "received"), say("未交", "not received"),
            say("未到期", "not due yet"), say("未能读取", "not read in full"),
            say("有两个版本", "two versions"),
        ]
    }

    func counts(of form: MaterialForm) -> [Int] {
        [
            form.expected, form.received, form.missing, form.pending, form.unread,
            form.twoVersions,
        ]
    }

    /// The counts of a form in a line, without noughts but for what came.
    func line(of form: MaterialForm) -> DataText {
        zip(columns, counts(of: form)).enumerated()
            .filter { $0.offset < 2 || $0.element.1 > 0 }
            .map { "\($0.element.0) \($0.element.1)" as DataText }
            .joined(separator: " · ")
    }

    /// What became of one owner's annex, and where it stands.
    func line(of item: MaterialItem) -> DataText {
        let mark = item.isOpen ? say.mark(item.level) : say("【未到期】", "[not due yet]")
        let places = item.state == .notReceived ? "" : SourceList.text(item.sources, say)
        return mark + say("", " ") + say(item.message)
            + (places.isEmpty ? "" : say("（\(places)）", " (\(places))"))
    }

    /// Who is left out of a ranking because an annex is not there; nil for nobody.
    func waiting(_ ranking: RateRanking) -> DataText? {
        guard !ranking.waiting.isEmpty else { return nil }
        let names = ranking.waiting.map { item in
            let (owner, annex) = (DataText(item.owner.name), say(item.annexName))
            let state =
                item.state == .notReceived
                ? say("未收到", "not received") : say("未能（全部）读取", "not read in full")
            return say("\(owner)（\(annex)\(state)）", "\(owner) (\(annex) \(state))")
        }.joined(separator: say("、", ", "))
        return say(
            "不列入排名，也不计入合计：\(names)。", "In no ranking and in no sum: \(names).")
    }

    func state(of item: MaterialItem) -> DataText {
        switch item.state {
        case .received: say("已交", "received")
        case .notReceived where item.isPending: say("未到期", "not due yet")
        case .notReceived: say("未交", "not received")
        case .unread: say("未能（全部）读取", "not read in full")
        case .twoVersions: say("有两个版本", "two versions")
        }
    }
}
