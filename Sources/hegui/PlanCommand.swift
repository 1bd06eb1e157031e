import ArgumentParser
import Hegui

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "说明每条规则怎样计算：按列，还是逐行，为什么。\nTells how each rule is worked, and why.")

    @OptionGroup var request: DropOptions

    @Option(help: "是否着色。Whether to colour.")
    var color: ColourChoice = .auto

    func run() throws {
        let asked = UserLanguage.preferred(request.lang)
        try FailureReport(language: asked, color: color).run {
            let asOf = try request.checkedDay()
            let pack = try request.pack()
            let plan = pack.workPlan(drop: request.drop, asOf: asOf)
            StandardStream.output.write(plan.text(in: asked ?? pack.language))
        }
    }
}
