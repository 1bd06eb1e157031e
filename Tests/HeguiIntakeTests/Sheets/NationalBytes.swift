import Glibc

extension String {
    /// The text in GB18030.
    var nationalBytes: [UInt8] {
        let converter = unsafe iconv_open("GB18030", "UTF-8")
        defer { unsafe iconv_close(converter) }
        var source = utf8.map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: source.count * 2 + 16)
        var (left, room) = (source.count, target.count)
        let status = unsafe source.withUnsafeMutableBufferPointer { input in
            unsafe target.withUnsafeMutableBufferPointer { output in
                var next = input.baseAddress
                var free = output.baseAddress
                return unsafe iconv(converter, &next, &left, &free, &room)
            }
        }
        precondition(status == 0 && left == 0)
        return target[..<(target.count - room)].map { UInt8(bitPattern: $0) }
    }
}
