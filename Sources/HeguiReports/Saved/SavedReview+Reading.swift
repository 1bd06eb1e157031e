package import FoundationEssentials
package import HeguiDiagnostics

extension SavedReview {
    /// Why a file is no review that can be compared with.
    package struct Failure: Error {
        package let diagnostic: Diagnostic
    }

    /// Reads the JSON report `content`, which people know as the file `name`.
    ///
    /// - Throws: `Failure` for what is no JSON or cut off (S0001), no review (S0002), a review of
    ///   another format version (S0003), or one that lacks something (S0004).
    /// - Complexity: linear in the text; the verdicts of outcomes are held in memory.
    package init(_ content: Data, name: String) throws(Failure) {
        let document = try SavedReviewDocument(content, name: name)
        self.init(
            name: name, provenance: try document.value("provenance"),
            counting: try document.value("pack", as: PackMember.self).counting,
            parameters: try document.value("parameters"), rules: try document.value("rules"),
            outcomes: try SavedOutcomes(
                document.text, at: document.range("outcomes"), name: name),
            awards: try document.valueIfPresent("awards") ?? [],
            standings: try document.value("standings"),
            dataFindings: try document.value("data_findings"), repeated: document.repeated)
    }

    private struct PackMember: Decodable {
        let counting: JSONValue
    }

    /// Returns what `content` holds, which stands at `path` of a report, or says why it does not hold
    /// that.
    static func decode<Content: Decodable>(
        _ type: Content.Type, _ content: Data, path: String, name: String
    ) throws(Failure) -> Content {
        do {
            return try JSONDecoder().decode(type, from: content)
        } catch {
            throw failure(for: error, content: content, path: path, name: name)
        }
    }

    private static func failure(
        for error: any Error, content: Data, path: String, name: String
    ) -> Failure {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            missing(self.path(path, context.codingPath + [key]), name)
        case DecodingError.valueNotFound(_, let context),
            DecodingError.typeMismatch(_, let context):
            missing(self.path(path, context.codingPath), name)
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            missing(self.path(path, context.codingPath), name)
        default: noJSON(content, name)
        }
    }

    /// `outcomes[3].subject.id`.
    private static func path(_ start: String, _ keys: [any CodingKey]) -> String {
        keys.reduce(into: start) { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : "." + key.stringValue
            }
        }
    }

    static func noJSON(_ content: Data, _ name: String) -> Failure {
        // The first line of JSON Lines names their format.
        if content.prefix(80).contains(Data("hegui-review-lines".utf8)) {
            return noReview("hegui-review-lines", name)
        }
        let last = content.last { $0 > 0x20 }
        let isCut = content.first == UInt8(ascii: "{") && last != UInt8(ascii: "}")
        return Failure(diagnostic: isCut ? .savedCutOff(name) : .savedNotJSON(name))
    }

    static func cutOff(_ name: String) -> Failure {
        Failure(diagnostic: .savedCutOff(name))
    }

    static func noReview(_ format: String?, _ name: String) -> Failure {
        Failure(diagnostic: .savedNotAReview(name, format: format))
    }

    static func missing(_ path: String, _ name: String) -> Failure {
        Failure(diagnostic: .savedMemberMissing(name, path: path))
    }
}

extension SavedReview.Failure {
    /// The failure of a format version that this one does not read; `version` is nil where none is
    /// stated.
    static func otherVersion(_ version: Int?, _ name: String) -> SavedReview.Failure {
        let isNewer = version.map { $0 > JSONReport.formatVersion } ?? false
        return SavedReview.Failure(diagnostic: .savedVersionUnknown(name, isNewer: isNewer))
    }
}

/// The top of a JSON report, which is looked at before the rest is read.
struct SavedReviewDocument {
    let text: JSONText
    private let name: String
    private let members: [String: Range<Int>]
    /// The names of members that it has more than once.
    let repeated: [String]

    /// Looks at the JSON report `content`, which people know as the file `name`.
    ///
    /// - Throws: `SavedReview.Failure` for what is no JSON or cut off (S0001), no review (S0002), or
    ///   a review of another format version (S0003).
    init(_ content: Data, name: String) throws(SavedReview.Failure) {
        let text = JSONText(content: content)
        guard let whole = text.whole else { throw SavedReview.noJSON(content, name) }
        guard let members = text.members(of: whole) else {
            let isJSON = (try? JSONDecoder().decode(JSONValue.self, from: content)) != nil
            throw isJSON ? SavedReview.noReview(nil, name) : SavedReview.noJSON(content, name)
        }
        let format = members["format"].flatMap(text.string)
        guard format == "hegui-review" else { throw SavedReview.noReview(format, name) }
        let version = members["format_version"].flatMap { range in
            try? JSONDecoder().decode(Int.self, from: content[range])
        }
        guard version == JSONReport.formatVersion, members["provenance"] != nil else {
            throw SavedReview.Failure.otherVersion(version, name)
        }
        self.text = text
        self.name = name
        self.members = members
        repeated = text.repeatedMembers(of: whole)
    }

    /// - Throws: `SavedReview.Failure` where a member is there more than once (S0007).
    func checkMembers() throws(SavedReview.Failure) {
        if let first = repeated.first {
            throw SavedReview.Failure(diagnostic: .savedMemberRepeated(name, path: first))
        }
    }

    /// Returns where the value of a member stands.
    func range(_ key: String) throws(SavedReview.Failure) -> Range<Int> {
        guard let range = members[key] else { throw SavedReview.missing(key, name) }
        return range
    }

    /// Returns the value of a member, nil where it is not there.
    func valueIfPresent<Value: Decodable>(
        _ key: String, as type: Value.Type = Value.self
    ) throws(SavedReview.Failure) -> Value? {
        members[key] == nil ? nil : try value(key, as: type)
    }

    /// Returns the value of a member.
    func value<Value: Decodable>(
        _ key: String, as type: Value.Type = Value.self
    ) throws(SavedReview.Failure) -> Value {
        try SavedReview.decode(type, text.content[range(key)], path: key, name: name)
    }
}
