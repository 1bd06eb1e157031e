public import ArgumentParser
public import Hegui

struct MissingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missing",
        abstract: "列出应交未交的材料：谁的哪张表没有收到、未能读取或有两个版本。\n"
            + "Lists who has not handed in what.")

    @OptionGroup var request: DropOptions

    @Option(help: "输出格式：text、csv 或 json。Output format.")
    var format: MaterialFormat = .text

    @Option(
        help: ArgumentHelp("写到文件，而不是屏幕。A file to write to.", valueName: "file"), completion: .file()
    )
    var out: String?

    func run() throws {
        let request = try request.configured()
        try request.language.run { asked in
            let asOf = try request.checkedDay()
            try OutputFile.check(out, isNoneOf: request.drop)
            let pack = try request.pack()
            let language = asked ?? pack.language
            let review = try pack.review(drop: request.drop, asOf: asOf).limited(to: request.only)
            try OutputFile.write(
                review.missing(as: format, in: language), atPathOrScreen: out)
            StandardStream.error.write(review.problems(in: language))
            guard review.hasReadMaterial else { throw ExitStatus.unchecked }
            if review.owesMaterial { throw ExitStatus.findings }
        }
    }
}

extension MaterialFormat: ExpressibleByArgument {}
