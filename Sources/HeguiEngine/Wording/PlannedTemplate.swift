import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiYAML

/// A message template whose expressions are programs.
struct PlannedTemplate: Sendable {
    private enum Segment: Sendable {
        case text(String)
        case placeholder(MessageTemplate.Placeholder)
        case expression(PlannedExpression, ValueStyle)
    }

    private let chinese: [Segment]
    private let english: [Segment]
    private let placeholders: Set<MessageTemplate.Placeholder>

    init(
        _ template: MessageTemplate, chinese: Planner, english: Planner, subject: Int,
        row: Int? = nil
    ) {
        self.chinese = Self.plan(
            template.segments(in: .chinese), chinese, subject: subject, row: row)
        self.english = Self.plan(
            template.segments(in: .english), english, subject: subject, row: row)
        placeholders = Set(
            Language.allCases.flatMap { template.segments(in: $0) }.compactMap { segment in
                if case .placeholder(let placeholder) = segment { placeholder } else { nil }
            })
    }

    private static func plan(
        _ segments: [MessageTemplate.Segment], _ planner: Planner, subject: Int, row: Int?
    ) -> [Segment] {
        segments.map { segment in
            switch segment {
            case .text(let text): .text(text)
            case .placeholder(let placeholder): .placeholder(placeholder)
            case .expression(let expression):
                .expression(
                    PlannedExpression(expression, planner: planner, subject: subject, row: row),
                    ValueStyle(of: expression, planner))
            }
        }
    }

    /// Returns whether any language's text has a place for `placeholder`.
    func uses(_ placeholder: MessageTemplate.Placeholder) -> Bool {
        placeholders.contains(placeholder)
    }

    /// Returns whether the judgement has something for every place.
    func fits(_ judgement: Judgement) -> Bool {
        placeholders.allSatisfy { judgement.text(of: $0, .chinese) != nil }
    }

    /// Returns the message for a judgement of the subject of `frame`.
    func render(_ judgement: Judgement, _ frame: Frame) -> Message {
        Message(
            zh: render(chinese, in: .chinese, of: judgement, frame),
            en: render(english, in: .english, of: judgement, frame))
    }

    private func render(
        _ segments: [Segment], in language: Language, of judgement: Judgement, _ frame: Frame
    ) -> String {
        var text = ""
        for segment in segments {
            switch segment {
            case .text(let part): text += part
            case .placeholder(let placeholder):
                text += judgement.text(of: placeholder, language) ?? "—"
            case .expression(let expression, let style):
                let value = expression.evaluate(frame)
                text += ValueText.worded(value, frame.rowStore, style: style, in: language)
            }
        }
        return text
    }
}

extension Judgement {
    fileprivate func text(
        of placeholder: MessageTemplate.Placeholder, _ language: Language
    ) -> String? {
        switch placeholder {
        case .observed: observed
        case .required: required
        case .gap: gap?.text
        case .due: due?.description
        case .nominalDue: nominalDue?.description
        case .done: done?.description
        case .daysLate: daysLate.map { String($0) }
        case .daysLeft: daysLeft.map { String($0) }
        case .rate: rate.map { RatioText.approximate($0.numerator, of: $0.denominator) }
        case .lower: lower
        case .upper: upper
        case .missing: unmet?.text(in: language)
        case .parts: PartList(parts)?.message.text(in: language)
        }
    }
}

/// The parts of a judgement that are not met, in words.
struct PartList {
    private let parts: [OutcomePart]

    /// Returns nil where there are no parts at all.
    init?(_ parts: [OutcomePart]) {
        if parts.isEmpty { return nil }
        let unmet = parts.filter { part in
            switch part.verdict {
            case .met, .notApplicable: false
            default: true
            }
        }
        self.parts = unmet
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
