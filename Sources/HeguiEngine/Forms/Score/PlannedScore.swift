import CEL
import HeguiCalendar
import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Points: sums with signs, blocks and limits.
struct PlannedScore: PlannedQuantity {
    struct Block: Sendable {
        let id: String
        let title: Message?
        let start: PlannedOperand<Ratio>?
        let items: [Item]
        let floor: PlannedOperand<Ratio>?
        let ceiling: PlannedOperand<Ratio>?
        let weight: PlannedOperand<Ratio>
    }

    struct Item: Sendable {
        enum Kind: Sendable {
            case add(PlannedTally)
            case deduct(PlannedTally)
            case points(PlannedExpression)
        }

        let id: String
        let title: Message?
        let kind: Kind
    }

    let window: PlannedWindow?
    let blocks: [Block]
    let floor: PlannedOperand<Ratio>?
    let ceiling: PlannedOperand<Ratio>?
    let round: ScoreQuantity.Round?

    init?(_ score: ScoreQuantity, _ planner: Planner, subject table: Int) {
        guard let window = planner.plan(score.window, subject: table) else { return nil }
        self.window = window
        var blocks: [Block] = []
        for block in score.blocks {
            guard let planned = Block(block, planner, subject: table) else { return nil }
            blocks.append(planned)
        }
        self.blocks = blocks
        floor = planner.plan(score.floor, subject: table)
        ceiling = planner.plan(score.ceiling, subject: table)
        round = score.round
    }

    func source(_ frame: Frame) throws(EvaluationError) -> Answer<any QuantitySource> {
        var operands = MissingOperands()
        var sources: [ScoreRows.Block] = []
        for block in blocks { sources.append(try block.source(frame, &operands)) }
        let floor = try operands.read(floor, frame)
        let ceiling = try operands.read(ceiling, frame)
        if operands.isAny { return .unknown(operands.causes) }
        return .known(
            ScoreRows(
                blocks: sources,
                limits: ScoreRows.Limits(
                    floor: floor, at: self.floor, ceiling: ceiling, at: self.ceiling),
                round: round, probe: frame.probe))
    }
}

extension PlannedScore.Block {
    fileprivate init?(_ block: ScoreQuantity.Block, _ planner: Planner, subject table: Int) {
        id = block.id
        title = block.title.map { Message($0) }
        start = planner.plan(block.start, subject: table)
        floor = planner.plan(block.floor, subject: table)
        ceiling = planner.plan(block.ceiling, subject: table)
        weight = PlannedOperand(block.weight, planner: planner, subject: table)
        var items: [PlannedScore.Item] = []
        for item in block.items {
            let kind: PlannedScore.Item.Kind
            switch item.kind {
            case .add(let tally):
                guard let tally = PlannedTally(tally, planner, subject: table) else { return nil }
                kind = .add(tally)
            case .deduct(let tally):
                guard let tally = PlannedTally(tally, planner, subject: table) else { return nil }
                kind = .deduct(tally)
            case .points(let points):
                kind = .points(PlannedExpression(points, planner: planner, subject: table))
            }
            items.append(
                PlannedScore.Item(
                    id: item.id, title: item.title.map { Message($0) }, kind: kind))
        }
        self.items = items
    }

    fileprivate func source(
        _ frame: Frame, _ operands: inout MissingOperands
    ) throws(EvaluationError) -> ScoreRows.Block {
        // What a block starts with may be unknown within its limits; its limits may not.
        var points: Interval = .zero
        var causes: [UnknownCause] = []
        switch try start?.read(frame) {
        case nil: break
        case .known(let number): points = Interval(exactly: number)
        case .unknown(let missing): (points, causes) = (.anything, missing)
        }
        var items: [ScoreRows.Item] = []
        for item in self.items { items.append(try item.source(frame, &operands)) }
        let limits = ScoreRows.Limits(
            floor: try operands.read(floor, frame), at: floor,
            ceiling: try operands.read(ceiling, frame), at: ceiling)
        return ScoreRows.Block(
            id: id, title: title, start: points, causes: causes, items: items, limits: limits,
            weight: try operands.read(weight, frame) ?? .one)
    }
}

extension PlannedScore.Item {
    fileprivate func source(
        _ frame: Frame, _ operands: inout MissingOperands
    ) throws(EvaluationError) -> ScoreRows.Item {
        var item = ScoreRows.Item(id: id, title: title, isDeducted: false)
        switch kind {
        case .add(let tally): item.rows = try Self.rows(of: tally, frame, &operands)
        case .deduct(let tally):
            item.isDeducted = true
            item.rows = try Self.rows(of: tally, frame, &operands)
        case .points(let points):
            switch try points.read(frame) {
            case .unknown(let missing): (item.points, item.causes) = (.anything, missing)
            case .known(.null):
                (item.points, item.causes) = (.anything, points.missingCells(frame))
            case .known(let value):
                guard case .known(let number)? = Ratio.literal(of: value) else {
                    throw EvaluationError(
                        message: "`\(points.source.source.text)` is not a number")
                }
                item.points = Interval(exactly: number)
            }
        }
        return item
    }

    private static func rows(
        of tally: PlannedTally, _ frame: Frame, _ operands: inout MissingOperands
    ) throws(EvaluationError) -> TallyRows? {
        switch try tally.source(frame) {
        case .known(let source): return source as? TallyRows
        case .unknown(let causes):
            operands.note(causes)
            return nil
        }
    }
}
