import Foundation

/// The files of a drop in a temporary folder.
package struct DropFolder {
    private let url: URL

    /// Where the folder is.
    package var path: String { url.path }

    /// Writes files of text.
    package init(_ files: [String: String]) throws {
        try self.init(bytes: files.mapValues { Array($0.utf8) })
    }

    /// Writes files of bytes.
    package init(bytes files: [String: [UInt8]]) throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "hegui-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, bytes) in files {
            let file = url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    /// Removes the folder with all that is in it.
    package func remove() {
        try? FileManager.default.removeItem(at: url)
    }
}
