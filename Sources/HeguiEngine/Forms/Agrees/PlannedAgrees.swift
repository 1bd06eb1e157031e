import CEL
import HeguiDiagnostics
import HeguiPack
import HeguiReview
import HeguiTables

/// Two registers have to say the same of the subject.
struct PlannedAgrees: PlannedRequirement, Judge {
    struct Field: Sendable {
        let title: LocalizedText
        let first: PlannedExpression
        let second: PlannedExpression
    }

    let first: PlannedSelection
    let second: PlannedSelection
    let sides: AgreesRequirement.Sides
    let fields: [Field]
    private let titles: (first: LocalizedText, second: LocalizedText)

    init?(_ form: AgreesRequirement, _ planner: Planner, subject table: Int) {
        guard let first = PlannedSelection(form.first, planner, subject: table),
            let second = PlannedSelection(form.second, planner, subject: table)
        else { return nil }
        self.first = first
        self.second = second
        sides = form.sides
        fields = form.fields.map {
            Field(
                title: $0.title,
                first: PlannedExpression(
                    $0.first, planner: planner, subject: table, row: first.table),
                second: PlannedExpression(
                    $0.second, planner: planner, subject: table, row: second.table))
        }
        let tables = planner.schema.tables
        titles = (tables[first.table].dataset.title, tables[second.table].dataset.title)
    }

    func judge(_ frame: Frame) throws(EvaluationError) -> Judgement {
        let (ours, theirs): (PlannedSelection.Chosen, PlannedSelection.Chosen)
        switch (try first.chosen(frame), try second.chosen(frame)) {
        case (.unknown(var causes), .unknown(let others)):
            causes.formUnion(others)
            return .undetermined(causes)
        case (.unknown(let causes), _), (_, .unknown(let causes)): return .undetermined(causes)
        case (.known(let left), .known(let right)): (ours, theirs) = (left, right)
        }
        var judgement = presence(ours, theirs)
        if judgement.verdict == .met { judgement = try comparison(ours, with: theirs, frame) }
        // Where fields differ, they alone tell.
        if judgement.sources.isEmpty {
            collect(ours, fields.first?.first, in: frame, into: &judgement.sources)
            collect(theirs, fields.first?.second, in: frame, into: &judgement.sources)
        }
        return judgement
    }

    /// Adds a cell of each row that was compared, or the row where it has no field.
    private func collect(
        _ rows: PlannedSelection.Chosen, _ field: PlannedExpression?, in frame: Frame,
        into cells: inout [CellAddress]
    ) {
        for row in (rows.certain + rows.possible).prefix(Trace.limit) {
            let before = cells.count
            field?.collectRowSources(frame.looking(at: row), into: &cells)
            let address = frame.rowStore.tables[row.table].rows[row.row].address
            if cells.count == before, !cells.contains(address) { cells.append(address) }
        }
    }

    /// Whether a side lacks what the other has.
    private func presence(
        _ ours: PlannedSelection.Chosen, _ theirs: PlannedSelection.Chosen
    ) -> Judgement {
        let secondMayNotLack = sides != .second
        let firstMayNotLack = sides != .first
        if secondMayNotLack, let lack = lack(of: theirs, against: ours, titles.second) {
            return lack
        }
        if firstMayNotLack, let lack = lack(of: ours, against: theirs, titles.first) {
            return lack
        }
        return Judgement(.met)
    }

    /// Returns the judgement where `side` has or may have nothing against the other's rows.
    private func lack(
        of side: PlannedSelection.Chosen, against other: PlannedSelection.Chosen,
        _ title: LocalizedText
    ) -> Judgement? {
        guard side.certain.isEmpty, !other.certain.isEmpty || other.mayHaveMore else {
            return nil
        }
        if !side.mayHaveMore, !other.certain.isEmpty {
            var judgement = Judgement(.violated)
            judgement.unmet = Message(
                zh: "“\(title.text(in: .chinese))”中没有记录",
                en: "no entry in “\(title.text(in: .english))”")
            return judgement
        }
        var causes = side.allCauses
        causes.formUnion(other.allCauses)
        return .undetermined(causes)
    }

    /// Compares the rows of both sides. Rows that are not sure to be looked at, and those that were
    /// not read, may agree where all others differ, or differ where there are no others.
    private func comparison(
        _ ours: PlannedSelection.Chosen, with theirs: PlannedSelection.Chosen, _ frame: Frame
    ) throws(EvaluationError) -> Judgement {
        var causes = ours.allCauses
        causes.formUnion(theirs.allCauses)
        if ours.certain.isEmpty || theirs.certain.isEmpty {
            let areBoth =
                (!ours.certain.isEmpty || ours.mayHaveMore)
                && (!theirs.certain.isEmpty || theirs.mayHaveMore)
            return areBoth ? .undetermined(causes) : Judgement(.met)
        }
        let judgement = try compare(ours.certain, with: theirs.certain, frame)
        guard judgement.verdict == .violated else { return judgement }
        if ours.open != nil || theirs.open != nil { return .undetermined(causes) }
        if ours.mayHaveMore || theirs.mayHaveMore {
            let all = try compare(
                ours.certain + ours.possible, with: theirs.certain + theirs.possible, frame)
            if all.verdict != .violated { return .undetermined(causes) }
        }
        return judgement
    }

    /// Agrees where some pair of rows has no field that differs.
    private func compare(
        _ ours: [RowReference], with theirs: [RowReference], _ frame: Frame
    ) throws(EvaluationError) -> Judgement {
        var nearest: (fields: [Field], left: RowReference, right: RowReference)?
        var causes: [UnknownCause] = []
        var canAgree = false
        for left in ours {
            for right in theirs {
                let (differing, missing) = try differences(left, from: right, frame)
                if differing.isEmpty, missing == nil { return Judgement(.met) }
                if differing.isEmpty {
                    canAgree = true
                    causes.formUnion(missing ?? [])
                }
                if differing.count < nearest?.fields.count ?? .max {
                    nearest = (differing, left, right)
                }
            }
        }
        if canAgree { return .undetermined(causes) }
        var judgement = Judgement(.violated)
        for field in nearest?.fields ?? [] {
            guard let (_, left, right) = nearest else { break }
            field.first.collectRowSources(frame.looking(at: left), into: &judgement.sources)
            field.second.collectRowSources(frame.looking(at: right), into: &judgement.sources)
        }
        let titles = (nearest?.fields ?? []).map(\.title)
        judgement.unmet = Message(
            zh: titles.map { $0.text(in: .chinese) }.joined(separator: "、") + "不一致",
            en: titles.map { $0.text(in: .english) }.joined(separator: ", ") + " differ")
        return judgement
    }

    /// The fields that differ between two rows where both have them, and what is missing to tell
    /// about others (nil: nothing).
    private func differences(
        _ left: RowReference, from right: RowReference, _ frame: Frame
    ) throws(EvaluationError) -> (differing: [Field], missing: [UnknownCause]?) {
        var differing: [Field] = []
        var missing: [UnknownCause]?
        for field in fields {
            let ours = try field.first.read(frame.looking(at: left))
            let theirs = try field.second.read(frame.looking(at: right))
            switch (ours, theirs) {
            case (.known(.null), _), (_, .known(.null)): continue
            case (.known(let ours), .known(let theirs)):
                switch ours.isSame(as: theirs) {
                case .known(true): continue
                case .known(false): differing.append(field)
                case .unknown(let causes): missing = (missing ?? []) + causes
                }
            case (.unknown(let causes), _), (_, .unknown(let causes)):
                missing = (missing ?? []) + causes
            }
        }
        return (differing, missing)
    }
}

extension Value {
    /// Returns whether both are the same, as far as that can be told.
    fileprivate func isSame(as other: Value) -> Answer<Bool> {
        if case .opaque(let left) = self, case .opaque(let right) = other {
            switch left.isEqual(to: right) {
            case .bool(let flag): return .known(flag)
            case .unknown(let unknown): return .unknown(unknown.causes)
            default: return .unknown([])
            }
        }
        guard let left = ValueKey(self), let right = ValueKey(other) else { return .unknown([]) }
        return .known(left == right)
    }
}
