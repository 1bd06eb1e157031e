import Foundation

/// The files of a drop in a temporary folder.
struct DropFolder {
    private let url: URL

    var path: String { url.path }

    init(_ files: [String: String]) throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "hegui-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: url.appending(path: name))
        }
    }

    func remove() {
        try? FileManager.default.removeItem(at: url)
    }
}
