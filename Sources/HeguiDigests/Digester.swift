internal import CCrypto

/// Makes the SHA-256 digest of content that comes piece by piece.
@safe package struct Digester: ~Copyable {
    private let context: OpaquePointer

    /// Starts with no content. The only failure is a lack of memory, which ends the program as any other does.
    package init() {
        guard let context = unsafe EVP_MD_CTX_new(),
            unsafe EVP_DigestInit_ex(context, Algorithm.sha256.pointer, nil) == 1
        else { preconditionFailure("libcrypto has no memory for a SHA-256") }
        unsafe self.context = context
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    /// Appends `bytes` to the content.
    ///
    /// - Complexity: linear in the bytes, some 2 GB a second where the processor knows SHA.
    package mutating func add(_ bytes: [UInt8]) {
        _ = unsafe bytes.withUnsafeBytes {
            unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count)
        }
    }

    /// Returns the digest of all that was added.
    package consuming func finish() -> Digest {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Digest.byteCount) { buffer, count in
            _ = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
            count = Digest.byteCount
        }
        return Digest(bytes)
    }
}

/// An algorithm of libcrypto, looked up once: a lookup for each digest costs more than a short digest.
///
/// Sendable because libcrypto never changes an algorithm after it was fetched.
@safe private struct Algorithm: @unchecked Sendable {
    static let sha256 = unsafe Algorithm(pointer: EVP_MD_fetch(nil, "SHA256", nil))

    let pointer: OpaquePointer?
}
