internal import HeguiDiagnostics

/// Finds bytes that libyaml would stumble over, and puts harmless ones in their place.
///
/// The replaced text has as many bytes as the original, so that places in it are places in the file.
struct UTF8Check {
    private(set) var clean: SourceText
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether the text can be taken as it is.
    private(set) var isSound = true
    private var lines: Set<Int> = []

    /// More places than this of one kind are only counted.
    private static let shown = 5
    /// The bytes of U+FEFF.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ source: SourceText) {
        clean = source
        let found = Self.scan(source.bytes)
        guard !found.isEmpty else { return }
        var bytes = source.bytes
        for flaw in found where flaw.kind != .byteOrderMark {
            for place in flaw.range { bytes[place] = 0x3F }
        }
        clean = SourceText(name: source.name, bytes: bytes)
        isSound = found.allSatisfy { $0.kind == .byteOrderMark }
        lines = Set(found.map { clean.lineIndex(at: $0.range.lowerBound) + 1 })
        for kind in [TextFlaw.Kind.encoding, .control, .byteOrderMark] {
            report(found.filter { $0.kind == kind }, original: source.bytes)
        }
    }

    /// Whether the text begins like UTF-16 as editors on Windows save it.
    static func isUTF16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    /// Returns `others` without syntax errors in lines where the bytes are wrong already.
    func withoutConsequences(_ others: [Diagnostic]) -> [Diagnostic] {
        others.filter { diagnostic in
            guard diagnostic.code == YAMLCode.syntax.rawValue,
                case .text(let span) = diagnostic.location
            else {
                return true
            }
            return !lines.contains(span.start.line)
        }
    }

    private mutating func report(_ flaws: [TextFlaw], original: [UInt8]) {
        for flaw in flaws.prefix(Self.shown) {
            diagnostics.append(.flaw(flaw, clean.span(flaw.range), bytes: original[flaw.range]))
        }
        let rest = flaws.count - Self.shown
        guard rest > 0 else { return }
        diagnostics[diagnostics.count - 1].notes.append(
            Message(zh: "另有 \(rest) 处同类问题", en: "the same in \(rest) more places")
        )
    }

    private static func scan(_ bytes: [UInt8]) -> [TextFlaw] {
        var flaws: [TextFlaw] = []
        var offset = bytes.starts(with: mark) ? mark.count : 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                offset += 1
                continue
            }
            let character = UTF8Character(in: bytes, at: offset)
            let range = offset..<offset + (character?.length ?? 1)
            if let kind = TextFlaw.Kind(character) {
                let last = flaws.last
                if kind == .encoding, let last, last.kind == kind, last.range.upperBound == offset {
                    flaws[flaws.count - 1].range = last.range.lowerBound..<range.upperBound
                } else {
                    flaws.append(TextFlaw(kind: kind, range: range))
                }
            }
            offset = range.upperBound
        }
        return flaws
    }
}

/// Bytes that have no place in a YAML file.
struct TextFlaw {
    enum Kind {
        case encoding, control, byteOrderMark

        /// Nil for a character that may stand in a file; no character means that it is not UTF-8.
        init?(_ character: UTF8Character?) {
            guard let character else {
                self = .encoding
                return
            }
            switch character.value {
            case 0x09, 0x0A, 0x0D, 0x85: return nil
            case 0xFEFF: self = .byteOrderMark
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: self = .control
            default: return nil
            }
        }
    }

    var kind: Kind
    var range: Range<Int>
}

/// A code point as it is written in UTF-8.
struct UTF8Character {
    var value: UInt32
    var length: Int

    /// Nil if no valid sequence begins at `offset`: overlong ones and surrogates are not valid.
    init?(in bytes: [UInt8], at offset: Int) {
        let lead = bytes[offset]
        switch lead {
        case 0..<0x80: (length, value) = (1, UInt32(lead))
        case 0xC2..<0xE0: (length, value) = (2, UInt32(lead & 0x1F))
        case 0xE0..<0xF0: (length, value) = (3, UInt32(lead & 0x0F))
        case 0xF0..<0xF5: (length, value) = (4, UInt32(lead & 0x07))
        default: return nil
        }
        guard offset + length <= bytes.count else { return nil }
        for byte in bytes[offset + 1..<offset + length] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
        guard value >= least[length], Unicode.Scalar(value) != nil else { return nil }
    }
}
