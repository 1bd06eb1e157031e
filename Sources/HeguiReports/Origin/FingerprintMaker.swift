import HeguiCalendar
import HeguiDiagnostics
import HeguiDigests
import HeguiPack
package import HeguiReview
import HeguiSheets
package import HeguiTables

/// Makes the fingerprints of a review's outcomes and data findings.
package struct FingerprintMaker: Sendable {
    private let pack: String
    /// By rule: the period that it judges on the review's day.
    private let periods: [String: String]
    /// Rules whose due day tells one occasion from the next.
    private let datedRules: Set<String>
    /// By singular: how ids are masked that the user asked to see.
    private let maskings: [String: Masking]
    /// By dataset: its singular.
    private let singulars: [String: String]
    private let identities: IdentityRegister
    /// The one archive that all files are in, as which a folder may have been handed in.
    private let archive: String?

    package init(_ review: Review) {
        pack = review.pack.id
        identities = review.identities
        let archives = Set(review.files.map { PackedName.split($0.file)?.archive })
        archive = archives.count == 1 ? archives.first ?? nil : nil
        singulars = Dictionary(
            review.pack.datasets.map { ($0.name, $0.singular) },
            uniquingKeysWith: { first, _ in first })
        var periods: [String: String] = [:]
        var datedRules: Set<String> = []
        for rule in review.pack.rules {
            let parts = rule.requirement.parts
            if let window = parts.window, let unit = window.unit {
                let period = CalendarPeriod(
                    containing: review.asOf, unit: unit, offset: window.offset)
                periods[rule.id] = period.description
            } else if parts.all.contains(where: \.isDueOfItsOwn) {
                datedRules.insert(rule.id)
            }
        }
        self.periods = periods
        self.datedRules = datedRules
        maskings = Self.maskings(review.pack)
    }

    /// Returns the fingerprint of an outcome: of pack, rule, subject and period.
    ///
    /// A rule without a period of its own that sets a due day counts that day as its period; the
    /// due day of a deadline follows from its subject and does not count. A subject without a key
    /// is known by the columns that its dataset declares as identity.
    package func fingerprint(of outcome: Outcome) -> Fingerprint {
        let subject = outcome.subject
        var period = periods[outcome.rule] ?? ""
        if datedRules.contains(outcome.rule), let due = outcome.nominalDue ?? outcome.due {
            period = "\(due)"
        }
        return Fingerprint(
            ["outcome", pack, outcome.rule, subject.type] + identity(of: subject) + [period])
    }

    private func identity(of subject: Outcome.Subject) -> [String] {
        if let identity = rowIdentity(of: subject) { return ["", identity] }
        return [maskings[subject.type]?.masked(subject.id) ?? subject.id]
    }

    /// Returns what a subject without a key is known by, as 32 hexadecimal digits; nil for one that
    /// has a key.
    func rowIdentity(of subject: Outcome.Subject) -> String? {
        guard Self.isPlace(subject.id) else { return nil }
        return identity(ofRow: subject.row, singular: subject.type)
    }

    private func identity(ofRow row: Int, singular: String) -> String? {
        // Numbers count masked, or a fingerprint could be tried against all there are.
        identities.identity(
            ofRow: row, singular: singular, masking: { Redaction.full.mask($0) })
    }

    /// Whether an id says where a row without a key stands.
    private static func isPlace(_ id: String) -> Bool {
        guard let hash = id.lastIndex(of: "#"), id[..<hash].hasSuffix(" ▸ ") else { return false }
        return Int(id[id.index(after: hash)...]) != nil
    }

    /// A fingerprint does not change with what is shown unmasked.
    private static func maskings(_ pack: Pack) -> [String: Masking] {
        var maskings: [String: Masking] = [:]
        for dataset in pack.datasets where dataset.key.count == 1 {
            let column = dataset.columns.first { $0.name == dataset.key[0] }
            guard let column, !pack.masks(column, of: dataset.name) else { continue }
            maskings[dataset.singular] = Masking(column)
        }
        return maskings
    }

    /// Returns the fingerprint of what is said of an annex: of the annex and its owner.
    package func fingerprint(of item: MaterialItem) -> Fingerprint {
        Fingerprint(
            ["material", pack, item.annex, item.state.rawValue, item.owner.type]
                + identity(of: item.owner))
    }

    /// What a file is known by, packed or not.
    private func known(_ file: String) -> String {
        guard let split = PackedName.split(file), split.archive == archive else { return file }
        return split.path
    }

    /// Returns the fingerprint of a data finding: of its code, dataset, column and what its row is
    /// known by.
    ///
    /// Outside of rows, file and sheet and what the message says stand for that, digits and
    /// personal numbers left out, as row numbers and values are among them.
    package func fingerprint(of finding: DataFinding) -> Fingerprint {
        let column = finding.cell.column.map { "\($0)" } ?? ""
        if let key = finding.key {
            return Fingerprint([
                "data row", pack, finding.code, finding.dataset ?? "", key, column,
            ])
        }
        if let row = finding.row, let singular = finding.dataset.flatMap({ singulars[$0] }),
            let identity = identity(ofRow: row, singular: singular)
        {
            return Fingerprint([
                "data row", pack, finding.code, finding.dataset ?? "", "", identity, column,
            ])
        }
        let message = Redaction.full.mask(finding.message.zh).filter {
            !$0.isWholeNumber && $0 != "*"
        }
        return Fingerprint([
            "data", pack, finding.code, finding.dataset ?? "", known(finding.cell.file),
            finding.cell.sheet ?? "", column, message,
        ])
    }
}

extension Part {
    /// Whether it is a due day that the rule states rather than one counted from the subject's
    /// own days.
    fileprivate var isDueOfItsOwn: Bool {
        if case .bound(.day) = purpose { key == "due" } else { false }
    }
}

/// What a finding is known by from one review to the next: 32 hexadecimal digits.
///
/// Equal findings of two reviews have equal fingerprints wherever their rows have moved to. Values
/// do not enter it, so a finding whose figure changed is still the same one.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// The fingerprint of what `parts` name, in this order.
    ///
    /// Each part is written with its length, so that no two lists are taken for one.
    init(_ parts: [String]) {
        var digester = Digester()
        for part in parts { digester.add(Array("\(part.utf8.count):\(part),".utf8)) }
        description = digester.finish().hex(byteCount: 16)
    }
}
