internal import HeguiDiagnostics

/// A record that holds cells, and how its beginning is laid out.
struct OldCellRecord {
    enum Kind {
        case number, smallNumber, whole, manyNumbers, label, shared, truthOrError, formula
    }

    let kind: Kind
    private let body: ArraySlice<UInt8>
    private let isOldest: Bool

    /// Returns nil for a record that holds no cell with a value.
    init?(_ record: BiffRecord, version: Int) {
        isOldest = version == 2
        body = record.body
        switch record.kind {
        case 0x03 where isOldest, 0x203: kind = .number
        case 0x27E: kind = .smallNumber
        case 0x02 where isOldest: kind = .whole
        case 0xBD: kind = .manyNumbers
        case 0x04 where isOldest, 0x204, 0xD6: kind = .label
        case 0xFD: kind = .shared
        case 0x05 where isOldest, 0x205: kind = .truthOrError
        case 0x06, 0x206, 0x406: kind = .formula
        default: return nil
        }
    }

    /// 1-based; nil where the record is cut short.
    var reference: CellReference? {
        guard let row = body.word(0), let column = body.word(2) else { return nil }
        return CellReference(row: row + 1, column: column + 1)
    }

    /// Which of the formats of the workbook the cell has; the oldest cells name it themselves.
    var style: Int { (isOldest ? body.byte(5).map { $0 & 0x3F } : body.word(4)) ?? 0 }

    /// Where the value begins.
    var start: Int { isOldest ? 7 : 6 }

    /// Returns the numbers of a row of cells, with the style of each.
    var numbers: [(style: Int, value: Int)] {
        stride(from: 4, to: body.count - 7, by: 6).compactMap { offset in
            guard let style = body.word(offset), let value = body.long(offset + 2) else {
                return nil
            }
            return (style, value)
        }
    }

    func byte(_ offset: Int) -> Int? { body.byte(start + offset) }
    func word(_ offset: Int) -> Int? { body.word(start + offset) }
    func long(_ offset: Int) -> Int? { body.long(start + offset) }

    /// The number at the beginning of the value.
    var double: ExactDecimal? { body.double(start).flatMap(ExactDecimal.init(exactly:)) }
}

extension ExactDecimal {
    /// The shortest decimal number that stands for this binary one; nil for what is no number.
    fileprivate init?(exactly number: Double) {
        self.init(number.description)
    }

    /// A number in 30 bits: whole or the upper half of a binary one, and perhaps divided by 100.
    init?(packed value: Int) {
        let isDivided = value & 1 != 0
        if value & 2 != 0 {
            let whole = Int32(truncatingIfNeeded: value) >> 2
            self.init(isDivided ? "\(whole)e-2" : String(whole))
        } else {
            let number = Double(bitPattern: UInt64(value & 0xFFFF_FFFC) << 32)
            self.init(exactly: isDivided ? number / 100 : number)
        }
    }
}

/// The error values of cells, by the number that stands for each.
enum CellError {
    static func text(_ code: Int) -> String {
        switch code {
        case 0x00: "#NULL!"
        case 0x07: "#DIV/0!"
        case 0x0F: "#VALUE!"
        case 0x17: "#REF!"
        case 0x1D: "#NAME?"
        case 0x24: "#NUM!"
        default: "#N/A"
        }
    }
}
