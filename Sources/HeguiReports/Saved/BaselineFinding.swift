import FoundationEssentials
import HeguiDiagnostics
import HeguiEngine
import HeguiRules

/// What a baseline needs to know of an outcome or data finding.
struct BaselineFinding: Decodable {
    private struct Explanation: Decodable {}

    let fingerprint: String
    let level: Level
    /// nil for a data finding.
    private let outcome: Verdict?
    private let explanation: Explanation?

    /// Whether it counts as a finding: a data finding, or a violation that nobody has explained.
    private var isOpen: Bool { outcome.map { $0 == .violated && explanation == nil } ?? true }

    /// Returns the open findings of a JSON report or of JSON Lines.
    static func open(in content: Data, name: String) throws(SavedReview.Failure) -> [Self] {
        if let lines = try lines(of: content, name: name) { return try open(in: lines, name: name) }
        return try SavedReview.decode(BaselineDocument.self, content, name: name).findings
            .filter(\.isOpen)
    }

    /// A line of JSON Lines: an object with one member, whose name says what it is.
    private struct Line: Decodable {
        struct Review: Decodable {
            let format: String
            let formatVersion: Int

            private enum CodingKeys: String, CodingKey {
                case format
                case formatVersion = "format_version"
            }
        }

        let review: Review?
        let outcome: BaselineFinding?
        let dataFinding: BaselineFinding?

        private enum CodingKeys: String, CodingKey {
            case review, outcome
            case dataFinding = "data_finding"
        }
    }

    /// Returns the lines where the first says that they are JSON Lines of a review.
    ///
    /// - Throws: `SavedReview.Failure` for a version that cannot be read.
    private static func lines(
        of content: Data, name: String
    ) throws(SavedReview.Failure) -> [Data]? {
        guard let end = content.firstIndex(of: UInt8(ascii: "\n")),
            let first = try? JSONDecoder().decode(Line.self, from: content[..<end]),
            let review = first.review, review.format == "hegui-review-lines"
        else { return nil }
        guard review.formatVersion == JSONReport.formatVersion else {
            throw SavedReview.Failure.otherVersion(review.formatVersion, name)
        }
        return content.split(separator: UInt8(ascii: "\n"))
    }

    private static func open(
        in lines: [Data], name: String
    ) throws(SavedReview.Failure) -> [Self] {
        var findings: [Self] = []
        for line in lines {
            let line = try SavedReview.decode(Line.self, line, name: name)
            findings += [line.outcome, line.dataFinding].compactMap(\.self).filter(\.isOpen)
        }
        return findings
    }
}

/// A JSON report of which only the findings are read.
private struct BaselineDocument: Decodable {
    let findings: [BaselineFinding]

    init(from decoder: any Decoder) throws {
        let container = try SavedReviewDocument.container(of: decoder)
        findings =
            try container.decode([BaselineFinding].self, forKey: .outcomes)
            + container.decode([BaselineFinding].self, forKey: .dataFindings)
    }
}
