package import HeguiDiagnostics
package import HeguiPack

/// Hides the middle of mobile and identity numbers wherever they stand in a text.
///
/// It is the only way from data to output: see `DataText`.
package struct Redaction: Sendable {
    /// Kinds of numbers that stay, since a column of them was asked for unmasked.
    private let kept: Set<Column.Personal>

    /// The redaction of a report: of all numbers but those that the user asked for.
    ///
    /// What other columns hold of such a kind is masked where it is put into words.
    package init(_ pack: Pack) {
        let kinds = pack.revealed.map { name in
            pack.dataset(name.dataset)?.columns.first { $0.name == name.column }?.personal
        }
        kept = Set(kinds.compactMap(\.self))
    }

    private init(keeping kept: Set<Column.Personal>) {
        self.kept = kept
    }

    /// The redaction of all numbers.
    package static let full = Redaction(keeping: [])

    /// Hides nothing: for pages in which only the authors of a pack speak, and no drop.
    package static let none = Redaction(keeping: [.phone, .id])

    /// Returns `text` with `13812345678` as `138****5678` and identity numbers likewise.
    ///
    /// Digits may be full width, and groups of them may be parted by spaces, hyphens or points. A
    /// number counts only where no Latin letter or further digit touches it, so that register
    /// numbers such as `M13812345678` stay.
    ///
    /// - Complexity: linear in the text; one with fewer than eleven digits is only looked over.
    func mask(_ text: String) -> String {
        guard Self.hasRoomForNumber(text) else { return text }
        var scalars = Array(text.unicodeScalars)
        let runs = DigitRun.all(in: scalars)
        var isMasked = false
        var index = 0
        while index < runs.count {
            guard let number = PersonalNumber(at: index, in: runs, scalars) else {
                index += 1
                continue
            }
            index += number.runCount
            if kept.contains(number.kind) { continue }
            for place in number.hidden { scalars[place] = "*" }
            isMasked = true
        }
        guard isMasked else { return text }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Whether the text has as many digits as the shortest number; a full-width one has three bytes, of
    /// which the last two are told from others by their range.
    private static func hasRoomForNumber(_ text: String) -> Bool {
        var count = 0
        var last: UInt8 = 0
        for byte in text.utf8 {
            let isDigit =
                (0x30...0x39).contains(byte) || last == 0xBC && (0x90...0x99).contains(byte)
            if isDigit { count += 1 }
            last = byte
        }
        return count >= 11
    }
}

extension Redaction {
    /// Returns `diagnostic` with everything masked that it says of a drop, for renderers that colour
    /// their text: beside an escape sequence a number would not be seen as one.
    package func masked(_ diagnostic: Diagnostic) -> Diagnostic {
        var masked = diagnostic
        masked.message = self.masked(diagnostic.message)
        masked.location = diagnostic.location.map { self.masked($0) }
        masked.label = diagnostic.label.map { self.masked($0) }
        masked.secondary = diagnostic.secondary.map { label in
            Diagnostic.Label(
                location: self.masked(label.location), text: self.masked(label.text))
        }
        masked.notes = diagnostic.notes.map { self.masked($0) }
        masked.help = diagnostic.help.map { self.masked($0) }
        return masked
    }

    private func masked(_ message: Message) -> Message {
        Message(zh: mask(message.zh), en: mask(message.en))
    }

    private func masked(_ location: Location) -> Location {
        switch location {
        case .file(let file): return .file(mask(file))
        case .text(var span):
            span.file = mask(span.file)
            return .text(span)
        case .cell(var cell):
            cell.file = mask(cell.file)
            cell.sheet = cell.sheet.map { mask($0) }
            return .cell(cell)
        }
    }
}

/// Digits that stand together, ASCII or full width, touched by no Latin letter.
private struct DigitRun {
    /// Where the digits stand among the scalars of the text.
    let places: Range<Int>
    /// What they are; 10 for the `X` that may end an identity number.
    let digits: [UInt8]

    static func all(in scalars: [Unicode.Scalar]) -> [DigitRun] {
        var runs: [DigitRun] = []
        var index = 0
        while index < scalars.count {
            guard digit(scalars[index]) != nil else {
                index += 1
                continue
            }
            let start = index
            var digits: [UInt8] = []
            while index < scalars.count, let digit = digit(scalars[index]) {
                digits.append(digit)
                index += 1
            }
            // The last group of a number, or the whole of it.
            if [3, 5, 17].contains(digits.count), index < scalars.count, isX(scalars[index]) {
                digits.append(10)
                index += 1
            }
            let isTouched =
                start > 0 && isLetter(scalars[start - 1])
                || index < scalars.count && isLetter(scalars[index])
            if !isTouched { runs.append(DigitRun(places: start..<index, digits: digits)) }
        }
        return runs
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value - 0x30)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10)
        default: nil
        }
    }

    private static func isX(_ scalar: Unicode.Scalar) -> Bool {
        ["X", "x", "Ｘ", "ｘ"].contains(scalar)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x61...0x7A).contains(scalar.value | 0x20)
    }
}

/// A mobile or identity number in a text, in one run of digits or in groups.
private struct PersonalNumber {
    let kind: Column.Personal
    /// How many runs of digits it takes.
    let runCount: Int
    /// Where the digits stand that are not shown.
    let hidden: [Int]

    private enum Separator {
        case space, hyphen, point
    }

    /// nil where no number begins with the run at `index`.
    init?(at index: Int, in runs: [DigitRun], _ scalars: [Unicode.Scalar]) {
        var places: [Int] = []
        var digits: [UInt8] = []
        var lengths: [Int] = []
        var separators: Set<Separator> = []
        for run in runs[index...].prefix(6) {
            if let last = places.last {
                let between = scalars[last + 1..<run.places.lowerBound]
                guard let separator = Self.separator(between) else { break }
                separators.insert(separator)
            }
            places += run.places
            digits += run.digits
            lengths.append(run.digits.count)
            guard let found = Self.hidden(of: digits, lengths: lengths, separators: separators)
            else { continue }
            kind = found.kind
            runCount = lengths.count
            hidden = found.range.map { places[$0] }
            return
        }
        return nil
    }

    /// Which digits are hidden of a number that is written in groups of `lengths`; nil for none.
    private static func hidden(
        of digits: [UInt8], lengths: [Int], separators: Set<Separator>
    ) -> (kind: Column.Personal, range: Range<Int>)? {
        let isWhole = lengths.count == 1
        switch digits.count {
        case 18 where isWhole || bornLikely(digits[6..<14]): return (.id, 3..<14)
        case 15 where isWhole || bornLikely([1, 9] + digits[6..<12]): return (.id, 3..<11)
        case 11...13:
            // 0138…, +86 138…
            let prefix = digits.count - 11
            let isPrefixed =
                prefix == 0 || Array(digits[..<prefix]) == (prefix == 1 ? [0] : [8, 6])
            guard isPrefixed, digits[prefix] == 1, (3...9).contains(digits[prefix + 1]),
                isGrouped(lengths, prefix: prefix, separators: separators)
            else { return nil }
            return (.phone, prefix + 3..<prefix + 7)
        default: return nil
        }
    }

    /// Whether a mobile number is written in such groups: 138-1234-5678.
    private static func isGrouped(
        _ lengths: [Int], prefix: Int, separators: Set<Separator>
    ) -> Bool {
        switch lengths {
        case [prefix + 11], [prefix + 3, 4, 4]: true
        case [prefix + 3, 8]: !separators.contains(.point)
        // With a space it may be an amount and a year.
        case [prefix + 7, 4]: separators == [.hyphen]
        default: false
        }
    }

    /// Whether eight digits can be the day on which somebody was born.
    private static func bornLikely(_ digits: some Collection<UInt8>) -> Bool {
        let number = digits.reduce(0) { $0 * 10 + Int($1) }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        return (1900...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
    }

    private static func separator(_ scalars: ArraySlice<Unicode.Scalar>) -> Separator? {
        let kinds = scalars.map(kind)
        if kinds == [.space, .hyphen, .space] { return .hyphen }
        return kinds.count == 1 ? kinds[0] : nil
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Separator? {
        switch scalar.value {
        case 0x20, 0xA0, 0x2002...0x200B, 0x3000: .space
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: .hyphen
        case 0x2E, 0xB7, 0xFF0E: .point
        default: nil
        }
    }
}
