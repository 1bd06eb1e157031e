import HeguiReports

/// Returns as one text what `body` writes.
func reportText(
    redaction: Redaction = .full, _ body: (inout ReportStream) throws -> Void
) throws -> String {
    String(decoding: try reportBytes(redaction: redaction, body), as: UTF8.self)
}

/// Returns the bytes that `body` writes.
func reportBytes(
    redaction: Redaction = .full, _ body: (inout ReportStream) throws -> Void
) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try withoutActuallyEscaping({ bytes += $0 }) { receive in
        var stream = ReportStream(redaction: redaction, to: receive)
        try body(&stream)
        try stream.finish()
    }
    return bytes
}
