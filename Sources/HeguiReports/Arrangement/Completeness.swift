import HeguiDiagnostics
import HeguiPack
package import HeguiReview
import HeguiSheets
import HeguiTables

/// How much of a review could be judged, and what keeps it from being complete.
package struct Completeness: Sendable {
    /// A dataset and how many rules judged nothing for want of it.
    struct Want: Sendable {
        let dataset: String
        let count: Int
    }

    /// Why a review is not complete.
    enum Gap: Hashable, Sendable {
        case noData
        /// A file that could not be read, a policy that is not in force.
        case errors
        /// Rules that could not run.
        case failures
        /// Annexes that owners owe or that were not read whole.
        case material
        /// A file that gave nothing while something is lacking.
        case idleFiles
        /// More rules judged nothing than the user allows.
        case rules
        /// A dataset that the user demands.
        case required(String)
    }

    /// The rules that judged something.
    let judgedCount: Int
    /// Those that had nothing to judge although nothing is lacking, or that failed.
    let idleCount: Int
    /// The rules that judged nothing for want of material.
    let unjudgedCount: Int
    /// Those that most rules want come first.
    let wants: [Want]
    /// Files of which nothing was understood, without those that are left aside on purpose.
    let unreadFiles: [String]
    let gaps: [Gap]

    /// The largest share of rules that may want one dataset, and all, where the user says nothing.
    private static let defaultShares = (one: Ratio(1, 5), all: Ratio(1, 2))
    /// As many rules may always want one dataset: a small pack has one rule for each register.
    private static let smallCount = 4

    /// - Complexity: linear in the outcomes until one failed.
    package init(_ review: Review) {
        let unjudged = review.rules.filter { !$0.missing.isEmpty }
        judgedCount = review.rules.count { $0.notRun == nil }
        idleCount = review.rules.count - judgedCount - unjudged.count
        unjudgedCount = unjudged.count
        var counts: [String: Int] = [:]
        for rule in unjudged { for name in rule.missing { counts[name, default: 0] += 1 } }
        let order = review.pack.datasets.map(\.name)
        wants = order.compactMap { name in counts[name].map { Want(dataset: name, count: $0) } }
            .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
        let idle = Self.idleFiles(review, wanting: Set(counts.keys))
        let refused = review.diagnostics.filter { $0.severity == .error }
        unreadFiles = Self.unread(review, refused: refused, idle: idle)
        var gaps: [Gap] = []
        if !review.hasData { gaps.append(.noData) }
        if !refused.isEmpty { gaps.append(.errors) }
        if review.outcomes.those(of: [.failed]).contains(where: { _ in true }) {
            gaps.append(.failures)
        }
        if review.material.contains(where: { $0.isOpen && !$0.isWhole }) { gaps.append(.material) }
        let isLacking = !unjudged.isEmpty || review.material.contains { !$0.isWhole }
        if isLacking, !idle.isEmpty { gaps.append(.idleFiles) }
        if !Self.allows(unjudged.count, wanting: wants, in: review) { gaps.append(.rules) }
        gaps += review.demands.required.filter { review.given[$0, default: 0] == 0 }
            .map { .required($0) }
        self.gaps = gaps
    }

    package var isComplete: Bool { gaps.isEmpty }

    /// Whether something is lacking that no file, rule or annex stands for by itself.
    var isShort: Bool {
        gaps.contains { gap in
            switch gap {
            case .idleFiles, .rules, .required: true
            case .noData, .errors, .failures, .material: false
            }
        }
    }

    private static func allows(_ count: Int, wanting wants: [Want], in review: Review) -> Bool {
        let total = review.rules.count
        if let allowance = review.demands.allowance { return allowance.allows(count, of: total) }
        guard let one = defaultShares.one, let all = defaultShares.all else { return true }
        let worst = wants.first?.count ?? 0
        return Demands.Allowance.share(all).allows(count, of: total)
            && (worst <= smallCount || Demands.Allowance.share(one).allows(worst, of: total))
    }

    /// Files that were opened and gave nothing: empty ones, sheets that nothing recognises, and
    /// registers without a row of datasets that rules want.
    private static func idleFiles(_ review: Review, wanting: Set<String>) -> [String] {
        // An empty file is none of those that are left aside on purpose.
        let empty = review.diagnostics.filter { $0.code == IntakeCode.fileEmpty.rawValue }
            .compactMap { $0.location?.file }
        let idle = review.files.filter { file in
            file.notRead == nil && !file.sheets.isEmpty
                && file.sheets.allSatisfy { sheet in
                    sheet.readAs.map { sheet.isBlank && wanting.contains($0) } ?? true
                }
        }
        return empty + idle.map(\.file)
    }

    private static func unread(
        _ review: Review, refused: [Diagnostic], idle: [String]
    ) -> [String] {
        let names = Set(refused.compactMap { $0.location?.file } + idle)
        return review.files.map(\.file).filter(names.contains)
    }
}

extension FileAccount.Sheet {
    /// Whether it has headings and nothing below them.
    fileprivate var isBlank: Bool { rowsRead == 0 && rowsRejected == 0 }
}

extension Review {
    /// Whether there was anything to check, every file could be opened, every rule could run,
    /// nothing is owed that is to be judged, and no more rules than allowed judged nothing.
    package var isComplete: Bool { Completeness(self).isComplete }
}
