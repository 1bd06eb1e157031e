import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// The sample with a text, such as a number, in every place that data fill.
enum QuotingReview {
    static func review(quoting number: String) -> Review {
        let quote = Message(zh: "联系 \(number)。", en: "reach \(number).")
        var review = SampleReview.review
        review.outcomes = OutcomeList(review.outcomes.map { self.outcome($0, quoting: number) })
        review.standings = StandingList(
            review.standings.map { standing in
                var standing = standing
                standing.subject = subject(standing.subject, quoting: number)
                standing.nearestChange = quote
                for index in standing.reasons.indices { standing.reasons[index].message = quote }
                return standing
            })
        for index in review.dataFindings.indices {
            review.dataFindings[index].message = quote
            review.dataFindings[index].help = quote
            review.dataFindings[index].cell = cell(review.dataFindings[index].cell, number)
            review.dataFindings[index].related = review.dataFindings[index].related.map {
                cell($0, number)
            }
        }
        for index in review.files.indices {
            review.files[index].file = number + review.files[index].file
            for sheet in review.files[index].sheets.indices {
                review.files[index].sheets[sheet].name = "表\(number)"
            }
        }
        review.diagnostics = review.diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.message = quote
            diagnostic.help = quote
            diagnostic.location = .file("名单\(number).xlsx")
            return diagnostic
        }
        return review
    }

    private static func outcome(_ outcome: Outcome, quoting number: String) -> Outcome {
        let quote = Message(zh: "联系 \(number)。", en: "reach \(number).")
        var quoting = outcome
        quoting.message = quote
        quoting.remedy = quote
        quoting.subject = subject(outcome.subject, quoting: number)
        quoting.observed = outcome.rate == nil ? number : outcome.observed
        quoting.sources = outcome.sources.map { cell($0, number) }
        quoting.missing = outcome.missing.map { missing in
            if case .cell(let address, let column, let isVague) = missing {
                return .cell(cell(address, number), column: column, isVague: isVague)
            }
            return missing
        }
        quoting.waiver?.reason = number
        quoting.waiver?.approver = number
        quoting.waiver?.location = .file("豁免\(number).csv")
        quoting.explanation?.text = number
        quoting.explanation?.author = number
        var part = OutcomePart(id: "part", title: quote, verdict: outcome.verdict)
        part.observed = number
        part.note = quote
        quoting.parts = [part]
        return quoting
    }

    private static func subject(
        _ subject: Outcome.Subject, quoting number: String
    ) -> Outcome.Subject {
        var quoting = subject
        quoting.id += "/\(number)"
        quoting.name += " " + number
        quoting.groupID = subject.groupID.map { $0 + "/\(number)" }
        quoting.groupName = subject.groupName.map { $0 + " " + number }
        return quoting
    }

    private static func cell(_ cell: CellAddress, _ number: String) -> CellAddress {
        CellAddress(
            file: number + cell.file, sheet: cell.sheet.map { _ in "表\(number)" }, row: cell.row,
            column: cell.column)
    }
}
