import Foundation
import HeguiTestSupport
import Testing

/// One annex by itself, as the clerk looks at it before handing it in.
@Suite("a single annex")
struct SelfCheckTests {
    let session: CommandSession

    init() throws { session = try CommandSession() }

    private func check(
        _ file: String, beside others: [String] = []
    ) throws -> CommandSession.Result {
        let drop = "fixtures/xihu-2013/drop/"
        return try check(file: drop + file, beside: others.map { drop + $0 })
    }

    private func check(
        file: String, beside others: [String] = []
    ) throws -> CommandSession.Result {
        let paths = ([file] + others).map { ProjectFolder.url($0).path }
        return try session.run(
            ["check"] + paths + [
                "--rules", ProjectFolder.url("rules/xihu-2013").path, "--as-of", "2013-12-31",
                "--lang", "zh",
            ])
    }

    @Test("a unit's roll shows who claims too little")
    func roll() throws {
        let result = try check("附件3/附件3-区司法局.xlsx")
        #expect(result.status == 2)
        #expect(result.output.contains("尤枕流领办1个服务项目，应不少于2个"))
        #expect(result.output.contains("H11"))
        // Nobody knows from it who was hired this year.
        #expect(result.output.contains("苏牧之的报到日期在集中报到期限之后"))
        #expect(result.output.contains("L28"))
        #expect(result.output.contains("只判断了") && result.output.contains("条需要“"))
        #expect(!result.output.contains("没有发现违反"))
        #expect(!result.output.contains("附件3未收到"))
        // The register of units would name the secretary.
        #expect(!result.output.contains("党组织书记未填"))
        // Whether all of the unit are in it cannot be told from it.
        #expect(!result.output.contains("报到率"))
    }

    @Test(
        "each annex shows the faults in it, what was judged, and for want of what the rest was not",
        arguments: ["附件1", "附件2", "附件3", "附件4"])
    func faults(annex: String) throws {
        let result = try check(file: "fixtures/self-check/\(annex).csv")
        #expect(result.status == 2)
        let parts = result.output.components(separatedBy: "■ ")
        let said = parts.filter { !$0.hasPrefix("出处") }.joined(separator: "■ ")
        #expect(try Golden.text("fixtures/self-check/\(annex).txt", said) == said)
    }

    @Test(
        "an annex without a fault says how little was judged, and not that nothing is wrong",
        arguments: [
            ("附件4/区中医院结对.xlsx", "只判断了 3 条规则"), ("附件4/区司法局结对.xlsx", "只判断了 3 条规则"),
            ("附件1/登记表-应望舒.xlsx", "只判断了"),
        ])
    func faultless(file: String, judged: String) throws {
        let result = try check(file)
        #expect(result.status == 2)
        #expect(result.output.contains(judged))
        #expect(result.output.contains("在能判断的范围内没有发现违反。"))
        #expect(result.output.contains("未能全部检查："))
        #expect(!result.output.contains("没有待处理的事项"))
    }

    @Test("beside a register nothing stands in for another")
    func beside() throws {
        let result = try check("附件3/附件3-区司法局.xlsx", beside: ["社区名录.csv"])
        #expect(result.status == 2)
        #expect(result.output.contains("没有文件提供“党员”"))
        #expect(!result.output.contains("尤枕流领办"))
    }
}
