public import HeguiCalendar
import HeguiPack
import HeguiReports
import HeguiReview

/// A format in which a review is written.
///
/// Each has a file of its own, `ReportFormat+….swift`, and stands in `all`; nothing else knows it.
public struct ReportFormat: Sendable {
    /// The word by which it is asked for, such as `json`.
    public let name: String
    /// Whether people read it on a screen, where it says by itself what could not be checked.
    public let isForScreens: Bool
    /// Whether it is tables; the first one has no place to say what it follows from.
    public let isTable: Bool
    /// The names of its files in a folder, the first of them the one that matters most.
    public let fileNames: [String]
    /// Whether it states which files were read by their digests.
    let statesDigests: Bool
    /// Whether it lists what is met too, by which it becomes very large.
    let listsEveryOutcome: Bool
    private let body:
        @Sendable (_ fileName: String, DropReview, ReportOptions, inout ReportStream) throws -> Void

    /// Makes a format.
    ///
    /// - Parameters:
    ///   - name: the word by which it is asked for.
    ///   - fileNames: the names of its files, the first of them the one that matters most.
    ///   - isForScreens: whether people read it on a screen.
    ///   - isTable: whether it is tables; the first one does not say what it follows from.
    ///   - statesDigests: whether it states the digests of all files that were read.
    ///   - listsEveryOutcome: whether it may leave out what is met where that is very much.
    ///   - body: writes the file of a name.
    init(
        _ name: String, fileNames: [String], isForScreens: Bool = false, isTable: Bool = false,
        statesDigests: Bool = true, listsEveryOutcome: Bool = false,
        _ body:
            @escaping @Sendable (
                _ fileName: String, DropReview, ReportOptions, inout ReportStream
            ) throws -> Void
    ) {
        self.name = name
        self.fileNames = fileNames
        self.isForScreens = isForScreens
        self.isTable = isTable
        self.statesDigests = statesDigests
        self.listsEveryOutcome = listsEveryOutcome
        self.body = body
    }

    /// Makes a format of one file.
    init(
        _ name: String, fileName: String, isForScreens: Bool = false, statesDigests: Bool = true,
        listsEveryOutcome: Bool = false,
        _ body: @escaping @Sendable (DropReview, ReportOptions, inout ReportStream) throws -> Void
    ) {
        self.init(
            name, fileNames: [fileName], isForScreens: isForScreens, statesDigests: statesDigests,
            listsEveryOutcome: listsEveryOutcome
        ) { try body($1, $2, &$3) }
    }

    /// All formats, in the order in which help lists them.
    public static let all: [ReportFormat] = [
        .text, .json, .jsonLines, .csv, .html, .xlsx, .sarif, .junit, .tap, .github, .gitlab,
        .markdown,
    ]

    /// Returns the files of `review`, in the order of `fileNames`.
    func files(of review: DropReview, _ options: ReportOptions) -> [ReportFile] {
        fileNames.map { name in
            ReportFile(name: name, redaction: review.redaction) {
                try body(name, review, options, &$0)
            }
        }
    }
}

extension DropReview {
    /// Returns the files that make up the review in `format`, none of them written yet.
    ///
    /// - Complexity: writing one takes time linear in the outcomes and, whatever their number, a
    ///   bounded amount of memory.
    public func files(in format: ReportFormat, _ options: ReportOptions) -> [ReportFile] {
        let whole = format.statesDigests ? withDigests() : self
        let leavesOut = countOfLeftOut(in: format, options) > 0
        return format.files(of: leavesOut ? whole.leavingOutMet() : whole, options)
    }

    /// Returns how many outcomes a report only counts because there are very many: those that are met and
    /// that do not apply, in JSON and JSON Lines.
    ///
    /// - Complexity: linear in the number of rules.
    public func countOfLeftOut(in format: ReportFormat, _ options: ReportOptions) -> Int {
        guard format.listsEveryOutcome, provenance.leftOut.isEmpty,
            review.outcomes.count > options.metLimit
        else { return 0 }
        return review.rules.reduce(0) {
            $0 + $1.counts[.met, default: 0] + $1.counts[.notApplicable, default: 0]
        }
    }
}

/// What a reader may choose about a report besides its format.
public struct ReportOptions: Sendable {
    /// How much the formats for people tell.
    public var scope: ReportScope
    /// The language of messages in formats that hold only one.
    public var language: ReportLanguage
    /// The lightest level that counts as a failure in formats that tell failures from other findings;
    /// nil: none does.
    public var failLevel: FindingLevel? = .verify
    /// The findings that are known from an earlier review and count as no failure.
    public var baseline: FindingBaseline?
    /// Whether text is coloured for a terminal.
    public var isColoured = false
    /// Whether text tells only what is asked first: who has not handed in, who is below a line, who has
    /// to be verified, who may be given an award, how many are concerned.
    public var isBrief = false
    /// The day by which units are asked to mend what is open and to reply, which their sheets say.
    public var mendBy: Day?
    /// How many results there are at most in formats of pipelines (sarif, junit, github, gitlab), the
    /// weightiest of all: GitHub shows 5000 results of a report and refuses one with more than 25 000.
    public var maxResults = ReportOptions.resultLimit
    /// Whether SARIF leaves out what is waived or explained, which GitHub shows as if it were open.
    public var leavesOutWaived = false
    /// Where SARIF says that the help of its rules and codes is; nil: nowhere.
    public var helpLinks: HelpLinks?
    /// Of more outcomes than this JSON and JSON Lines only count those that are met or do not apply, which
    /// are by far the most.
    public var metLimit = 200_000

    /// The greatest number of results unless another is asked for.
    public static let resultLimit = 5_000

    /// Options for text without colours.
    public init(scope: ReportScope, language: ReportLanguage) {
        self.scope = scope
        self.language = language
    }
}

/// How much of a review its text tells.
public enum ReportScope: Sendable {
    /// What is wrong, and a summary.
    case findings
    /// Standings, what is pending or undetermined, and the account of all files too.
    case everything

    var scope: ReviewScope {
        switch self {
        case .findings: .findings
        case .everything: .everything
        }
    }
}
