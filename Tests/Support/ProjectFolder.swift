package import FoundationEssentials

/// The folder of the project and what stands in it.
package enum ProjectFolder {
    /// The folder itself.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Returns the file or folder at `path` below the project's folder.
    package static func url(_ path: String) -> URL {
        root.appending(path: path)
    }

    /// Returns the bytes of the file at `path` below the project's folder.
    package static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url(path)))
    }

    /// Returns the text of the file at `path` below the project's folder.
    package static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// Returns the names in the folder at `path` below the project's folder, in order; none where
    /// there is no such folder.
    package static func names(in path: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: url(path).path)
        return (names ?? []).sorted()
    }

    /// Returns whether there is a file or folder at `path` below the project's folder.
    package static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url(path).path)
    }
}
