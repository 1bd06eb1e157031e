import HeguiCalendar
import HeguiDiagnostics
package import HeguiDigests
import HeguiPack
package import HeguiReview
import HeguiTables

/// What a review follows from besides what it holds itself: its pack with the parameters that were
/// set and the columns revealed, the digests of its files, and its day.
package struct Provenance: Sendable {
    package var engineVersion: String
    /// Of the pack's files; nil where there are none.
    package var packDigest: Digest?
    /// Of the calendar's file; nil for a pack without one.
    package var calendarDigest: Digest?
    /// By rule: the digest of all files that its outcomes follow from, other rules aside.
    package var ruleDigests: [String: Digest] = [:]
    /// What the report was limited to, as the user wrote it.
    package var only: [String] = []
    /// The files that count where there is another version of what they hold.
    package var preferred: [String] = []
    /// The files whose waivers count: those that were named, and the pack's own.
    package var waivers: [String] = []
    /// The file of options that was read; nil for none.
    package var configuration: Configuration?
    /// Patterns of names of files that whoever ran the review left aside.
    package var excluded: [String] = []
    /// The outcomes that formats for programs only count and do not list.
    package var leftOut: Set<Verdict> = []

    /// A file of options, as seen from the working folder.
    package struct Configuration: Sendable {
        package let file: String
        package let sha256: String

        package init(file: String, sha256: String) {
            self.file = file
            self.sha256 = sha256
        }
    }

    /// The outcomes that formats for programs list.
    package var listed: Set<Verdict> { Set(Verdict.allCases).subtracting(leftOut) }

    package init(
        engineVersion: String = "", packDigest: Digest? = nil, calendarDigest: Digest? = nil,
        ruleDigests: [String: Digest] = [:]
    ) {
        self.engineVersion = engineVersion
        self.packDigest = packDigest
        self.calendarDigest = calendarDigest
        self.ruleDigests = ruleDigests
    }
}

/// What a review follows from as names and values, for formats that have places for such pairs.
package struct ProvenanceList {
    /// Names are in the style of programs; values may hold data, such as the name of a file.
    package let entries: [(name: DataText, value: DataText)]

    package init(_ review: Review, _ provenance: Provenance) {
        let pack = review.pack
        let say = Speaker(.english)
        var entries: [(name: DataText, value: DataText)] = [
            (name: "engine", value: "hegui \(provenance.engineVersion)"),
            (name: "pack", value: "\(pack.id) \(pack.version)"),
            (name: "pack.sha256", value: DataText(provenance.packDigest?.hex ?? "")),
            (name: "as_of", value: "\(review.asOf)"),
            (name: "calendar", value: DataText(pack.calendarName)),
            (name: "calendar.sha256", value: DataText(provenance.calendarDigest?.hex ?? "")),
        ]
        for parameter in pack.parameters where pack.overrides.contains(parameter.name) {
            let value = parameter.value(on: review.asOf).map { say($0) } ?? ""
            let own = parameter.packValue(on: review.asOf).map { say($0) } ?? ""
            entries.append(("parameter.\(parameter.name)", "\(value) (pack: \(own))"))
        }
        for word in provenance.only { entries.append(("only", DataText(word))) }
        for file in provenance.preferred { entries.append(("preferred", DataText(file))) }
        for file in provenance.waivers { entries.append(("waivers", DataText(file))) }
        if let configuration = provenance.configuration {
            entries.append(
                ("configuration.sha256", "\(configuration.sha256)  \(configuration.file)"))
        }
        for pattern in provenance.excluded { entries.append(("excluded", DataText(pattern))) }
        for verdict in Verdict.allCases where provenance.leftOut.contains(verdict) {
            entries.append(("left_out", DataText(verdict.rawValue)))
        }
        for column in pack.revealed { entries.append(("revealed", "\(column)")) }
        for file in review.files {
            if let digest = file.digest {
                entries.append(("file.sha256", "\(digest.hex)  \(file.file)"))
            }
        }
        self.entries = entries.filter { !$0.value.isEmpty }
    }
}
