package import HeguiDiagnostics
import HeguiDigests
import HeguiPack
package import HeguiReview
package import HeguiSheets
import HeguiTables

/// Writes a review as SARIF 2.1.0, for tools that show findings where they are.
///
/// Violations and advice are results that fail; what a waiver covers or an explanation has closed
/// is suppressed with its justification. What is undetermined is open and what is pending is
/// informational, both without a level. Rules that failed or judged nothing are notifications.
package struct SARIFReport: Sendable {
    let review: Review
    let provenance: Provenance
    let say: Speaker
    let scope: ReviewScope
    /// The findings that an earlier review has as well, where one is given.
    let known: KnownFindings?
    /// How many results there are at most, the weightiest of all; nil: all.
    let limit: Int?
    /// Whether what is waived or explained is left out: readers that know no suppressions show it as open.
    let leavesOutSettled: Bool
    /// Gives the address of the page about a rule or code; nil: there are none.
    let helpLink: (@Sendable (_ id: String) -> String)?
    let index: ReviewIndex
    let fingerprints: FingerprintMaker
    let names: SubjectWords
    /// The descriptors of rules and data codes, in the order in which they are written.
    let ruleNumbers: [String: Int]
    /// The codes of the review's data findings, which stand after the rules.
    let dataCodes: [String]
    /// What annexes may have come to, as far as the review has it, after the codes.
    let materialStates: [MaterialItem.State]

    package init(
        _ review: Review, provenance: Provenance, language: Language,
        scope: ReviewScope = .everything, baseline: Baseline? = nil, limit: Int? = nil,
        leavesOutSettled: Bool = false, helpLink: (@Sendable (_ id: String) -> String)? = nil
    ) {
        self.review = review
        self.scope = scope
        self.limit = limit
        self.leavesOutSettled = leavesOutSettled
        self.helpLink = helpLink
        known = baseline.map { KnownFindings(of: review, in: $0) }
        self.provenance = provenance
        say = Speaker(language)
        index = ReviewIndex(review.pack)
        fingerprints = FingerprintMaker(review)
        names = SubjectWords(say: say)
        dataCodes = Set(review.dataFindings.map(\.code)).sorted()
        let states = Set(review.material.filter(\.isOpen).map(\.state))
        materialStates = MaterialItem.State.allCases.filter(states.contains)
        let others = dataCodes + materialStates.map(Self.id)
        ruleNumbers = Dictionary(
            (review.rules.map(\.rule) + others).enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Writes the whole report; `places` tells where cells of text files stand.
    package func write(to stream: inout ReportStream, places: DropPlaces) {
        var locator = SARIFLocator(places, review)
        let allowance = self.allowance
        var writer = JSONWriter(to: stream, openDepth: 4)
        writer.sarifLog { $0.object { writeRun(to: &$0, &locator, allowance) } }
        stream = writer.finish()
    }

    private func writeRun(
        to writer: inout JSONWriter, _ locator: inout SARIFLocator, _ allowance: ResultAllowance
    ) {
        writer.key("tool")
        writeTool(to: &writer)
        writer.key("automationDetails")
        writer.object { writer in
            writer.member("id", "hegui/\(review.pack.id)/\(review.asOf)")
        }
        writer.member("language", say.language == .chinese ? "zh-CN" : "en-US")
        writer.member("columnKind", "unicodeCodePoints")
        writer.key("invocations")
        writer.list { writer in
            writer.element { writer in writeInvocation(to: &writer, locator, allowance) }
        }
        writer.key("artifacts")
        writer.list { writer in writeArtifacts(to: &writer, locator) }
        writer.key("properties")
        writer.object { writer in
            writer.key("provenance")
            writer.provenance(provenance, of: review)
            writer.key("summary")
            JSONReport(review, provenance: provenance).writeSummary(to: &writer)
        }
        writer.key("results")
        writer.list { writer in writeResults(to: &writer, &locator, allowance) }
    }

    /// Writes the files that were opened, then the archives in which some of them are.
    private func writeArtifacts(to writer: inout JSONWriter, _ locator: SARIFLocator) {
        for file in locator.files {
            writer.element { writer in
                writer.object { writer in
                    writer.key("location")
                    writer.object { writeOwnURI(file.file, to: &$0, locator) }
                    if locator.packedPath(file.file) != nil,
                        let archive = locator.number(ofFile: file.file)
                    {
                        writer.member("parentIndex", archive)
                    }
                    writer.member("roles", names: ["analysisTarget"])
                    writer.key("hashes")
                    writer.object { $0.member("sha-256", file.digest?.hex ?? "") }
                }
            }
        }
        for file in locator.archives {
            writer.element { writer in
                writer.object { writer in
                    writer.key("location")
                    writer.object { writeURI(file, to: &$0, locator) }
                }
            }
        }
    }

    /// The id under which results about annexes stand.
    static func id(of state: MaterialItem.State) -> String { "material-\(state.rawValue)" }

    static func level(_ level: Level) -> String {
        switch level {
        case .mandatory: "error"
        case .verify: "warning"
        case .hint: "note"
        }
    }
}
