/// An address with the length of the prefix that it shares with its block (CIDR).
struct AddressBlock: OpaqueValue, Hashable {
    static let type = Type.opaque("net.CIDR", [])

    let address: IPAddress
    let prefixLength: Int

    var type: Type { Self.type }
    var description: String { "\(address)/\(prefixLength)" }

    func isEqual(to other: any OpaqueValue) -> Value {
        .bool((other as? AddressBlock) == self)
    }

    /// Returns the block that `text` spells, such as `10.0.0.0/8`.
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

    /// The block whose address has only zeroes after the prefix.
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
