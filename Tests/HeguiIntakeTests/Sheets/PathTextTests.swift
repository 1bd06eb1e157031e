import HeguiTestSupport
import Testing

@testable import HeguiSheets

@Suite("Paths as texts")
struct PathTextTests {
    @Test("every path comes back to the byte")
    func anyBytes() {
        var numbers = SeededNumbers(seed: 9)
        let known: [[UInt8]] = [
            Array("甲/名单.xlsx".utf8), [0xB8, 0xBD, 0xBC, 0xFE], [0xF4, 0x8F, 0xBA, 0x80],
            [0xE7, 0x94],
        ]
        let random = (0..<200).map { _ in
            (0..<Int.random(in: 0...9, using: &numbers)).map { _ in
                UInt8.random(in: 1...255, using: &numbers)
            }
        }
        for bytes in known + random {
            #expect(PathText.bytes(of: PathText.text(of: bytes)) == bytes)
        }
        #expect(PathText.text(of: known[0]) == "甲/名单.xlsx")
        #expect(!PathText.isReadable(PathText.text(of: known[1])))
    }
}
