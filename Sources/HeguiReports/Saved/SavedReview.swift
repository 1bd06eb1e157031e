package import HeguiPack
package import HeguiReview

/// A review as its JSON report tells it.
package struct SavedReview: Sendable {
    package struct Pack: Hashable, Sendable, Decodable {
        package var id: String
        package var version: String
        package var sha256: String?
    }

    package struct Calendar: Hashable, Sendable, Decodable {
        package var name: String
        package var sha256: String?
    }

    package struct File: Hashable, Sendable, Decodable {
        package var file: String
        package var sha256: String
    }

    /// A parameter that was set for the run.
    package struct Setting: Hashable, Sendable, Decodable {
        package var name: String
        package var value: JSONValue
    }

    /// What the review followed from.
    package struct Provenance: Hashable, Sendable, Decodable {
        package var engineVersion: String
        package var asOf: String
        package var pack: Pack
        package var parameters: [Setting]
        package var calendar: Calendar
        package var files: [File]
        package var only: [String]
        package var revealed: [String]
        /// The files that counted where there was another version; nil where none were named.
        package var preferred: [String]?
        /// The files whose waivers counted; nil where none were named.
        package var waivers: [String]?
        /// The file of options that was read; nil for none.
        package var configuration: File?
        /// Patterns of names of files that were left aside.
        package var excluded: [String]?
        /// The outcomes that are not listed; nil where all are.
        package var leftOut: [Verdict]?

        private enum CodingKeys: String, CodingKey {
            case pack, parameters, calendar, files, only, preferred, waivers, excluded, revealed
            case configuration
            case engineVersion = "engine_version"
            case asOf = "as_of"
            case leftOut = "left_out"
        }
    }

    package struct Title: Hashable, Sendable, Decodable {
        package var zh: String?
        package var en: String?
    }

    package struct Parameter: Hashable, Sendable, Decodable {
        package var name: String
        package var title: Title
        package var value: JSONValue
    }

    package struct Rule: Hashable, Sendable, Decodable {
        package var rule: String
        package var clause: String
        package var title: Title
        /// The parameters that its outcomes depend on.
        package var parameters: [String]
        /// Of the rule's file.
        package var sha256: String?
    }

    package struct Standing: Hashable, Sendable, Decodable {
        package struct Reason: Hashable, Sendable, Decodable {
            package var rule: String
        }

        package var award: String
        package var clause: String
        package var subject: SavedOutcome.Subject
        package var outcome: String
        package var rank: Int?
        package var reasons: [Reason]
    }

    package struct Award: Hashable, Sendable, Decodable {
        package var award: String
        package var title: Title
    }

    package struct Finding: Hashable, Sendable, Decodable {
        package var fingerprint: String
        package var code: String
        package var level: Level
        package var message: SavedOutcome.Sentence
        package var cell: SavedOutcome.Cell
        package var related: [SavedOutcome.Cell]
    }

    /// The name of its file.
    package var name: String
    package var provenance: Provenance
    /// How deadlines run.
    package var counting: JSONValue
    package var parameters: [Parameter]
    package var rules: [Rule]
    package var outcomes: SavedOutcomes
    /// None in a review that was saved without them.
    package var awards: [Award]
    package var standings: [Standing]
    package var dataFindings: [Finding]
    /// The names of members that its file has more than once, so that readers may take either.
    package var repeated: [String] = []

    /// - Throws: `Failure` where a member is there more than once (S0007).
    package func checkMembers() throws(Failure) {
        if let first = repeated.first {
            throw Failure(diagnostic: .savedMemberRepeated(name, path: first))
        }
    }
}
