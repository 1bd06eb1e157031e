import HeguiDigests
import Testing

@Suite("SHA-256")
struct DigestTests {
    /// The examples of FIPS 180-4, and the first test vector of all.
    @Test(
        "digests are those of the standard",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func standard(text: String, hex: String) {
        #expect(Digest(of: Array(text.utf8)).hex == hex)
    }

    @Test("content in pieces has the digest of the whole")
    func pieces() {
        var digester = Digester()
        for piece in ["a", "", "bc"] { digester.add(Array(piece.utf8)) }
        #expect(digester.finish() == Digest(of: Array("abc".utf8)))
    }

    @Test("a prefix has two digits a byte")
    func prefix() {
        #expect(Digest(of: Array("abc".utf8)).hex(byteCount: 4) == "ba7816bf")
    }

    @Test("in Base64 a digest is as policies of web pages write it")
    func base64() {
        #expect(
            Digest(of: Array("abc".utf8)).base64 == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    }
}
