import HeguiDiagnostics

/// The parts of a judgement that are not met, in words.
struct PartList {
    private let parts: [OutcomePart]

    /// Returns nil where there are no parts at all.
    init?(_ parts: [OutcomePart]) {
        if parts.isEmpty { return nil }
        let open = parts.filter { part in
            switch part.verdict {
            case .met, .notApplicable: false
            default: true
            }
        }
        self.parts = open
    }

    var message: Message {
        Message(
            zh: parts.map { Self.text($0, isChinese: true) }.joined(separator: "；"),
            en: parts.map { Self.text($0, isChinese: false) }.joined(separator: "; "))
    }

    private static func text(_ part: OutcomePart, isChinese: Bool) -> String {
        var name = part.title.map { isChinese ? $0.zh : $0.en } ?? part.id
        // A number would run into the digits of a period or day.
        if isChinese, part.observed != nil { name += "：" }
        switch (part.observed, part.required) {
        case (let observed?, let required?):
            return isChinese
                ? "\(name)\(observed)（要求\(required)）" : "\(name): \(observed) of \(required)"
        case (let observed?, nil): return isChinese ? "\(name)\(observed)" : "\(name): \(observed)"
        case (nil, let required?):
            return isChinese ? "\(name)（要求\(required)）" : "\(name) (required \(required))"
        case (nil, nil): return name
        }
    }
}
