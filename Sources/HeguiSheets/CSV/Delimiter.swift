/// What separates the fields of a record.
package enum Delimiter: UInt8, CaseIterable, Hashable, Sendable {
    case comma = 0x2C
    case tab = 0x09
    case semicolon = 0x3B
    case bar = 0x7C
    /// `，`, for which this byte stands once a text is cut.
    case fullWidthComma = 0x1F

    /// The name for people.
    package var name: String {
        switch self {
        case .comma: "comma"
        case .tab: "tab"
        case .semicolon: "semicolon"
        case .bar: "vertical bar"
        case .fullWidthComma: "full-width comma"
        }
    }

    /// Whether it stands in sentences more often than between fields.
    var isRare: Bool { self == .bar || self == .fullWidthComma }
}
