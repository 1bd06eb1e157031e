extension Library {
    /// `base64.encode` and `base64.decode`.
    public static var encoders: Library {
        Library(functions: [
            .single(
                "base64.encode", "base64_encode_bytes", [.bytes], .string,
                .unary { value, activation in
                    guard case .bytes(let bytes) = value else { return mismatch("base64.encode") }
                    guard activation.charge(size: bytes.count) else { return activation.exhausted }
                    return .string(Base64.encode(bytes))
                }),
            .single(
                "base64.decode", "base64_decode_string", [.string], .bytes,
                .unary { value, activation in
                    guard case .string(let text) = value else { return mismatch("base64.decode") }
                    guard activation.charge(size: text.utf8.count) else {
                        return activation.exhausted
                    }
                    return Base64.decode(text).map { .bytes($0) } ?? .failure("invalid base64")
                }),
        ])
    }
}
