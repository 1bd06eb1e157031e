import ArgumentParser
import Hegui

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "列出问题：谁违反了哪一条。\nLists what is wrong: who breaks which clause.")

    @OptionGroup var options: ReviewOptions

    func run() throws {
        try ReviewRun(options, scope: .findings).run()
    }
}
