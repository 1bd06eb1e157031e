import HeguiDiagnostics
package import HeguiPack
package import HeguiReview

/// An outcome as a saved review tells it.
package struct SavedOutcome: Hashable, Sendable, Decodable {
    package struct Subject: Hashable, Sendable, Decodable {
        package var type: String
        package var id: String
        package var name: String
        package var groupId: String?
        package var groupName: String?
        /// What a row without a key is known by.
        package var identity: String?

        private enum CodingKeys: String, CodingKey {
            case type, id, name, identity
            case groupId = "group_id"
            case groupName = "group_name"
        }
    }

    package struct Sentence: Hashable, Sendable, Decodable {
        package var zh: String
        package var en: String
    }

    package struct Cell: Hashable, Sendable, Decodable {
        package var file: String
        package var sheet: String?
        package var row: Int?
        package var column: Int?
    }

    package struct Rate: Hashable, Sendable, Decodable {
        package var numerator: Int64
        package var denominator: Int64
        package var lower: String
        package var upper: String
    }

    package struct Part: Hashable, Sendable, Decodable {
        package var id: String
        package var outcome: Verdict?
        package var observed: String?
        package var required: String?
    }

    package struct Waiver: Hashable, Sendable, Decodable {
        package var reason: String
        package var approver: String
        package var document: String?
        package var day: String
        package var expires: String
    }

    package struct Explanation: Hashable, Sendable, Decodable {
        package var text: String
        package var day: String
    }

    package var fingerprint: String
    package var rule: String
    package var clause: String
    package var subject: Subject
    package var outcome: Verdict
    package var level: Level
    package var observed: String?
    package var required: String?
    package var gap: JSONValue?
    package var due: String?
    package var doneFrom: String?
    package var doneTo: String?
    package var rate: Rate?
    package var parts: [Part]
    package var sources: [Cell]
    package var missing: [JSONValue]
    package var message: Sentence
    package var waiver: Waiver?
    package var explanation: Explanation?

    private enum CodingKeys: String, CodingKey {
        case fingerprint, rule, clause, subject, outcome, level, observed, required, gap, due
        case rate, parts, sources, missing, message, waiver, explanation
        case doneFrom = "done_from"
        case doneTo = "done_to"
    }

    /// Whether it is a violation that nobody has explained.
    package var isOpen: Bool { outcome == .violated && explanation == nil }
}

extension SavedOutcome.Sentence: Worded {
    var words: Message { Message(zh: zh, en: en) }
}

extension Verdict: Decodable {}

extension Level: Decodable {}
