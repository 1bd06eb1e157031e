import FoundationEssentials

/// An entry of a file: a case, or why it is none. One that is malformed spoils no other.
enum CaseEntry: Decodable {
    case test(Case)
    case malformed(id: String, reason: String)

    private enum CodingKeys: CodingKey { case id }

    init(from decoder: any Decoder) {
        do {
            self = .test(try Case(from: decoder))
        } catch {
            let container = try? decoder.container(keyedBy: CodingKeys.self)
            let id = try? container?.decode(String.self, forKey: .id)
            self = .malformed(id: id ?? "(no id)", reason: "not a case: " + Self.reason(error))
        }
    }

    var id: String {
        switch self {
        case .test(let test): test.id
        case .malformed(let id, _): id
        }
    }

    /// Returns why the case fails, or nil if it passes.
    func failure() -> String? {
        switch self {
        case .test(let test): test.failure()
        case .malformed(_, let reason): reason
        }
    }

    /// Returns in one line what a decoder found wrong, and where.
    static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        switch error {
        case .keyNotFound(let key, let context):
            return "there is no `\(key.stringValue)`" + place(context)
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            return context.debugDescription + place(context)
        @unknown default: return "\(error)"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let names = context.codingPath.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }
        return names.isEmpty ? "" : " (at \(names.joined(separator: ".")))"
    }
}
