public import ArgumentParser
public import Hegui
import HeguiCalendar

struct RemindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: "列出还没到期的事项，期限近的在前。\nLists what may still be done, the nearest due day first.")

    @OptionGroup var request: DropOptions

    @Option(
        help: ArgumentHelp(
            "只列多久以内到期的，如 30d、2w、3m。Only what is due within such a time.",
            valueName: "length"))
    var within: String?

    @Option(help: "输出格式：text、ics（日历）或 csv。Output format.")
    var format: ReminderFormat = .text

    @Option(
        help: ArgumentHelp(
            "写到文件或文件夹，而不是屏幕。A file or folder to write to.", valueName: "path"), completion: .file())
    var out: String?

    func run() throws {
        let request = try request.configured()
        try request.language.run { asked in
            let asOf = try request.checkedDay(for: "remind")
            let until = try within.map { try end(of: $0, from: asOf) }
            let drop = try request.paths()
            let pack = try request.pack(for: drop)
            let language = asked ?? pack.language
            let review = try pack.review(drop: drop, asOf: asOf).limited(to: request.only)
            let files = review.reminders(until: until, as: format, in: language)
            let place = out.map { OutputPlace(path: $0) } ?? .screen
            let paths = files.enumerated().map { place.path(of: $1.name, isFirst: $0 == 0) }
            try request.protected(drop).check(paths.compactMap(\.self))
            let outputs = try paths.map { (path) throws(Problem) in
                try path.map { (path) throws(Problem) in try OutputFile(path) }
            }
            for (index, file) in files.enumerated() where index == 0 || outputs[index] != nil {
                try OutputFile.write(file, to: outputs[index])
            }
            if out == nil, format == .csv {
                StandardStream.error.write(review.origin(in: language))
            }
            StandardStream.error.write(review.problems(in: language))
            guard review.isComplete else { throw ExitStatus.unchecked }
        }
    }

    /// Returns the last day of the window that `text` describes.
    private func end(of text: String, from day: Day) throws(Problem) -> Day {
        let units: [Character: String] = ["d": "days", "w": "weeks", "m": "months", "y": "years"]
        var words = text
        if let unit = text.last.flatMap({ units[$0] }), Int(text.dropLast()) != nil {
            words = text.dropLast() + " " + unit
        } else if Int(text) != nil {
            words = text + " days"
        }
        if let length = PeriodLength(words), length.unit != .workingDays {
            let counting = CountingRule(start: .nextDay, end: .correspondingDay, roll: .none)
            return counting.due(from: day, within: length, calendar: .weekendsOnly).nominal
        }
        throw Problem(
            zh: "`\(text)` 不是一段时间，请写成 30d（天）、2w（周）或 3m（月）",
            en: "`\(text)` is no length of time; write it like 30d, 2w or 3m")
    }
}

extension ReminderFormat: ExpressibleByArgument {}
