import ArgumentParser
import Hegui

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "给出全部结论：问题、未到期、无法判定、评优排名、材料清单。\nTells everything, with standings.")

    @OptionGroup var options: ReviewOptions

    func run() throws {
        try ReviewRun(options, scope: .everything).run()
    }
}
