/// A part of a MIME message: its headers and what stands below them.
struct MIMEPart {
    /// Names in lower case; lines that go on are joined.
    let headers: [String: String]
    let body: ArraySlice<UInt8>

    private static let mostHeaderBytes = 64 << 10
    private static let mostParts = 10_000

    /// Parts what comes before the first empty line from what comes after it.
    init(_ bytes: ArraySlice<UInt8>) {
        var headers: [String: String] = [:]
        var rest = bytes
        var name = ""
        while let line = Self.popLine(&rest), !line.isEmpty,
            rest.startIndex - bytes.startIndex < Self.mostHeaderBytes
        {
            let text = String(decoding: line, as: UTF8.self)
            if text.first == " " || text.first == "\t" {
                headers[name]?.append(" " + String(text.drop(while: \.isWhitespace)))
            } else if let colon = text.firstIndex(of: ":") {
                name = text[..<colon].lowercased()
                let value = text[text.index(after: colon)...].drop(while: \.isWhitespace)
                if headers[name] == nil { headers[name] = String(value) }
            }
        }
        self.headers = headers
        body = rest
    }

    /// `text/html`, in lower case.
    var type: String {
        let value = headers["content-type"] ?? "text/plain"
        return String(value.prefix { $0 != ";" }.filter { !$0.isWhitespace }).lowercased()
    }

    /// A parameter of the type, such as `boundary` or `charset`.
    func parameter(_ name: String) -> String? {
        for piece in (headers["content-type"] ?? "").split(separator: ";").dropFirst() {
            let parts = piece.split(separator: "=", maxSplits: 1)
            guard parts.count == 2,
                parts[0].filter({ !$0.isWhitespace }).lowercased() == name
            else { continue }
            return String(parts[1].filter { $0 != "\"" }.drop(while: \.isWhitespace))
        }
        return nil
    }

    /// The body without its encoding for the way.
    var decoded: [UInt8] {
        switch headers["content-transfer-encoding"]?.lowercased().filter({ !$0.isWhitespace }) {
        case "quoted-printable"?: Self.quotedPrintable(body)
        case "base64"?: Self.base64(body)
        default: Array(body)
        }
    }

    /// The parts of a body, each up to the next line with the boundary; the body is whole where a
    /// last such line ends it.
    func parts(boundary: String) -> (parts: [MIMEPart], isWhole: Bool) {
        let mark = Array(("--" + boundary).utf8)
        var parts: [MIMEPart] = []
        var rest = body
        var start: Int?
        while true {
            let place = rest.startIndex
            guard parts.count < Self.mostParts, let line = Self.popLine(&rest) else { break }
            guard line.starts(with: mark) else { continue }
            let tail = line.dropFirst(mark.count)
            guard tail.isEmpty || tail.starts(with: Array("--".utf8)) || tail.first == 0x20 else {
                continue
            }
            if let start { parts.append(MIMEPart(body[start..<place])) }
            if tail.starts(with: Array("--".utf8)) { return (parts, true) }
            start = rest.startIndex
        }
        if let start { parts.append(MIMEPart(body[start...])) }
        return (parts, false)
    }

    /// Takes a line without its end; nil where there is none left.
    private static func popLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        var line = rest[..<end]
        rest = rest[min(end + 1, rest.endIndex)...]
        if line.last == 0x0D { line.removeLast() }
        return line
    }

    private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(body.count)
        var rest = body
        while let byte = rest.popFirst() {
            guard byte == 0x3D else {
                result.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            if digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                result.append(value)
                rest = rest.dropFirst(2)
            } else if let end = rest.prefix(80).firstIndex(of: 0x0A) {
                // A line that goes on in the next.
                rest = rest[(end + 1)...]
            }
        }
        return result
    }

    private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(body.count / 4 * 3)
        var (bits, count): (UInt32, Int) = (0, 0)
        for byte in body {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case 0x2B, 0x2D: value = 62
            case 0x2F, 0x5F: value = 63
            case 0x3D: return result
            default: continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }
}
