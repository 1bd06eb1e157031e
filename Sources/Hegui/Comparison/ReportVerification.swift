import FoundationEssentials
import HeguiCalendar
import HeguiDiagnostics
import HeguiReports

/// Whether a saved review can be made again from what it says that it was made of.
public struct ReportVerification: Sendable {
    private let verification: Verification

    /// Whether files, pack and parameters are the same and give the same outcomes.
    public var isReproduced: Bool { verification.isReproduced }

    /// Returns what was compared, and precisely what differs, as text.
    public func file(in language: ReportLanguage) -> ReportFile {
        let (verification, language) = (verification, language.language)
        return ReportFile(name: "verification.txt", redaction: .full) {
            VerificationText(verification, language: language).write(to: &$0)
        }
    }

    /// Makes a saved review again and compares.
    ///
    /// - Parameters:
    ///   - report: the review as it was saved.
    ///   - drop: the files and folders that it was made of.
    ///   - rules: the folder of its pack.
    /// - Returns: what differs.
    /// - Throws: `ReviewFailure` where the pack is another or does not take the parameters that were set.
    public static func of(
        _ report: SavedReport, drop: [String], rules: RulePack
    ) throws(ReviewFailure) -> ReportVerification {
        let saved = report.review
        let provenance = saved.provenance
        guard rules.id == provenance.pack.id else {
            throw ReviewFailure(
                Message(
                    zh: "审查结果用的是规则包 `\(provenance.pack.id)`，不是 `\(rules.id)`",
                    en: "the review is by the pack `\(provenance.pack.id)`, not by `\(rules.id)`"),
                help: Message(zh: "用 --rules 指明", en: "name it with --rules"))
        }
        guard let asOf = Day(provenance.asOf) else {
            throw ReviewFailure(
                [.savedMemberMissing(saved.name, path: "provenance.as_of")], texts: [:])
        }
        let paths = try DropPaths(reading: drop, excluding: provenance.excluded ?? [])
        // Files of the drop that were named then are named again.
        var pack = try rules.set(as: saved)
        pack.waiverNames = provenance.waivers ?? []
        pack.configuration = provenance.configuration.map {
            Provenance.Configuration(file: $0.file, sha256: $0.sha256)
        }
        let whole =
            try pack
            .preferring(provenance.preferred ?? [], in: paths)
            .review(drop: paths, asOf: asOf)
            .limited(to: provenance.only)
        let review = provenance.leftOut == nil ? whole : whole.leavingOutMet()
        if review.isJSON(report.content) { return try verification(of: report, by: report) }
        return try verification(
            of: report, by: try SavedReport.read(review.jsonText(), name: saved.name))
    }

    private static func verification(
        of saved: SavedReport, by rerun: SavedReport
    ) throws(ReviewFailure) -> ReportVerification {
        let parts = PartDifferences(
            of: saved.content, and: rerun.content,
            isSameEngine: saved.review.provenance.engineVersion
                == rerun.review.provenance.engineVersion)
        do {
            return ReportVerification(
                verification: try Verification(
                    saved: saved.review, rerun: rerun.review, parts: parts))
        } catch {
            throw ReviewFailure([error.diagnostic], texts: [:])
        }
    }
}

extension DropReview {
    private var json: ReportFile {
        let whole = withDigests()
        return ReportFile(name: "review.json", redaction: redaction) {
            JSONReport(whole.review, provenance: whole.provenance).write(to: &$0)
        }
    }

    /// Returns whether the review as JSON is `text`, byte for byte, without copying it.
    fileprivate func isJSON(_ text: Data) -> Bool {
        struct Difference: Error {}
        var place = text.startIndex
        let isSame: Void? = try? json.write { block in
            let end = place + block.count
            guard end <= text.endIndex, text[place..<end] == Data(block) else {
                throw Difference()
            }
            place = end
        }
        return isSame != nil && place == text.endIndex
    }

    /// The review as JSON, in memory.
    fileprivate func jsonText() -> Data {
        var text = Data()
        // Appending to memory does not fail.
        try? json.write { text.append(contentsOf: $0) }
        return text
    }
}
