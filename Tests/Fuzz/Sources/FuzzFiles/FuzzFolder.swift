import Foundation
import Hegui

/// A folder in memory for the files that are tried, and a pack to read them by.
public struct FuzzFolder: Sendable {
    /// The one folder of this process; nothing works without it.
    public static let shared = FuzzFolder()

    private let url: URL
    /// The pack by which files are read: all kinds of annexes and columns.
    public let pack: RulePack?

    private init() {
        url = URL(filePath: "/dev/shm/hegui-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
        try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        // The package lies two folders below the project.
        pack = try? RulePack.load(folder: "../../rules/xihu-2013")
    }

    /// Returns the path of a file of that name which holds the bytes.
    public func write(_ bytes: some Sequence<UInt8>, to name: String) -> String {
        let file = url.appending(path: name)
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(bytes).write(to: file)
        return file.path
    }

    /// Returns the folder of a small sound pack, into which a file may be put, without those files.
    public func packFolder(without files: [String]) -> String {
        let folder = url.appending(path: "packs/tried")
        if !FileManager.default.fileExists(atPath: folder.path) {
            let packs = URL(filePath: "../../fixtures/broken-packs")
            let calendars = url.appending(path: "packs/calendars")
            try? FileManager.default.createDirectory(
                at: calendars, withIntermediateDirectories: true)
            try? FileManager.default.copyItem(at: packs.appending(path: "base"), to: folder)
            try? FileManager.default.copyItem(
                at: packs.appending(path: "plain.yaml"),
                to: calendars.appending(path: "plain.yaml"))
        }
        for file in files { try? FileManager.default.removeItem(at: folder.appending(path: file)) }
        return folder.path
    }

    /// Reads a file as material and as waivers, and words all that is wrong with it.
    public func read(_ path: String) {
        guard let pack else { fatalError("no rule pack: run this in Tests/Fuzz") }
        _ = pack.checkWaivers(of: [path], drop: [], asOf: nil).text(in: .chinese)
    }
}
