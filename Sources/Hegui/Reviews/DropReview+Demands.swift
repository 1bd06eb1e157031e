import HeguiDiagnostics
import HeguiPack
import HeguiReports
import HeguiReview

extension DropReview {
    /// Returns the review with what has to be there for it to be complete.
    ///
    /// - Parameters:
    ///   - datasets: the datasets that have to be there with at least one row, by id or title.
    ///   - allowance: how many rules may judge nothing for want of material, as `12` or `30%`;
    ///     nil: half of them, and a fifth for want of one dataset.
    /// - Returns: the review, which may be incomplete now where it was not before, or the other way.
    /// - Throws: `ReviewFailure` for a name that is no dataset and an allowance that is no number.
    public func demanding(
        datasets: [String], allowingUnjudged allowance: String? = nil
    ) throws(ReviewFailure) -> DropReview {
        var review = review
        review.demands.required = try names(of: datasets)
        if let allowance { review.demands.allowance = try Self.allowance(allowance) }
        return DropReview(
            review, tables: tables, columns: columns, provenance: provenance, drop: drop)
    }

    private func names(of words: [String]) throws(ReviewFailure) -> [String] {
        var names: [String] = []
        for word in words {
            let found = review.pack.datasets.first { dataset in
                let titles = Language.allCases.map { dataset.title.text(in: $0) }
                return dataset.name == word || titles.contains(word)
            }
            guard let found else {
                let known = review.pack.datasets.map(\.name)
                let near = NearestName.suggestion(for: word, among: known)
                throw ReviewFailure(
                    Message(zh: "没有数据集 `\(word)`", en: "no dataset `\(word)`"),
                    help: near.map {
                        Message(zh: "是不是想写 `\($0)`？", en: "did you mean `\($0)`?")
                    }
                        ?? Message(
                            zh: "有：" + known.joined(separator: "、"),
                            en: "there are: " + known.joined(separator: ", ")))
            }
            names.append(found.name)
        }
        return names
    }

    private static func allowance(_ text: String) throws(ReviewFailure) -> Demands.Allowance {
        if let count = Int(text), count >= 0 { return .count(count) }
        if text.hasSuffix("%"), let share = ScalarParser.ratio(text), share >= .zero {
            return .share(share)
        }
        throw ReviewFailure(
            Message(
                zh: "`\(text)` 不是条数或百分比", en: "`\(text)` is neither a number of rules nor a share"),
            help: Message(zh: "请写成 12 或 30%", en: "write it like 12 or 30%"))
    }
}

/// A format in which the material that is owed is listed.
public enum MaterialFormat: String, CaseIterable, Sendable {
    /// For people at a terminal.
    case text
    /// For spreadsheet programs.
    case csv
    /// For programs.
    case json
}

extension DropReview {
    /// Whether an owner owes an annex, or one was not read in full or came in two versions.
    public var owesMaterial: Bool { review.material.contains(where: \.isOpen) }

    /// Whether files could be opened and hold data, so that what is not there did not come.
    public var hasReadMaterial: Bool {
        review.hasData && !review.diagnostics.contains { $0.severity == .error }
    }

    /// Returns who has not handed in what, for those who have to ask for it: what did not come,
    /// was not read in full, came in two versions, or is not due yet.
    ///
    /// - Parameters:
    ///   - format: the form.
    ///   - language: the language.
    /// - Returns: the list, not yet written.
    public func missing(as format: MaterialFormat, in language: ReportLanguage) -> ReportFile {
        let (review, provenance, language) = (review, provenance, language.language)
        switch format {
        case .text:
            let report = MaterialText(review, provenance: provenance, language: language)
            return ReportFile(name: "missing.txt", redaction: redaction) { report.write(to: &$0) }
        case .csv:
            let report = CSVReport(review, language: language)
            return ReportFile(name: "missing.csv", redaction: redaction) {
                report.writeMaterial(onlyTold: true, to: &$0)
            }
        case .json:
            let report = MaterialJSON(review, provenance: provenance)
            return ReportFile(name: "missing.json", redaction: redaction) { report.write(to: &$0) }
        }
    }
}
