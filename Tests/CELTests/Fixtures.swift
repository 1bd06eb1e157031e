import FoundationEssentials

/// Files of the package that tests read.
enum Fixtures {
    /// The package's folder.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let cases = root.appending(path: "fixtures/cel").path

    /// The conformance suite, where it lies beside the package.
    static let suite = root.deletingLastPathComponent().appending(path: "shared/conformance/cel")
        .path

    static var hasSuite: Bool { FileManager.default.fileExists(atPath: suite) }

    static var hasZones: Bool {
        FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Asia/Shanghai")
    }

    static func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: cases + "/" + name)), as: UTF8.self)
    }
}
