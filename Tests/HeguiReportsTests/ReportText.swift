import HeguiReports

/// Returns as one text what `body` writes.
func reportText(_ body: (inout ReportStream) -> Void) throws -> String {
    var bytes: [UInt8] = []
    try withoutActuallyEscaping({ bytes += $0 }) { receive in
        var stream = ReportStream(to: receive)
        body(&stream)
        try stream.finish()
    }
    return String(decoding: bytes, as: UTF8.self)
}
