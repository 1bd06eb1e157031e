/// What separates the fields of a record.
package enum Delimiter: UInt8, CaseIterable, Hashable, Sendable {
    case comma = 0x2C
    case tab = 0x09
    case semicolon = 0x3B

    /// The name for people.
    package var name: String {
        switch self {
        case .comma: "comma"
        case .tab: "tab"
        case .semicolon: "semicolon"
        }
    }
}
