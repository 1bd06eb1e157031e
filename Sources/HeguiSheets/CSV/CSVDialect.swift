/// How a text writes its fields: what separates them, and how they are quoted.
package struct CSVDialect: Hashable, Sendable {
    package let delimiter: Delimiter
    /// The byte round fields that hold a delimiter.
    let quote: UInt8
    /// Whether blanks may stand before a quote: `"a", "b"`.
    let skipsBlanks: Bool

    package init(_ delimiter: Delimiter) {
        self.init(delimiter, quote: Self.doubleQuote, skipsBlanks: false)
    }

    private init(_ delimiter: Delimiter, quote: UInt8, skipsBlanks: Bool) {
        self.delimiter = delimiter
        self.quote = quote
        self.skipsBlanks = skipsBlanks
    }

    /// How many bytes are looked at.
    private static let head = 1 << 18
    private static let doubleQuote = UInt8(ascii: "\"")
    private static let singleQuote = UInt8(ascii: "'")

    /// Whether fields are cut at one byte and quoted as RFC 4180 says.
    package var isPlain: Bool {
        delimiter != .fullWidthComma && quote == Self.doubleQuote && !skipsBlanks
    }

    /// Returns how the first records of a text are written; nil where nothing cuts them alike.
    package static func detect(in text: [UInt8]) -> CSVDialect? {
        let bytes = Array(text.prefix(Self.head))
        let quoted = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D } == singleQuote
        if quoted, let dialect = detect(in: bytes, quote: singleQuote),
            CSVSample(bytes, dialect).areAllQuoted
        {
            return dialect
        }
        return detect(in: bytes, quote: doubleQuote)
    }

    private static func detect(in bytes: [UInt8], quote: UInt8) -> CSVDialect? {
        var best: (dialect: CSVDialect, sample: CSVSample)?
        for delimiter in Delimiter.allCases {
            let loose = CSVDialect(delimiter, quote: quote, skipsBlanks: true)
            let strict = CSVDialect(delimiter, quote: quote, skipsBlanks: false)
            let bytes = strict.bytes(of: bytes)
            let known = CSVSample(bytes, loose)
            let dialect = known.hasBlanksBeforeQuotes && !known.hasStrayText ? loose : strict
            let sample = CSVSample(bytes, dialect)
            guard sample.agreeing > 0, !delimiter.isRare || sample.isTable else { continue }
            if let best, best.sample.rank >= sample.rank { continue }
            best = (dialect, sample)
        }
        return best?.dialect
    }

    /// Returns the bytes of a text with one byte for each delimiter that is more than one.
    func bytes(of text: [UInt8]) -> [UInt8] {
        guard delimiter == .fullWidthComma else { return text }
        let comma = Array("，".utf8)
        var machine = CSVMachine(self)
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let isComma = machine.state != .quoted && text[index...].starts(with: comma)
            let byte = isComma ? delimiter.rawValue : text[index]
            _ = machine.step(byte)
            result.append(byte)
            index += isComma ? comma.count : 1
        }
        return result
    }
}

/// What the first records of a text are when they are cut in some way.
private struct CSVSample {
    /// How many records have the number of fields that most have, of those with several.
    private(set) var agreeing = 0
    private var fields = 0
    private(set) var hasBlanksBeforeQuotes = false
    private(set) var hasStrayText = false
    /// Whether all fields of the first records that hold something stand in quotes.
    private(set) var areAllQuoted = true
    /// By record, blank ones left out.
    private var records: [[[UInt8]]] = []

    private static let records = 50

    /// Cuts a text whose delimiters are single bytes already.
    init(_ bytes: [UInt8], _ dialect: CSVDialect) {
        var machine = CSVMachine(dialect)
        var record: [[UInt8]] = []
        var field: [UInt8] = []
        var (isBlank, isQuoted, isAfterBlanks) = (true, false, false)
        func end() -> [UInt8] {
            defer { (field, isQuoted, isAfterBlanks) = ([], false, false) }
            if records.count < 2, !field.isEmpty, !isQuoted { areAllQuoted = false }
            return field
        }
        cutting: for byte in bytes {
            switch machine.step(byte) {
            case .endField:
                record.append(end())
                isBlank = false
            case .endRecord:
                record.append(end())
                if !isBlank { records.append(record) }
                (record, isBlank) = ([], true)
                if records.count == Self.records { break cutting }
            case .openQuote:
                (isQuoted, isBlank) = (true, false)
                if isAfterBlanks { hasBlanksBeforeQuotes = true }
            case .skip: if machine.state == .fieldStart { isAfterBlanks = true }
            case .take:
                field.append(byte)
                isBlank = false
            case .takeAfterQuote: hasStrayText = true
            }
        }
        if !isBlank, records.count < Self.records { records.append(record + [end()]) }
        let counts = records.map(\.count).filter { $0 > 1 }
        let groups = Dictionary(grouping: counts) { $0 }
        let mode = groups.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        (agreeing, fields) = (mode?.value.count ?? 0, mode?.key ?? 0)
    }

    /// The surest first: most records, then most fields.
    var rank: (Int, Int) { (agreeing, fields) }

    /// Whether headings and rows agree, as sentences with the same sign in them do not.
    var isTable: Bool {
        let several = records.filter { $0.count > 1 }
        guard several.count > 1, fields > 1, several.allSatisfy({ $0.count == fields }),
            let headings = several.first
        else { return false }
        let texts = headings.map { String(decoding: $0, as: UTF8.self) }
        return Set(texts).count == texts.count
            && texts.allSatisfy { !$0.isEmpty && $0.count <= 20 }
            && !records.joined().contains { String(decoding: $0, as: UTF8.self).contains("。") }
    }
}
