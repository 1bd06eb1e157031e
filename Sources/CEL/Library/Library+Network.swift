extension Library {
    /// `ip`, `isIP`, `cidr`, `isCIDR`, and the methods of IP addresses and blocks.
    public static var network: Library {
        Library(
            functions: makers + addressTests + blockFunctions + containment,
            types: [IPAddress.type, AddressBlock.type])
    }

    private static var makers: [Function] {
        [
            fromText("ip", returns: IPAddress.type) { text in
                IPAddress.parse(text).map { .opaque($0) }
            },
            fromText("cidr", returns: AddressBlock.type) { text in
                AddressBlock.parse(text).map { .opaque($0) }
            },
            fromText("isIP", returns: .bool) { text in
                if case .success = IPAddress.parse(text) { return .success(.bool(true)) }
                return .success(.bool(false))
            },
            fromText("isCIDR", returns: .bool) { text in
                if case .success = AddressBlock.parse(text) { return .success(.bool(true)) }
                return .success(.bool(false))
            },
            fromText("ip.isCanonical", returns: .bool) { text in
                IPAddress.parse(text).map { .bool($0.description == text) }
            },
        ]
    }

    private static func fromText(
        _ name: String, returns result: Type,
        _ body: @escaping @Sendable (String) -> Result<Value, EvaluationError>
    ) -> Function {
        .single(
            name, id: name + "_string", takes: [.string], returns: result,
            .unary { value, activation in
                guard case .string(let text) = value else { return mismatch(name) }
                guard activation.charge(size: text.utf8.count) else { return activation.exhausted }
                switch body(text) {
                case .success(let value): return value
                case .failure(let error): return .error(error)
                }
            })
    }

    private static var addressTests: [Function] {
        let tests: [(String, @Sendable (IPAddress) -> Value)] = [
            ("family", { .int($0.isVersion6 ? 6 : 4) }),
            ("isUnspecified", { .bool($0.isUnspecified) }),
            ("isLoopback", { .bool($0.isLoopback) }),
            ("isGlobalUnicast", { .bool($0.isGlobalUnicast) }),
            ("isLinkLocalMulticast", { .bool($0.isLinkLocalMulticast) }),
            ("isLinkLocalUnicast", { .bool($0.isLinkLocalUnicast) }),
        ]
        return tests.map { name, test in
            .single(
                name, id: "ip_" + name, isMethod: true, takes: [IPAddress.type],
                returns: name == "family" ? .int : .bool,
                .unary { value, _ in
                    guard case .opaque(let address as IPAddress) = value else {
                        return mismatch(name)
                    }
                    return test(address)
                })
        }
    }

    private static var blockFunctions: [Function] {
        [
            .single(
                "prefixLength", id: "cidr_prefixLength", isMethod: true, takes: [AddressBlock.type],
                returns: .int, ofBlock { .int(Int64($0.prefixLength)) }),
            .single(
                "masked", id: "cidr_masked", isMethod: true, takes: [AddressBlock.type],
                returns: AddressBlock.type, ofBlock { .opaque($0.masked) }),
            Function(
                name: "ip",
                overloads: [
                    Function.Overload(
                        "cidr_ip", isMethod: true, takes: [AddressBlock.type],
                        returns: IPAddress.type, ofBlock { .opaque($0.address) })
                ]),
            Function(
                name: "string",
                overloads: [IPAddress.type, AddressBlock.type].map { type in
                    Function.Overload(
                        type.name + "_to_string", takes: [type], returns: .string,
                        .unary { value, _ in
                            guard case .opaque(let value) = value else { return mismatch("string") }
                            return .string(value.description)
                        })
                }),
        ]
    }

    private static var containment: [Function] {
        [
            contains("containsIP", type: IPAddress.type) { block, other in
                switch other {
                case .opaque(let address as IPAddress): .success(block.contains(address))
                case .string(let text): IPAddress.parse(text).map { block.contains($0) }
                default: .success(false)
                }
            },
            contains("containsCIDR", type: AddressBlock.type) { block, other in
                switch other {
                case .opaque(let other as AddressBlock): .success(block.contains(other))
                case .string(let text): AddressBlock.parse(text).map { block.contains($0) }
                default: .success(false)
                }
            },
        ]
    }

    private static func ofBlock(
        _ body: @escaping @Sendable (AddressBlock) -> Value
    ) -> Implementation {
        .unary { value, _ in
            guard case .opaque(let block as AddressBlock) = value else { return mismatch("cidr") }
            return body(block)
        }
    }

    private static func contains(
        _ name: String, type: Type,
        _ body: @escaping @Sendable (AddressBlock, Value) -> Result<Bool, EvaluationError>
    ) -> Function {
        Function(
            name: name,
            overloads: [type, .string].map { other in
                Function.Overload(
                    "cidr_\(name)_\(other.name)", isMethod: true,
                    takes: [AddressBlock.type, other], returns: .bool,
                    .binary { value, other, activation in
                        guard case .opaque(let block as AddressBlock) = value else {
                            return mismatch(name)
                        }
                        guard activation.charge(size: other.byteCount) else {
                            return activation.exhausted
                        }
                        switch body(block, other) {
                        case .success(let result): return .bool(result)
                        case .failure(let error): return .error(error)
                        }
                    })
            })
    }
}
