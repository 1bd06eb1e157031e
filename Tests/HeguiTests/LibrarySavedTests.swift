import Foundation
import Hegui
import HeguiCalendar
import Testing

@Suite("Saved reviews, packs and waivers by the library")
struct LibrarySavedTests {
    let material: Material

    init() throws {
        material = try Material()
    }

    @Test("a saved review is a baseline, over which only what is new counts")
    func baseline() throws {
        let before = try material.review()
        let baseline = try FindingBaseline.read(material.save(before, as: "before.json"))
        let same: FindingBaseline.Result = baseline.result(
            of: before, within: before, atOrAbove: .hint)
        #expect(same.newCount == 0)
        try material.replace("M3,2013-05-12,义诊\n", "", in: "drop/activities.csv")
        let after = try material.review()
        for (level, count) in [(FindingLevel.mandatory, 1), (.hint, 1), (nil, 1)]
            as [(FindingLevel?, Int)]
        {
            let result = baseline.result(of: after, within: after, atOrAbove: level)
            #expect(result.newCount == count)
            #expect(result.text(in: .english).contains("new 1,"))
        }
        #expect(throws: ReviewFailure.self) { try FindingBaseline.read(material.path("none")) }
    }

    @Test("two saved reviews are compared, with and without their drops, in every form")
    func comparison() throws {
        let old = try SavedReport.read(material.save(material.review(), as: "old.json"))
        #expect(old.packID == "base")
        for name in ["units", "members", "activities"] {
            try material.write(material.read("drop/\(name).csv"), to: "earlier/\(name).csv")
        }
        try material.replace("M3,2013-05-12,义诊\n", "", in: "drop/activities.csv")
        let new = try SavedReport.read(material.save(material.review(), as: "new.json"))
        let drops = ReviewComparison.Drops(
            pack: try material.pack(), old: [material.path("earlier")], new: [material.drop])
        for drops in [nil, drops] {
            let comparison = try ReviewComparison.of(old, new, drops: drops)
            #expect(comparison.newFindings(atOrAbove: .mandatory) == 1)
            for format in ComparisonFormat.allCases {
                let text = try comparison.file(in: format, .english).text()
                #expect(text.contains("C1") || text.contains("too-few-activities"), "\(format)")
                #expect(text.contains("M3"), "\(format)")
            }
            #expect(try ReviewComparison.of(new, old).newFindings(atOrAbove: .hint) == 0)
        }
        #expect(throws: ReviewFailure.self) { try SavedReport.read(material.path("none.json")) }
        try material.write("{}", to: "other.json")
        #expect(throws: ReviewFailure.self) { try SavedReport.read(material.path("other.json")) }
    }

    @Test("a saved review can be made again, unless something has changed")
    func verification() throws {
        let saved = try SavedReport.read(material.save(material.review(), as: "review.json"))
        let pack = try material.pack()
        let same = try ReportVerification.of(saved, drop: [material.drop], rules: pack)
        #expect(same.isReproduced)
        try material.replace("2013-06-03", "2013-06-04", in: "drop/members.csv")
        let other = try ReportVerification.of(saved, drop: [material.drop], rules: pack)
        #expect(!other.isReproduced)
        #expect(try other.file(in: .english).text().contains("members.csv"))
    }

    @Test("a pack is checked with its examples")
    func check() throws {
        let sound = try PackCheck.run(folder: material.rules)
        #expect(sound.isUsable && sound.language == .english)
        try material.replace(
            "due: 2013-06-20, days_late: 1", "due: 2013-06-20, days_late: 2",
            in: "rules/base/rules/member/registered-late.yaml")
        let wrong = try PackCheck.run(folder: material.rules)
        #expect(wrong.isUsable && !wrong.isSound)
        #expect(wrong.text(in: .english).contains("days_late"))
        for format in CheckFormat.allCases {
            let told = try wrong.report(as: format, in: .english).text()
            #expect(told.contains("E0101") && told.contains("days_late"), "\(format)")
        }
        let coverage = try wrong.showing(only: ["R0712"])
        #expect(coverage.isSound && !coverage.text(in: .english).contains("days_late"))
        try material.replace("id: base", "id: [", in: "rules/base/pack.yaml")
        let broken = try PackCheck.run(folder: material.rules)
        #expect(!broken.isUsable && !broken.isSound)
        #expect(throws: ReviewFailure.self) { try PackCheck.run(folder: material.path("none")) }
    }

    @Test("the examples of a pack hold or fail, and cover some of it")
    func examples() throws {
        let test = try PackTest.run(folder: material.rules)
        #expect(test.holds && test.language == .english)
        #expect(test.reaches(percent: "0") == true && test.reaches(percent: "100") == false)
        #expect(test.reaches(percent: "much") == nil)
        try material.replace(
            "due: 2013-06-20, days_late: 1", "due: 2013-06-20, days_late: 2",
            in: "rules/base/rules/member/registered-late.yaml")
        let failed = try PackTest.run(folder: material.rules)
        #expect(!failed.holds)
        for file in [failed.text(in: .english), failed.json(), failed.junit()] {
            #expect(try file.text().contains("a day late"), "\(file.name)")
        }
    }

    @Test("a waiver is added to a file, and then counts")
    func waivers() throws {
        let pack = try material.pack()
        let first = try #require(Day("2013-07-01"))
        var entry = WaiverEntry(
            rule: "registered-late", subject: "M1", reason: "因公", approver: "区委", day: first,
            expires: material.asOf)
        let held = WaiverAddition.Material(drop: [material.drop], asOf: material.asOf)
        let addition = try pack.adding(
            entry, toFile: material.path("drop/waivers.yaml"), checkedWith: held)
        #expect(addition.notices(in: .english).isEmpty)
        try material.write(addition.file.text(), to: "drop/waivers.yaml")
        #expect(addition.isCurrent == false)
        let unnamed = pack.review(drop: [material.drop], asOf: material.asOf)
        #expect(unnamed.ruleCounts[0].count(of: .waived) == 0)
        #expect(unnamed.problems(in: .english).contains("I0308"))
        let review = pack.counting(waiversOf: [material.path("drop/waivers.yaml")])
            .review(drop: [material.drop], asOf: material.asOf)
        #expect(review.openFindings(atOrAbove: .mandatory) == 1)
        #expect(review.ruleCounts[0].count(of: .waived) == 1)
        let check: WaiverCheck = pack.checkWaivers(
            of: [material.path("drop/waivers.yaml")], drop: [], asOf: material.asOf)
        #expect(check.isSound && check.text(in: .english).contains("waivers: 1"))
        entry.subject = "M9"
        #expect(throws: ReviewFailure.self) {
            try pack.adding(entry, toFile: material.path("new.yaml"), checkedWith: held)
        }
        try material.replace("registered-late", "registered-lat", in: "drop/waivers.yaml")
        let wrong = pack.checkWaivers(
            of: [material.path("drop/waivers.yaml")], drop: [], asOf: material.asOf)
        #expect(!wrong.isSound && wrong.text(in: .english).contains("E0001"))
    }

    @Test("a workbook is marked where something is wrong with it")
    func annotated() throws {
        let pack = try RulePack.load(
            folder: Material.project.appending(path: "rules/xihu-2013").path)
        let drop = Material.project.appending(path: "fixtures/xihu-2013/drop")
        let others = ["花名册.csv", "单位名录.csv", "社区名录.csv"].map { drop.appending(path: $0).path }
        let workbook: AnnotatedWorkbook = try pack.annotate(
            drop.appending(path: "附件3/附件3-区中医院(最终版2).xlsx").path, with: DropPaths(others),
            asOf: material.asOf, in: .chinese)
        #expect(workbook.cellCount == 4)
        #expect(workbook.findings(atOrAbove: .mandatory) == 3)
        #expect(workbook.findings(atOrAbove: .hint) >= 4)
        #expect(try workbook.file(name: "marked.xlsx").bytes().starts(with: [0x50, 0x4B]))
        #expect(workbook.summary(path: "marked.xlsx").contains("marked.xlsx"))
        #expect(workbook.review.isComplete)
        let table = try pack.annotate(others[0], asOf: material.asOf, in: .chinese, hasCover: true)
        #expect(try table.file(name: "marked.xlsx").bytes().starts(with: [0x50, 0x4B]))
        #expect(table.path(besideFileAt: "甲/花名册.csv") == "甲/花名册.已标注.xlsx")
        #expect(throws: ReviewFailure.self) {
            try pack.annotate(drop.path, asOf: material.asOf, in: .chinese)
        }
    }

    @Test("the files of a folder are marked together, each with its cover")
    func annotatedFolder() throws {
        let pack = try RulePack.load(
            folder: Material.project.appending(path: "rules/xihu-2013").path)
        let drop = Material.project.appending(path: "fixtures/xihu-2013/drop")
        let folder: AnnotatedFolder = pack.annotate(
            folder: drop.appending(path: "附件3").path,
            with: DropPaths(
                ["花名册.csv", "单位名录.csv", "社区名录.csv"].map { drop.appending(path: $0).path }),
            asOf: material.asOf, in: .chinese)
        #expect(folder.paths.contains("附件3-区中医院(最终版2).xlsx"))
        let workbook = try folder.workbook(0)
        #expect(workbook.isNeeded && workbook.summary(path: "a.xlsx").contains("a.xlsx"))
        #expect(folder.findings(atOrAbove: .mandatory) > 0)
        #expect(folder.others(in: .chinese).contains("不在任何副本中"))
        #expect(DropPaths.isFolder(drop.path) && !DropPaths.isFolder(drop.path + "/没有"))
        let bytes: [UInt8] = [0xB8, 0xBD]
        #expect(DropPaths.bytes(ofPath: DropPaths.text(ofPath: bytes)) == bytes)
    }
}
