import Foundation

/// Files in a temporary folder.
struct FolderOfFiles {
    private let url: URL

    var path: String { url.path }

    init(_ files: [String: String]) throws {
        try self.init(bytes: files.mapValues { Array($0.utf8) })
    }

    init(bytes files: [String: [UInt8]]) throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "hegui-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, bytes) in files {
            try Data(bytes).write(to: url.appending(path: name))
        }
    }

    func remove() {
        try? FileManager.default.removeItem(at: url)
    }
}
