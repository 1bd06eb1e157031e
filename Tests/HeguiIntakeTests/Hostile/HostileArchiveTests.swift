import HeguiDiagnostics
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets

@Suite("Hostile archives")
struct HostileArchiveTests {
    private static func table(_ mark: String) -> [UInt8] { Array("a,\(mark)\n1,2\n".utf8) }

    private func read(_ files: [String: [UInt8]], limits: IntakeLimits) throws -> Drop {
        let folder = try DropFolder(bytes: files)
        defer { folder.remove() }
        return DropReader(limits: limits).read(DropListing(of: [folder.path], limits: limits))
    }

    private func rejected(_ drop: Drop) -> [String] {
        drop.files.compactMap { file in
            if case .rejected(let code) = file.outcome { "\(code) \(file.name)" } else { nil }
        }
    }

    @Test("a file that claims to inflate beyond all measure is refused, its neighbours are read")
    func ratio() throws {
        var zip = ZipBytes()
        zip.add("a.csv", Self.table("a"))
        zip.add(raw: Array("附件3-甲.xlsx".utf8), [1, 2, 3], size: 1 << 30, method: 8)
        let drop = try read(["z.zip": zip.bytes, "b.csv": Self.table("b")], limits: IntakeLimits())
        #expect(rejected(drop) == ["I0014 z.zip ▸ 附件3-甲.xlsx"])
        #expect(drop.sheets.map(\.file) == ["b.csv", "z.zip ▸ a.csv"])
    }

    @Test("an archive with too many files or bytes is refused by itself")
    func tooMuch() throws {
        var limits = IntakeLimits()
        limits.packedFiles = 2
        var zip = ZipBytes()
        for name in ["a", "b", "c"] { zip.add(name + ".csv", Self.table(name)) }
        let files = ["z.zip": zip.bytes, "d.csv": Self.table("d")]
        let many = try read(files, limits: limits)
        #expect(rejected(many) == ["I0014 z.zip"])
        #expect(many.sheets.map(\.file) == ["d.csv"])
        limits = IntakeLimits()
        limits.packedBytes = 20
        #expect(rejected(try read(files, limits: limits)) == ["I0014 z.zip"])
    }

    @Test("what archives in an archive hold counts for all of them together")
    func nestedTogether() throws {
        var zip = ZipBytes()
        for name in ["1", "2", "3"] {
            var inner = ZipBytes()
            for other in ["a", "b"] { inner.add(other + ".csv", Self.table(name + other)) }
            zip.add(name + ".zip", inner.bytes)
        }
        var limits = IntakeLimits()
        limits.packedFiles = 8
        let drop = try read(["z.zip": zip.bytes], limits: limits)
        #expect(rejected(drop) == ["I0014 z.zip ▸ 3.zip"])
        #expect(drop.sheets.count == 4)
    }

    @Test("the ratio counts for an archive as a whole, whose files may lie on one another")
    func overlapping() throws {
        var limits = IntakeLimits()
        limits.ratioFloor = 1000
        limits.inflationRatio = 2
        var inner = ZipBytes()
        for number in 0..<20 {
            inner.add(raw: Array("\(number).csv".utf8), [1, 2], size: 900, method: 8)
        }
        let drop = try read(["z.zip": inner.bytes], limits: limits)
        #expect(rejected(drop) == ["I0014 z.zip"])
    }

    @Test("sizes that lie and contents that are damaged cost that file alone", arguments: [1, 40])
    func lyingSize(size: Int) throws {
        var zip = ZipBytes()
        zip.add(raw: Array("a.csv".utf8), Self.table("a"), size: size)
        zip.add("b.csv", Self.table("b"))
        let drop = try read(["z.zip": zip.bytes], limits: IntakeLimits())
        #expect(rejected(drop) == ["I0015 z.zip ▸ a.csv"])
        #expect(drop.sheets.map(\.file) == ["z.zip ▸ b.csv"])
    }

    @Test("a way of packing that nobody knows is told of the file that it is used for")
    func method() throws {
        var zip = ZipBytes()
        zip.add(raw: Array("a.csv".utf8), Self.table("a"), method: 98)
        zip.add("b.csv", Self.table("b"))
        let drop = try read(["z.zip": zip.bytes], limits: IntakeLimits())
        #expect(rejected(drop) == ["I0015 z.zip ▸ a.csv"])
    }

    @Test("a path of very many folders is refused")
    func depth() throws {
        var zip = ZipBytes()
        zip.add(String(repeating: "a/", count: 20_000) + "a.csv", Self.table("a"))
        zip.add("b.csv", Self.table("b"))
        let drop = try read(["z.zip": zip.bytes], limits: IntakeLimits())
        #expect(drop.codes == ["I0012"])
        #expect(drop.sheets.map(\.file) == ["z.zip ▸ b.csv"])
    }

    @Test(
        "what is packed in another format is owed material and says to unpack it",
        arguments: [
            "Rar!\u{1A}\u{7}", "7z\u{BC}\u{AF}\u{27}\u{1C}", "\u{1F}\u{8B}\u{8}", "BZh9",
            "MSCF\0\0\0\0",
        ])
    func otherPackings(start: String) throws {
        let bytes = start.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let drop = try read(["附件3-区甲局.rar": bytes], limits: IntakeLimits())
        #expect(rejected(drop) == ["I0016 附件3-区甲局.rar"])
        #expect(drop.diagnostics[0].message.zh.contains("请先解压"))
    }

    @Test("a tar file is known by the mark behind its first name")
    func tar() throws {
        let bytes =
            [UInt8](repeating: 0x61, count: 257) + Array("ustar".utf8)
            + [UInt8](repeating: 0, count: 250)
        #expect(rejected(try read(["a": bytes], limits: IntakeLimits())) == ["I0016 a"])
    }

    @Test("no change of an archive's bytes does harm", arguments: 0..<60)
    func mutated(seed: Int) throws {
        var inner = ZipBytes()
        inner.add("附件3/c.csv", Self.table("c"))
        var zip = ZipBytes()
        zip.add("附件2/a.csv", Self.table("a"))
        zip.add("b.zip", inner.bytes)
        zip.add(raw: "附件4/丁.csv".nationalBytes, Self.table("d"))
        let whole = zip.bytes
        var numbers = SeededNumbers(seed: UInt64(seed))
        for _ in 0..<20 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                bytes[Int.random(in: bytes.indices, using: &numbers)] = UInt8.random(
                    in: .min ... .max, using: &numbers)
            }
            if Bool.random(using: &numbers) {
                bytes.removeLast(Int.random(in: 0..<bytes.count, using: &numbers))
            }
            let drop = try read(["z.zip": bytes], limits: IntakeLimits())
            #expect(!drop.files.isEmpty)
        }
    }
}
