/// An IP address, version 4 or 6.
struct IPAddress: OpaqueValue, Hashable {
    static let type = Type.opaque("net.IP", [])

    /// 4 or 16 bytes.
    let bytes: [UInt8]

    var type: Type { Self.type }

    var isVersion6: Bool { bytes.count == 16 }

    /// Whether both denote one host: an IPv4-mapped address of version 6 (RFC 4291, 2.5.5.2) equals
    /// the address of version 4 that it holds.
    func isEqual(to other: any OpaqueValue) -> Value {
        .bool((other as? IPAddress)?.unmapped == unmapped)
    }

    /// The bytes of the address of version 4 for a mapped one, and its own bytes for any other.
    private var unmapped: ArraySlice<UInt8> { isMapped ? bytes[12...] : bytes[...] }

    private var isMapped: Bool {
        isVersion6 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 255 && bytes[11] == 255
    }

    var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }

    var isLoopback: Bool {
        isVersion6 ? bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1 : bytes[0] == 127
    }

    var isMulticast: Bool { isVersion6 ? bytes[0] == 0xFF : bytes[0] & 0xF0 == 0xE0 }

    var isLinkLocalMulticast: Bool {
        isVersion6
            ? bytes[0] == 0xFF && bytes[1] & 0x0F == 2
            : bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0
    }

    var isLinkLocalUnicast: Bool {
        isVersion6
            ? bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80 : bytes[0] == 169 && bytes[1] == 254
    }

    var isGlobalUnicast: Bool {
        let isBroadcast = !isVersion6 && bytes.allSatisfy { $0 == 255 }
        return !isBroadcast && !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
    }

    /// Returns the address that `text` denotes.
    static func parse(_ text: String) -> Result<IPAddress, EvaluationError> {
        if text.utf8.contains(UInt8(ascii: "%")) {
            return .failure(EvaluationError(message: "an IP address may not have a zone"))
        }
        if let bytes = version4(Substring(text)) { return .success(IPAddress(bytes: bytes)) }
        guard let (bytes, isDotted) = version6(text) else {
            return .failure(
                EvaluationError(message: "the text is not an IP address"))
        }
        let address = IPAddress(bytes: bytes)
        if isDotted, address.isMapped {
            return .failure(
                EvaluationError(message: "an IPv6 address may not be a mapped IPv4 address"))
        }
        return .success(address)
    }

    private static func version4(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy(\.isDigit),
                part.utf8.count == 1 || part.utf8.first != UInt8(ascii: "0"),
                let byte = UInt8(part)
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    private static func version6(_ text: String) -> (bytes: [UInt8], isDotted: Bool)? {
        let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        guard text.utf8.count <= 45, halves.count <= 2 else { return nil }
        var isDotted = false
        guard let head = groups(halves[0], isLast: halves.count == 1, &isDotted) else { return nil }
        if halves.count == 1 { return head.count == 16 ? (head, isDotted) : nil }
        guard let tail = groups(halves[1], isLast: true, &isDotted), head.count + tail.count <= 14
        else { return nil }
        let gap = Array(repeating: UInt8(0), count: 16 - head.count - tail.count)
        return (head + gap + tail, isDotted)
    }

    /// Returns the bytes of groups between colons. The last group may be an address of version 4.
    private static func groups(
        _ text: Substring, isLast: Bool, _ isDotted: inout Bool
    ) -> [UInt8]? {
        if text.isEmpty { return [] }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if isLast, index == parts.count - 1, part.utf8.contains(UInt8(ascii: ".")) {
                guard let address = version4(part) else { return nil }
                isDotted = true
                bytes += address
                continue
            }
            guard (1...4).contains(part.utf8.count),
                part.utf8.allSatisfy({ $0.hexadecimalValue != nil }),
                let group = UInt16(part, radix: 16)
            else { return nil }
            bytes += [UInt8(group >> 8), UInt8(group & 255)]
        }
        return bytes
    }

    /// The address in its canonical form (RFC 5952 for version 6).
    var description: String {
        if !isVersion6 { return bytes.map { String($0) }.joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map {
            UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
        }
        let texts = groups.map { String($0, radix: 16) }
        let gap = longestZeroes(groups)
        guard gap.count > 1 else { return texts.joined(separator: ":") }
        return texts[..<gap.lowerBound].joined(separator: ":") + "::"
            + texts[gap.upperBound...].joined(separator: ":")
    }

    private func longestZeroes(_ groups: [UInt16]) -> Range<Int> {
        var best = 0..<0
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 { start = index + 1 }
            if index + 1 - start > best.count { best = start..<(index + 1) }
        }
        return best
    }
}

/// An address with the length of its prefix, which denotes a block of addresses (CIDR).
struct AddressBlock: OpaqueValue, Hashable {
    static let type = Type.opaque("net.CIDR", [])

    let address: IPAddress
    let prefixLength: Int

    var type: Type { Self.type }
    var description: String { "\(address)/\(prefixLength)" }

    func isEqual(to other: any OpaqueValue) -> Value {
        .bool((other as? AddressBlock) == self)
    }

    /// Returns the block that `text` denotes, such as `10.0.0.0/8`.
    static func parse(_ text: String) -> Result<AddressBlock, EvaluationError> {
        if text.utf8.contains(UInt8(ascii: "%")) {
            return .failure(EvaluationError(message: "a block of IP addresses may not have a zone"))
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2, (1...3).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy(\.isDigit),
            parts[1].utf8.count == 1 || parts[1].utf8.first != UInt8(ascii: "0"),
            let length = Int(parts[1]),
            case .success(let address) = IPAddress.parse(String(parts[0])),
            length <= address.bytes.count * 8
        {
            return .success(AddressBlock(address: address, prefixLength: length))
        }
        return .failure(
            EvaluationError(message: "the text is not a block of IP addresses"))
    }

    /// The same block, with zeroes in the address after the prefix.
    var masked: AddressBlock {
        var bytes = address.bytes
        for index in bytes.indices {
            let kept = max(0, min(8, prefixLength - index * 8))
            bytes[index] &= kept == 0 ? 0 : 0xFF << UInt8(8 - kept)
        }
        return AddressBlock(address: IPAddress(bytes: bytes), prefixLength: prefixLength)
    }

    func contains(_ other: IPAddress) -> Bool {
        guard other.isVersion6 == address.isVersion6 else { return false }
        let candidate = AddressBlock(address: other, prefixLength: prefixLength)
        return candidate.masked == masked
    }

    func contains(_ other: AddressBlock) -> Bool {
        prefixLength <= other.prefixLength && contains(other.address)
    }
}
