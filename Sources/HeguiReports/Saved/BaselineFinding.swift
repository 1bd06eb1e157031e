import FoundationEssentials
import HeguiDiagnostics
import HeguiPack
import HeguiReview

/// What a baseline needs to know of an outcome or data finding.
struct BaselineFinding {
    let finding: FindingMatch.Finding
    let level: Level
    /// nil for a data finding.
    private let outcome: Verdict?
    private let isExplained: Bool

    /// Whether it counts as a finding: a data finding, or a violation that nobody has explained.
    private var isOpen: Bool { outcome.map { $0 == .violated && !isExplained } ?? true }

    /// Calls `body` with the open findings of a JSON report or of JSON Lines, in order.
    ///
    /// - Returns: the id of the pack that it is by.
    static func forEachOpen(
        in content: Data, name: String, _ body: (Self) -> Void
    ) throws(SavedReview.Failure) -> String {
        let text = JSONText(content: content)
        if let review = try firstLine(text, name) {
            try forEachOpenLine(of: text, name: name, body)
            guard let pack = review.provenance?.pack else {
                throw SavedReview.missing("review.provenance.pack", name)
            }
            return pack.id
        }
        let document = try SavedReviewDocument(content, name: name)
        try document.checkMembers()
        for (key, isOutcome) in [("outcomes", true), ("data_findings", false)] {
            var count = 0
            let isArray = try text.forEachElement(of: document.range(key)) {
                (range) throws(SavedReview.Failure) in
                let finding = Self(text, at: range, isOutcome: isOutcome)
                guard let finding else { throw SavedReview.missing("\(key)[\(count)]", name) }
                count += 1
                if finding.isOpen { body(finding) }
            }
            guard isArray else { throw SavedReview.missing(key, name) }
        }
        return try document.value("provenance", as: Provenance.self).pack.id
    }

    /// Reads a finding; nil where something of it is missing or not what it should be.
    private init?(_ text: JSONText, at range: Range<Int>, isOutcome: Bool) {
        var fingerprint, level, outcome: String?
        var message = ""
        var isExplained = false
        let isObject = text.forEachMember(of: range) { key, value in
            switch key {
            case "fingerprint": fingerprint = text.string(at: value)
            case "level": level = text.string(at: value)
            case "outcome": outcome = text.string(at: value)
            case "message":
                message = text.members(of: value)?["zh"].flatMap(text.string) ?? ""
            case "explanation": isExplained = !text.isNull(value)
            default: return
            }
        }
        let verdict = outcome.flatMap(Verdict.init)
        guard isObject, let fingerprint, let level = level.flatMap(Level.init),
            isOutcome == (verdict != nil)
        else { return nil }
        finding = FindingMatch.Finding(fingerprint, saying: message)
        self.level = level
        self.outcome = verdict
        self.isExplained = isExplained
    }

    /// What the findings follow from, as far as it matters here.
    private struct Provenance: Decodable {
        struct Pack: Decodable {
            let id: String
        }

        let pack: Pack
    }

    /// The first line of JSON Lines, which says what they are.
    private struct FirstLine: Decodable {
        struct Review: Decodable {
            let format: String
            let formatVersion: Int
            let provenance: Provenance?

            private enum CodingKeys: String, CodingKey {
                case format, provenance
                case formatVersion = "format_version"
            }
        }

        let review: Review
    }

    /// Returns what the first line says of them, nil where they are no JSON Lines of a review.
    ///
    /// - Throws: `SavedReview.Failure` for a version that cannot be read.
    private static func firstLine(
        _ text: JSONText, _ name: String
    ) throws(SavedReview.Failure) -> FirstLine.Review? {
        guard let end = text.content.firstIndex(of: UInt8(ascii: "\n")),
            let first = try? JSONDecoder().decode(FirstLine.self, from: text.content[..<end]),
            first.review.format == "hegui-review-lines"
        else { return nil }
        guard first.review.formatVersion == JSONReport.formatVersion else {
            throw SavedReview.Failure.otherVersion(first.review.formatVersion, name)
        }
        return first.review
    }

    /// A line is an object with one member, whose name says what it is.
    private static func forEachOpenLine(
        of text: JSONText, name: String, _ body: (Self) -> Void
    ) throws(SavedReview.Failure) {
        var isEnded = false
        let isWhole = try text.forEachValue { (line) throws(SavedReview.Failure) in
            let members = text.members(of: line)
            isEnded = members?["summary"] != nil
            for key in ["outcome", "data_finding"] {
                guard let value = members?[key] else { continue }
                let finding = Self(text, at: value, isOutcome: key == "outcome")
                guard let finding else { throw SavedReview.missing(key, name) }
                if finding.isOpen { body(finding) }
            }
        }
        // The summary stands last, so that one can tell whether all lines are there.
        guard isWhole, isEnded else { throw SavedReview.cutOff(name) }
    }
}
