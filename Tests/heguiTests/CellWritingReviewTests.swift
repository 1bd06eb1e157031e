import Foundation
import HeguiTestSupport
import Testing

/// Reviews of the year in which cells are written in ways that are hard to read.
@Suite("reviews of cells that hold several things")
struct CellWritingReviewTests {
    private struct Report: Decodable {
        struct Subject: Decodable, Hashable {
            var type: String
            var id: String
        }

        struct Outcome: Decodable {
            var rule: String
            var subject: Subject
            var outcome: String
            var level: String
        }

        var outcomes: [Outcome]

        /// The mandatory findings, as rule and subject.
        var accusations: Set<[String]> {
            Set(
                outcomes.filter { $0.outcome == "violated" && $0.level == "mandatory" }.map {
                    [$0.rule, $0.subject.type, $0.subject.id]
                })
        }
    }

    private static let drop = ProjectFolder.url("fixtures/xihu-2013/drop")

    /// Reviews the year with files replaced or added, by their path in the drop; without content a
    /// file is taken out.
    private func review(_ files: [String: Data?]) throws -> Report {
        let session = try CommandSession()
        let drop = session.folder.appending(path: "drop")
        try FileManager.default.copyItem(at: Self.drop, to: drop)
        for (name, content) in files {
            let file = drop.appending(path: name)
            if FileManager.default.fileExists(atPath: file.path) {
                try FileManager.default.removeItem(at: file)
            }
            try content?.write(to: file)
        }
        let output = try session.run([
            "review", drop.path, "--rules", ProjectFolder.url("rules/xihu-2013").path, "--as-of",
            "2013-12-31", "--format", "json",
        ]).output
        return try JSONDecoder().decode(Report.self, from: Data(output.utf8))
    }

    private func fixture(_ name: String) throws -> Data {
        try Data(contentsOf: ProjectFolder.url("fixtures/cells/" + name))
    }

    @Test("nobody is accused because of how a cell is written")
    func fixtures() throws {
        let pristine = try review([:]).accusations
        #expect(!pristine.isEmpty)
        let files = [
            ("附件2/青石社区.xlsx", "青石社区.xlsx"), ("附件2/青石社区.xlsx", "青石社区-20种写法.xlsx"),
            ("附件1/登记表-应望舒.xlsx", "登记表-应望舒.xlsx"),
            ("附件1/登记表-应望舒.xlsx", "登记表-Wingdings-U+00FE.xlsx"),
        ]
        for (place, name) in files {
            let found = try review([place: try fixture(name)]).accusations
            #expect(found.subtracting(pristine) == [], "\(name)")
        }
    }

    @Test("what may be a second activity or project leaves the verdict open")
    func perhaps() throws {
        let texts = [
            "4.11便民理发7.11义诊", "4.11便民理发，七.一一义诊", "4月11日便民理发和义诊", "4月11日义诊2次", "每月义务巡逻一次",
        ]
        let people = [
            ("岑珩", "19900010075"), ("岑漱石", "19900010119"), ("尤拾光", "19900010091"),
            ("简峤", "19900010098"), ("苏湜", "19900010049"),
        ]
        let top = "2013年在职党员参与社区服务活动情况登记表\n社区名称：青石社区\n姓名,联系电话,领办项目,服务情况登记汇总,综合评价\n"
        let rows = zip(people, texts).map { person, text in
            "\(person.0),\(person.1),棋类和球类,\"\(text)\",好\n"
        }
        let csv = Data((top + rows.joined()).utf8)
        let report = try review(["附件2/青石社区.xlsx": nil, "附件2/青石社区.csv": csv])
        let judged = report.outcomes.filter {
            $0.rule == "too-few-community-activities"
                && ["P0075", "P0119", "P0091", "P0098", "P0049"].contains($0.subject.id)
        }
        #expect(judged.count == people.count)
        #expect(judged.filter { $0.outcome != "undetermined" }.map(\.subject.id) == [])
    }

    @Test("what may be a second project leaves the verdict open")
    func perhapsProjects() throws {
        let people = [("沈望岳", "19900010001"), ("凌怀瑾", "19900010002"), ("凌珩", "19900010003")]
        let texts = ["理发和水电维修", "法律援助帮教", "助残（兼歌舞类）"]
        let top =
            "西湖区在职党员赴社区报到直接联系服务群众情况汇总表\n填报单位：区司法局\n姓名,手机,领办项目,报到社区,报到日期\n"
        let rows = zip(people, texts).map { person, text in
            "\(person.0),\(person.1),\(text),晚枫社区,2013-1-8\n"
        }
        let csv = Data((top + rows.joined()).utf8)
        let report = try review(["附件3/附件3-区司法局.xlsx": nil, "附件3/附件3-区司法局.csv": csv])
        let judged = report.outcomes.filter {
            $0.rule == "too-few-projects" && ["P0001", "P0002", "P0003"].contains($0.subject.id)
        }
        #expect(judged.map(\.outcome) == ["undetermined", "undetermined", "undetermined"])
    }
}
