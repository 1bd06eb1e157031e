import FoundationEssentials

/// The top of a JSON report, which is looked at before the rest is read.
struct SavedReviewDocument {
    let text: JSONText
    private let name: String
    private let members: [String: Range<Int>]

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
    }

    /// Returns where the value of a member stands.
    func range(_ key: String) throws(SavedReview.Failure) -> Range<Int> {
        guard let range = members[key] else { throw SavedReview.lacking(key, name) }
        return range
    }

    /// Returns the value of a member.
    func value<Value: Decodable>(
        _ key: String, as type: Value.Type = Value.self
    ) throws(SavedReview.Failure) -> Value {
        try SavedReview.decode(type, text.content[range(key)], path: key, name: name)
    }
}
