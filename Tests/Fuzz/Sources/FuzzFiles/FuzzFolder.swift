import Foundation
import Hegui
import HeguiCalendar

/// A folder in memory for the files that are tried, and a pack to read them by.
public struct FuzzFolder: Sendable {
    /// The one folder of this process; nothing works without it.
    public static let shared = FuzzFolder()

    private let url: URL
    /// The pack by which files are read: all kinds of annexes and columns.
    private let pack: RulePack?
    private var smallPack: RulePack?

    private init() {
        url = URL(filePath: "/dev/shm/hegui-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
        try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        // The package lies two folders below the project.
        pack = try? RulePack.load(folder: "../../rules/xihu-2013")
        smallPack = try? putSmallPack()
    }

    /// Returns the path of a file of that name which holds the bytes.
    public func write(_ bytes: some Sequence<UInt8>, to name: String) -> String {
        let file = url.appending(path: name)
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(bytes).write(to: file)
        return file.path
    }

    /// Checks the small pack with a file in it that holds the bytes, in place of its own where it has
    /// one of that name.
    public func checkPack(with bytes: some Sequence<UInt8>, at path: String) {
        let file = url.appending(path: "packs/base/" + path)
        let own = try? Data(contentsOf: file)
        _ = write(bytes, to: "packs/base/" + path)
        let check = try? PackCheck.run(folder: url.appending(path: "packs/base").path)
        _ = check?.text(in: .chinese)
        try? FileManager.default.removeItem(at: file)
        if let own { try? own.write(to: file) }
    }

    /// Puts a small sound pack into the folder, its rules without folders of their own.
    private func putSmallPack() throws -> RulePack {
        let manager = FileManager.default
        let packs = URL(filePath: "../../fixtures/broken-packs")
        let folder = url.appending(path: "packs/base")
        let calendars = url.appending(path: "packs/calendars")
        try manager.createDirectory(at: calendars, withIntermediateDirectories: true)
        try manager.copyItem(
            at: packs.appending(path: "plain.yaml"), to: calendars.appending(path: "plain.yaml"))
        try manager.copyItem(at: packs.appending(path: "base"), to: folder)
        let rules = folder.appending(path: "rules")
        for subject in try manager.contentsOfDirectory(atPath: rules.path) {
            let own = rules.appending(path: subject)
            for file in try manager.contentsOfDirectory(atPath: own.path) {
                try manager.moveItem(
                    at: own.appending(path: file), to: rules.appending(path: file))
            }
            try manager.removeItem(at: own)
        }
        return try RulePack.load(folder: folder.path)
    }

    /// Reads a drop by a pack of all kinds of annexes, and reviews it by a small one, which takes a
    /// hundredth of the time, row by row and on columns: they have to agree.
    public func review(_ drop: [String]) {
        guard let pack, let smallPack, let day = Day("2013-12-31") else {
            fatalError("no rule pack: run this in Tests/Fuzz")
        }
        _ = pack.checkWaivers(of: [], drop: DropPaths(drop), asOf: nil)
        let options = ReportOptions(scope: .everything, language: .chinese)
        let rows = smallPack.review(drop: drop, asOf: day, engine: .rows)
        let columns = smallPack.review(drop: drop, asOf: day, engine: .columns)
        _ = Self.bytes(of: rows, in: .text, options)
        let json = Self.bytes(of: rows, in: .json, options)
        precondition(json == Self.bytes(of: columns, in: .json, options), "engines differ")
    }

    /// Reviews one file, beside the register of units.
    public func reviewForm(_ file: String) {
        review([file, "../../fixtures/xihu-2013/drop/单位名录.csv"])
    }

    /// Marks the cells of one file, with the register of units beside it, and checks that the copy can
    /// be read where the file could.
    public func annotateForm(_ file: String) {
        guard let pack, let day = Day("2013-12-31") else {
            fatalError("no rule pack: run this in Tests/Fuzz")
        }
        let units: DropPaths = ["../../fixtures/xihu-2013/drop/单位名录.csv"]
        guard
            let copy = try? pack.annotate(
                file, with: units, asOf: day, in: .chinese, hasCover: true)
        else { return }
        var bytes: [UInt8] = []
        guard (try? copy.file(name: "copy.xlsx").write { bytes += $0 }) != nil else { return }
        _ = copy.summary(path: "copy.xlsx")
        func isRead(_ path: String) -> Bool {
            !pack.review(drop: DropPaths([path]), asOf: day).problems(in: .english)
                .contains("error[")
        }
        precondition(isRead(write(bytes, to: "copy.xlsx")) || !isRead(file), "the copy is broken")
    }

    /// Reads a file as waivers and explanations, and words all that is wrong with it.
    public func readWaivers(_ path: String) {
        guard let pack else { fatalError("no rule pack: run this in Tests/Fuzz") }
        _ = pack.checkWaivers(of: [path], drop: [], asOf: nil).text(in: .chinese)
    }

    private static func bytes(
        of review: DropReview, in format: ReportFormat, _ options: ReportOptions
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        for file in review.files(in: format, options) {
            try? file.write { bytes += $0 }
        }
        return bytes
    }
}
