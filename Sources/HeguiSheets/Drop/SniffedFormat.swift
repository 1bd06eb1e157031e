package import HeguiDiagnostics

/// What the bytes of a file look like, before they are read.
package enum SniffedFormat: Hashable {
    case empty
    case zip
    /// A compound file of the old Office family.
    case compound
    case oldWorkbook
    case markup(MarkupKind)
    /// Files packed in a format that is not read.
    case packed(Message)
    case other(Message)
    case text
}

extension SniffedFormat {
    /// Judges the format by the bytes.
    package init(_ bytes: [UInt8]) {
        if bytes.isEmpty {
            self = .empty
        } else if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
            self = .zip
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .compound
        } else if bytes.count > 3, bytes[0] == 9, [0, 2, 4, 8].contains(bytes[1]), bytes[3] == 0 {
            self = .oldWorkbook
        } else if let packing = SniffedFormat.packing(bytes) {
            self = .packed(packing)
        } else if let known = SniffedFormat.signatures.first(where: { bytes.starts(with: $0.0) }) {
            self = .other(known.1)
        } else if let container = SniffedFormat.container(bytes) {
            self = .other(container)
        } else if SniffedFormat.isBlank(bytes) {
            self = .empty
        } else if let markup = MarkupKind(bytes) {
            self = .markup(markup)
        } else {
            self = .text
        }
    }

    /// Whether a file of this format may be a report of ours, workbooks aside.
    var mayBeReport: Bool {
        switch self {
        case .markup, .text: true
        default: false
        }
    }

    private static let packings: [([UInt8], Message)] = [
        (Array("Rar!".utf8), Message(zh: "RAR", en: "a RAR")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Message(zh: "7z", en: "a 7z")),
        ([0x1F, 0x8B], Message(zh: "gzip", en: "a gzip")),
        (Array("BZh".utf8), Message(zh: "bzip2", en: "a bzip2")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], Message(zh: "xz", en: "an xz")),
        ([0x28, 0xB5, 0x2F, 0xFD], Message(zh: "zstd", en: "a zstd")),
        (Array("MSCF".utf8), Message(zh: "CAB", en: "a CAB")),
    ]

    private static func packing(_ bytes: [UInt8]) -> Message? {
        if let known = packings.first(where: { bytes.starts(with: $0.0) }) { return known.1 }
        // The name of the first file stands before the mark.
        return bytes.count > 262 && bytes[257..<262].elementsEqual("ustar".utf8)
            ? Message(zh: "tar", en: "a tar") : nil
    }

    private static let signatures: [([UInt8], Message)] = [
        (Array("%PDF".utf8), .printed("PDF 文档", "a PDF document")),
        ([0x89, 0x50, 0x4E, 0x47], .picture("PNG 图片", "a PNG picture")),
        ([0xFF, 0xD8, 0xFF], .picture("JPEG 图片", "a JPEG picture")),
        (Array("GIF8".utf8), .picture("GIF 图片", "a GIF picture")),
        (Array("{\\rtf".utf8), .document("RTF 文档", "an RTF document")),
        (Array("SQLite format 3".utf8), Message(zh: "SQLite 数据库", en: "an SQLite database")),
        ([0x49, 0x49, 0x2A, 0], .picture("TIFF 图片", "a TIFF picture")),
        ([0x4D, 0x4D, 0, 0x2A], .picture("TIFF 图片", "a TIFF picture")),
        (
            [0x4C, 0, 0, 0, 1, 0x14, 2, 0],
            Message(zh: "快捷方式，不是文件本身", en: "a short cut and not the file itself")
        ),
        (Array("Founder CEB".utf8), .printed("CEB 公文", "a CEB document")),
        (Array("ID3".utf8), Message(zh: "录音", en: "a sound")),
        (Array("OggS".utf8), Message(zh: "录音", en: "a sound")),
        ([0x1A, 0x45, 0xDF, 0xA3], Message(zh: "视频", en: "a film")),
        (Array("wOFF".utf8), Message(zh: "字体", en: "a font")),
        (Array("%!PS".utf8), .printed("PostScript 文档", "a PostScript document")),
        ([0x4D, 0x5A, 0x90, 0], Message(zh: "程序", en: "a program")),
        ([0x7F, 0x45, 0x4C, 0x46], Message(zh: "程序", en: "a program")),
    ]

    /// Formats whose names stand some bytes behind the start, or whose start two letters share
    /// with texts.
    private static func container(_ bytes: [UInt8]) -> Message? {
        func has(_ text: String, at place: Int) -> Bool {
            bytes.count > place && bytes[place...].starts(with: Array(text.utf8))
        }
        if has("RIFF", at: 0) {
            if has("WEBP", at: 8) { return .picture("WebP 图片", "a WebP picture") }
            if has("WAVE", at: 8) { return Message(zh: "录音", en: "a sound") }
            if has("AVI ", at: 8) { return Message(zh: "视频", en: "a film") }
        }
        if has("ftyp", at: 4) {
            return ["heic", "heix", "mif1", "avif"].contains { has($0, at: 8) }
                ? .picture("HEIF 图片", "an HEIF picture")
                : Message(zh: "视频或录音", en: "a film or a sound")
        }
        // The length of the file, and four bytes of zero.
        if has("BM", at: 0), bytes.count > 26, bytes[6..<10].allSatisfy({ $0 == 0 }) {
            return .picture("BMP 图片", "a BMP picture")
        }
        return nil
    }

    /// Whether there is nothing but a mark, ends of lines, blanks and separators.
    private static func isBlank(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        if rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF]) {
            rest = rest.dropFirst(2)
        }
        return rest.allSatisfy { [0, 0x09, 0x0A, 0x0D, 0x1A, 0x20, 0x2C, 0x3B].contains($0) }
    }
}
