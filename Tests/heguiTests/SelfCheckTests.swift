import Foundation
import HeguiTestSupport
import Testing

/// One annex by itself, as the clerk looks at it before handing it in.
@Suite("a single annex")
struct SelfCheckTests {
    let session: CommandSession

    init() throws { session = try CommandSession() }

    private func check(
        _ file: String, beside others: [String] = [], command: String = "check"
    ) throws -> CommandSession.Result {
        let drop = "fixtures/xihu-2013/drop/"
        let paths = ([file] + others).map { ProjectFolder.url(drop + $0).path }
        return try session.run(
            [command] + paths + [
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

    @Test("a community's register shows entries and grades that do not hold")
    func register() throws {
        let result = try check("附件2/青石社区.xlsx")
        #expect(result.status == 2)
        #expect(result.output.contains("只判断了"))
        #expect(result.output.contains("附件2/") || result.output.contains("青石社区.xlsx"))
        #expect(!result.output.contains("没有待处理的事项"))
    }

    @Test(
        "a table of pairings and a form of one person are judged for what they say",
        arguments: ["附件4/区中医院结对.xlsx", "附件1/登记表-林含章.xlsx"])
    func others(file: String) throws {
        let result = try check(file)
        #expect(result.status == 2)
        #expect(result.output.contains("只判断了"))
        #expect(!result.output.contains("没有待处理的事项"))
        let review = try check(file, command: "review")
        #expect(review.output.contains("■ 各条规则"))
    }

    @Test("beside a register nothing stands in for another")
    func beside() throws {
        let result = try check("附件3/附件3-区司法局.xlsx", beside: ["社区名录.csv"])
        #expect(result.status == 2)
        #expect(result.output.contains("没有文件提供“党员”"))
        #expect(!result.output.contains("尤枕流领办"))
    }
}
