import Foundation
import Hegui
import HeguiCalendar
import Testing

/// A small pack and drop in a folder of their own, as somebody has them who uses the library.
final class Material {
    private let folder: URL

    /// The project's own folder.
    static let project = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The day of the reviews.
    let asOf: Day

    /// The pack's folder, and that of the drop.
    var rules: String { path("rules/base") }
    var drop: String { path("drop") }

    init() throws {
        asOf = try #require(Day("2013-12-31"))
        let manager = FileManager.default
        folder = manager.temporaryDirectory.appending(path: "hegui-\(UUID().uuidString)")
        let packs = Self.project.appending(path: "fixtures/broken-packs")
        let calendars = folder.appending(path: "rules/calendars")
        try manager.createDirectory(at: calendars, withIntermediateDirectories: true)
        try manager.copyItem(
            at: packs.appending(path: "base"), to: folder.appending(path: "rules/base"))
        try manager.copyItem(
            at: packs.appending(path: "plain.yaml"), to: calendars.appending(path: "plain.yaml"))
        try write("单位代码,单位名称\nU1,区档案局\nU2,区图书馆\n", to: "drop/units.csv")
        try write(
            """
            编号,姓名,手机,单位,状态,入职日期,报到日期
            M1,江一,19900000001,U1,在职,2013-05-20,2013-06-21
            M2,李二,19900000002,U1,在职,2013-05-20,2013-06-03
            M3,孙三,19900000003,U2,在职,2013-05-20,2013-06-03
            M4,周四,19900000004,U2,离职,2013-12-20,

            """, to: "drop/members.csv")
        try write(
            """
            编号,日期,内容
            M1,2013-03-05,植树
            M1,2013-05-12,义诊
            M2,2013-03-05,植树
            M3,2013-03-05,植树
            M3,2013-05-12,义诊

            """, to: "drop/activities.csv")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    /// Puts one text in the place of another, which must be there.
    func replace(_ old: String, _ new: String, in name: String) throws {
        let text = try read(name)
        try #require(text.contains(old), "\(name) has no \(old)")
        try write(text.replacing(old, with: new), to: name)
    }

    func pack() throws -> RulePack { try RulePack.load(folder: rules) }

    func review(engine: ReviewEngine = .automatic) throws -> DropReview {
        try pack().review(drop: [drop], asOf: asOf, engine: engine)
    }

    /// Saves the review of a drop as JSON and returns where.
    func save(_ review: DropReview, as name: String) throws -> String {
        let options = ReportOptions(scope: .everything, language: .english)
        try write(try review.files(in: .json, options)[0].text(), to: name)
        return path(name)
    }
}

extension ReportFile {
    /// The whole file.
    func bytes() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try write { bytes += $0 }
        return bytes
    }

    func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }
}
