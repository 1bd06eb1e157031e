import FoundationEssentials
package import HeguiPack

/// A value of JSON whose kind is not known beforehand, such as that of a parameter.
package enum JSONValue: Hashable, Sendable, Decodable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .boolean(flag)
        } else if let number = try? container.decode(Int64.self) {
            self = .integer(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// The value in one line, text without quotes.
    package var description: String {
        switch self {
        case .null: "–"
        case .boolean(let flag): flag ? "true" : "false"
        case .integer(let number): "\(number)"
        case .text(let text): text
        case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
        case .object(let values):
            "{"
                + values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.description)" }
                .joined(separator: ", ") + "}"
        }
    }
}

extension ParameterValue {
    /// The value as JSON reports have it.
    package var json: JSONValue {
        var bytes: [UInt8] = []
        withoutActuallyEscaping({ (block: [UInt8]) in bytes += block }) { receive in
            var stream = ReportStream(redaction: .full, to: receive)
            var writer = JSONWriter(to: stream, openDepth: 0)
            writer.value(self)
            stream = writer.finish()
            try? stream.finish()
        }
        return (try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))) ?? .null
    }
}
