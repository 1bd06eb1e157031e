public import ArgumentParser
public import Hegui
import HeguiCalendar

struct BulletinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulletin",
        abstract: "写通报：各单位比率排名、低于要求的单位、待处理的事项，不含个人信息。\n"
            + "Writes a bulletin for all units, without personal data.")

    @OptionGroup var request: DropOptions

    @Option(
        help: ArgumentHelp(
            "哪一期，如 2013H1、2013年上半年；不指明时是截至日期所在的半年。The period, by default the half-year "
                + "of the as-of day.",
            valueName: "period"))
    var period: String?

    @Option(
        name: .customLong("min-group"),
        help: ArgumentHelp(
            "人数少于此数的单位不列比率和项数。Units of fewer people are told of without figures.",
            valueName: "number"))
    var minGroup = 5

    @Option(help: "输出格式：markdown、html 或 docx（公文格式）。Output format.")
    var format: BulletinFormat = .markdown

    @OptionGroup var frame: DocumentOptions

    @Option(
        help: ArgumentHelp("写到文件，而不是屏幕。A file to write to.", valueName: "file"), completion: .file()
    )
    var out: String?

    func run() throws {
        let request = try request.configured()
        try request.language.run { asked in
            let asOf = try request.checkedDay(for: "bulletin")
            let period = try checkedPeriod(asOf)
            guard minGroup >= 1 else {
                throw Problem(
                    zh: "--min-group 至少是 1", en: "--min-group is at least 1")
            }
            let frame = try frame.checked(isDocument: format == .docx)
            guard format != .docx || out != nil else {
                throw Problem(
                    zh: "docx 要写到文件，请加 --out 通报.docx",
                    en: "a docx goes to a file: add --out bulletin.docx")
            }
            let drop = try request.paths()
            try request.protected(drop).check(out.map { [$0] } ?? [])
            let pack = try request.pack(for: drop)
            let output = try out.map { (path) throws(Problem) in try OutputFile(path) }
            let language = asked ?? pack.language
            let day = min(asOf, period.end)
            let review = try pack.review(drop: drop, asOf: day).limited(to: request.only)
            let file = try review.bulletin(
                of: period, minGroup: minGroup, as: format, frame: frame, in: language)
            try OutputFile.write(file, to: output)
            StandardStream.error.write(review.problems(in: language))
            guard review.isComplete else { throw ExitStatus.unchecked }
        }
    }

    private func checkedPeriod(_ asOf: Day) throws(Problem) -> CalendarPeriod {
        guard let period else { return CalendarPeriod(containing: asOf, unit: .half) }
        guard let read = CalendarPeriod(period, year: asOf.year) else {
            throw Problem(
                zh: "`\(period)` 不是一期，请写成 2013H1、2013年上半年、2013Q3 或 2013",
                en: "`\(period)` is no period; write it like 2013H1, 2013Q3 or 2013")
        }
        return read
    }
}

extension BulletinFormat: ExpressibleByArgument {}
