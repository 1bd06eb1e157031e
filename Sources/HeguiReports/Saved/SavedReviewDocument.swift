/// The top of a JSON report, which is looked at before the rest is read.
struct SavedReviewDocument: Decodable {
    /// Why a JSON text is no review that can be read.
    enum Mismatch: Error {
        /// The value of `format`, nil where there is none.
        case format(String?)
        case version(Int?)
    }

    enum Key: String, CodingKey {
        case format, provenance, pack, parameters, rules, outcomes, standings
        case formatVersion = "format_version"
        case dataFindings = "data_findings"
    }

    let provenance: SavedReview.Provenance
    /// How deadlines run.
    let counting: JSONValue
    let parameters: [SavedReview.Parameter]
    let rules: [SavedReview.Rule]
    let outcomes: [SavedOutcome]
    let standings: [SavedReview.Standing]
    let dataFindings: [SavedReview.Finding]

    init(from decoder: any Decoder) throws {
        let container = try Self.container(of: decoder)
        provenance = try container.decode(SavedReview.Provenance.self, forKey: .provenance)
        counting = try container.decode(Pack.self, forKey: .pack).counting
        parameters = try container.decode([SavedReview.Parameter].self, forKey: .parameters)
        rules = try container.decode([SavedReview.Rule].self, forKey: .rules)
        outcomes = try container.decode([SavedOutcome].self, forKey: .outcomes)
        standings = try container.decode([SavedReview.Standing].self, forKey: .standings)
        dataFindings = try container.decode([SavedReview.Finding].self, forKey: .dataFindings)
    }

    /// Returns the members of a report whose format and version are those that can be read.
    ///
    /// - Throws: `Mismatch` for anything else.
    static func container(of decoder: any Decoder) throws -> KeyedDecodingContainer<Key> {
        guard let container = try? decoder.container(keyedBy: Key.self) else {
            throw Mismatch.format(nil)
        }
        let format = try? container.decode(String.self, forKey: .format)
        guard format == "hegui-review" else { throw Mismatch.format(format) }
        let version = try? container.decode(Int.self, forKey: .formatVersion)
        guard version == JSONReport.formatVersion, container.contains(.provenance) else {
            throw Mismatch.version(version)
        }
        return container
    }

    private struct Pack: Decodable {
        let counting: JSONValue
    }
}
