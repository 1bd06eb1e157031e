import Foundation

/// The packs that come with the command.
enum ShippedPacks {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "rules").path

    static let folders = names.map { folder + "/" + $0 }

    private static var names: [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return all.sorted().filter {
            FileManager.default.fileExists(atPath: folder + "/" + $0 + "/pack.yaml")
        }
    }
}
