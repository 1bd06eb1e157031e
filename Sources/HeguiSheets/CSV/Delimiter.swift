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

extension Delimiter {
    /// Returns the delimiter that cuts most of the first records into the same number of fields,
    /// at least two; nil where none does.
    package static func detect(in bytes: [UInt8]) -> Delimiter? {
        var best: (delimiter: Delimiter, records: Int, fields: Int)?
        for candidate in Delimiter.allCases {
            let counts = fieldCounts(of: bytes, cutBy: candidate, records: 50)
            var agreeing: [Int: Int] = [:]
            for count in counts where count > 1 { agreeing[count, default: 0] += 1 }
            let mode = agreeing.max { ($0.value, $0.key) < ($1.value, $1.key) }
            guard let mode else { continue }
            if let known = best, (known.records, known.fields) >= (mode.value, mode.key) {
                continue
            }
            best = (candidate, mode.value, mode.key)
        }
        return best?.delimiter
    }

    /// How many fields each of the first records has; blank records are left out.
    private static func fieldCounts(
        of bytes: [UInt8], cutBy delimiter: Delimiter, records: Int
    ) -> [Int] {
        var machine = CSVMachine(delimiter: delimiter.rawValue)
        var counts: [Int] = []
        var fields = 1
        var isBlank = true
        for byte in bytes.prefix(1 << 18) {
            switch machine.step(byte) {
            case .endField:
                fields += 1
                isBlank = false
            case .endRecord:
                if !isBlank { counts.append(fields) }
                fields = 1
                isBlank = true
                if counts.count == records { return counts }
            default: isBlank = false
            }
        }
        if !isBlank { counts.append(fields) }
        return counts
    }
}
