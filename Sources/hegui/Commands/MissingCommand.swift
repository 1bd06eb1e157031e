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
            let asOf = try request.checkedDay(for: "missing")
            let drop = try request.paths()
            try request.protected(drop).check(out.map { [$0] } ?? [])
            let pack = try request.pack(for: drop)
            let output = try out.map { (path) throws(Problem) in try OutputFile(path) }
            let language = asked ?? pack.language
            let review = try pack.review(drop: drop, asOf: asOf).limited(to: request.only)
            try OutputFile.write(
                review.missing(as: format, in: language), to: output)
            StandardStream.error.write(review.problems(in: language))
            guard review.hasReadMaterial else { throw ExitStatus.unchecked }
            if review.owesMaterial { throw ExitStatus.findings }
        }
    }
}

extension MaterialFormat: ExpressibleByArgument {}
