import FoundationEssentials
import Hegui
import HeguiCalendar
import HeguiTestSupport
import Testing

@Suite("Files that end their reader")
struct FileProbeTests {
    private func review(
        _ ending: FileProbe.Ending, engine: ReviewEngine = .rows
    ) throws -> (with: DropReview, without: DropReview) {
        let good = "单位名称,单位性质\n区甲局,机关\n"
        let drop = try DropFolder(["单位名录.csv": good, "附件3.csv": "坏\n"])
        defer { drop.remove() }
        let alone = try DropFolder(["单位名录.csv": good])
        defer { alone.remove() }
        let day = try #require(Day("2013-12-31"))
        let pack = try RulePack.load(folder: ProjectFolder.url("rules/xihu-2013").path)
        let probe = FileProbe { $0.hasSuffix("附件3.csv") ? ending : .read }
        return (
            pack.probing(with: probe).review(drop: [drop.path], asOf: day, engine: engine),
            pack.review(drop: [alone.path], asOf: day, engine: engine)
        )
    }

    @Test(
        "such a file is reported, and the rest is reviewed by either engine",
        arguments: [FileProbe.Ending.died(signal: 4), .untried], [ReviewEngine.rows, .columns])
    func rejected(ending: FileProbe.Ending, engine: ReviewEngine) throws {
        let (review, without) = try review(ending, engine: engine)
        #expect(!review.isComplete)
        let problems = review.problems(in: .english)
        #expect(problems.contains("error[I0404]") && problems.contains("附件3.csv"))
        #expect(problems.contains("signal 4") == (ending == .died(signal: 4)))
        #expect(review.ruleCounts.map(\.rule) == without.ruleCounts.map(\.rule))
        #expect(
            review.openFindings(atOrAbove: .mandatory)
                == without.openFindings(atOrAbove: .mandatory))
    }

    @Test("a file that can be read is read as without the trial")
    func read() throws {
        #expect(!(try review(.read)).with.problems(in: .english).contains("I0404"))
    }
}
