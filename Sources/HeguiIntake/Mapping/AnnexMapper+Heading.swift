internal import HeguiDiagnostics
internal import HeguiPack
internal import HeguiSheets
internal import HeguiTables

extension AnnexMapper {
    private var headerAddress: CellAddress {
        sheet.address(row: sheet.rows[table.header.lowerBound].number)
    }

    /// Returns the values above the table: as the form has them, else as the sheet nearly has them;
    /// reports those that are needed and not there.
    func heading(
        _ reader: AnnexHeading, _ drafts: inout DraftTables
    ) -> [String: SourceValue] {
        var heading = reader.values(in: table.preamble)
        let needed = plan.neededHeadings
        let near = reader.near(in: table.preamble, besides: heading, at: headerAddress)
        for one in near where needed.contains(one.field) {
            heading[one.field] = one.value
            drafts.report(one.finding)
        }
        let owner = plan.owner
        for field in annex.heading where needed.contains(field.name) {
            let isOwner = field.name == owner?.heading
            guard heading[field.name] == nil || isOwner && heading[field.name]?.written == nil
            else { continue }
            let finding = missing(field, heading[field.name])
            if isOwner, let target = owner?.dataset {
                heading[field.name] = inferred(
                    target, from: heading[field.name], otherwise: finding)
            } else {
                drafts.report(finding)
            }
        }
        return heading
    }

    /// The owner as the title or the names of the sheet and its file say.
    private func inferred(
        _ target: Int, from value: SourceValue?, otherwise: DataFinding
    ) -> SourceValue {
        var address = headerAddress
        var datum = Datum.notGiven
        if case .cell(_, let cell, _)? = value {
            address = cell
            datum = .absent
        }
        let reference = PendingReference(
            target: target, wanted: .mention(clues, otherwise: [otherwise]), cell: address,
            owner: (dataset: target, column: 0))
        return .shared(datum, address, reference)
    }

    private func missing(_ field: Annex.HeadingField, _ value: SourceValue?) -> DataFinding {
        guard case .cell(_, let address, _)? = value else {
            return DataFinding(
                .headingMissing, .verify, zh: "表格上方没有“\(field.words)”",
                en: "`\(field.words)` does not stand above the table", at: headerAddress)
        }
        return DataFinding(
            .requiredEmpty, .verify, zh: "“\(field.words)”没有填写", en: "`\(field.words)` is empty",
            at: address)
    }

    /// Texts in which the owner may be named.
    private var clues: [String] {
        sheet.rows[table.preamble].map { $0.cells.map(\.text.compact).joined() }
            + AnnexArrival.clues(file: sheet.file, sheet: sheet.name)
    }

    /// Notes that the annex came, and how much of it was understood.
    func note(
        _ heading: [String: SourceValue], rejected: [CellAddress], _ drafts: inout DraftTables
    ) {
        let isWhole = rejected.isEmpty && sheet.cutRows == 0
        let named = plan.owner?.heading.flatMap { heading[$0]?.written }
        drafts.receipts.append(
            AnnexArrival(
                annex: annex, address: headerAddress, state: isWhole ? .read : .partly,
                named: named, clues: clues, rejected: rejected))
    }
}
